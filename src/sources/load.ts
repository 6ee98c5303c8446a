import { existsSync } from 'node:fs';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { readFences } from '#mermaid/fences.ts';
import type { Picture } from '#mermaid/picture.ts';
import { checkPortfolio, withoutSilenced } from '#portfolio/checks/all.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import type { ModelCost } from '#portfolio/costs.ts';
import { joinPortfolio } from '#portfolio/join.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { allRecords } from '#portfolio/records.ts';
import { cacheFolder, openCache } from './cache.ts';
import { CONFIG_FILE } from './config.ts';
import { listContentFiles, listPublicFiles } from './content-files.ts';
import { CONTENT } from './content-folders.ts';
import { askedUsers, type Wanted } from './costs.ts';
import { loadAttached, loadLog } from './decisions.ts';
import { linksOut } from './links-out.ts';
import { createLoadMemory, type LoadMemory } from './load-memory.ts';
import { loadPictures } from './mermaid.ts';
import type { Network } from './network.ts';
import { loadPortfolioLists } from './portfolio-lists.ts';
import { loadReviews } from './reviews.ts';
import { revisionOf } from './revision.ts';
import { type LoadedSchemas, loadSchemas } from './schemas.ts';
import { loadStudies } from './studies.ts';
import { unreadableContent } from './unreadable.ts';
import { loadWorkspace } from './workspace.ts';

/** What a content folder gave. */
export interface LoadedPortfolio {
  /** Absent when an error keeps it from being shown. */
  readonly portfolio: Portfolio | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What is found while pictures of diagrams are drawn; nothing more where that is done. */
  readonly drawn: Promise<readonly Diagnostic[]>;
  /** Absolute paths of every file and folder that was looked at, for watching. */
  readonly watched: readonly string[];
}

/** Models that are priced, and what for. */
export interface Priced {
  readonly costs: readonly ModelCost[];
  readonly wanted: Wanted;
  /** Whether PostgreSQL is still at work. */
  readonly isWaiting: () => boolean;
}

/** How a content folder is loaded. */
export interface LoadOptions {
  /** Remembers what it fetched for the next time. */
  readonly network?: Network | undefined;
  /** What the parts of the content came to the last time. */
  readonly memory?: LoadMemory | undefined;
  /** Has PostgreSQL read the schemas; it may have begun before all else, since it takes longest. */
  readonly schemas?: (() => Promise<LoadedSchemas>) | undefined;
  /** What can be done with priced models while PostgreSQL is at work. */
  readonly meanwhile?: ((priced: Priced) => Promise<void>) | undefined;
  /** Pages wait for what only they need: the portfolio has the pictures of diagrams once `drawn` is there. */
  readonly pagesWait?: boolean;
  /** Whether pages will be made of it, which say of which commit they are: git is asked then. */
  readonly isShown?: boolean;
}

/** Reads a content folder, joins it and runs every check; all findings of all parts at once. */
export async function loadPortfolio(
  root: string,
  config: PortfolioConfig,
  {
    network,
    memory = createLoadMemory(),
    schemas = () => loadSchemas(root),
    meanwhile = async () => {},
    pagesWait = false,
    isShown = true,
  }: LoadOptions = {},
): Promise<LoadedPortfolio> {
  const now = new Date();
  const unreadable = unreadableContent(root);
  if (unreadable.length > 0) {
    const watched = Object.values(CONTENT).map((name) => `${root}/${name}`);
    return {
      portfolio: undefined,
      diagnostics: unreadable,
      drawn: Promise.resolve([]),
      watched: watched.filter(existsSync),
    };
  }
  const workspace = loadWorkspace(root, config, network);
  const { studies, diagnostics: studyFindings } = loadStudies(root, memory.studies);
  const { lists, diagnostics: listFindings } = loadPortfolioLists(root, memory.lists);
  const { reviews, diagnostics: reviewFindings } = loadReviews(
    root,
    studies.map(({ slug }) => slug),
  );
  const { log, diagnostics: logFindings } = await loadLog(root, now, memory);
  const { attached, diagnostics: attachedFindings } = await loadAttached(
    root,
    workspace.decisionFolders,
    log,
    now,
    memory,
  );
  const texts = [
    ...studies.flatMap(({ pages }) => pages.map(({ source }) => source)),
    ...allRecords({ log, attached }).map(({ source }) => source),
  ];
  const state = { isWaiting: true };
  const read = async () => {
    const loaded = await schemas();
    state.isWaiting = false;
    return loaded;
  };
  const pricedMeanwhile = async () => {
    const wanted = { users: config.users, region: config.region, others: askedUsers(studies) };
    const loaded = await memory.costs.load(root, wanted);
    await meanwhile({ costs: loaded.costs, wanted, isWaiting: () => state.isWaiting });
    return loaded;
  };
  const pictures = new Map<string, Picture>();
  const draw = async () => {
    const cache = openCache(cacheFolder(process.env, process.cwd()), 'pictures');
    const drawn = await loadPictures(texts.flatMap(readFences), cache, pagesWait);
    for (const [text, picture] of drawn.pictures) pictures.set(text, picture);
    return withoutSilenced([...drawn.diagnostics], config);
  };
  // PostgreSQL and Mermaid are at work in processes of their own: models are priced meanwhile.
  const [databases, drawn, priced] = await Promise.all([
    read(),
    pagesWait ? undefined : draw(),
    pricedMeanwhile(),
  ]);
  const { costs, books, modelSources, files, diagnostics: costFindings } = priced;
  const content = [...Object.values(CONTENT), 'workspace.json', CONFIG_FILE];
  const revision = isShown ? revisionOf(root, content, memory.revisions) : undefined;
  const portfolio = joinPortfolio({
    config,
    workspace: workspace.workspace,
    studies,
    lists,
    log,
    attached,
    costs,
    priceBooks: books,
    pictures,
    schemas: databases.schemas,
    reviews,
    files: listContentFiles(
      root,
      workspace.decisionFolders.map(({ path }) => path),
    ),
    publicFiles: listPublicFiles(),
    ...(revision && { revision }),
  });
  const readings = withoutSilenced(
    [
      ...linksOut(root, Object.values(CONTENT)),
      ...workspace.diagnostics,
      ...studyFindings,
      ...listFindings,
      ...reviewFindings,
      ...logFindings,
      ...attachedFindings,
      ...costFindings,
      ...databases.diagnostics,
    ],
    config,
  );
  const parts = [
    ['workspace', workspace.diagnostics],
    ['models', costFindings],
  ] as const;
  const checks = checkPortfolio({
    portfolio,
    modelSources: modelSources as ReadonlyMap<string, Source>,
    unread: parts.flatMap(([part, found]) => (hasErrors(found) ? [part] : [])),
    unreadFiles: [...studyFindings, ...listFindings].flatMap(({ severity, span, file }) =>
      severity === 'error' ? (span?.source.name ?? file ?? []) : [],
    ),
  });
  const found = [...readings, ...(drawn ?? []), ...checks];
  const later = drawn ? Promise.resolve([]) : draw();
  // What goes wrong is told to whoever waits for it.
  later.catch(() => {});
  const diagnostics = drawn || !hasErrors(found) ? found : [...found, ...(await later)];
  const watched = [
    ...Object.values(CONTENT).map((name) => `${root}/${name}`),
    ...workspace.files.map((file) => `${root}/${file}`),
    ...files,
  ].filter(existsSync);
  return {
    portfolio: hasErrors(diagnostics) ? undefined : portfolio,
    diagnostics,
    drawn: later,
    watched,
  };
}
