import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import type { CardContent } from '#portfolio/cards/card.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import { type ViewText, viewTexts } from '#portfolio/pages/view-texts.ts';
import { beginAnswers } from '#sources/answer-thread.ts';
import { pageQuestions } from '#sources/cost-answers.ts';
import { readDrawingFonts } from '#sources/drawing-fonts.ts';
import { createDrawingEngine } from '#sources/layout-cache.ts';
import { loadPortfolio, type Priced } from '#sources/load.ts';
import { createLoadMemory, type LoadMemory } from '#sources/load-memory.ts';
import { type Network, openNetwork } from '#sources/network.ts';
import { createPrinter } from '#sources/printer.ts';
import type { LoadedSchemas } from '#sources/schemas.ts';
import type { Site } from './bridge.ts';
import { buildExplorers, type Explorers, explorersOnDemand } from './explorers.ts';
import { printedFiles } from './printed-files.ts';
import type { ClientScript } from './scripts.ts';
import { searchFiles } from './search-files.ts';

/** A portfolio that can be shown, or what keeps it from being shown. */
export interface LoadedSite {
  readonly site: Site | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What is found while pictures are drawn, which may go on while pages are bundled. */
  readonly drawn: Promise<readonly Diagnostic[]>;
  /** Absolute paths of every file and folder that was looked at, for watching. */
  readonly watched: readonly string[];
  /** What was fetched, to be handed to the next loading. */
  readonly network: Network;
  /** What the parts of the content came to, likewise. */
  readonly memory: LoadMemory;
}

export interface LoadOptions {
  /** Single pages will be asked for, and not all of them. */
  readonly oneByOne?: boolean;
  /** That of an earlier loading, which asks no address twice. */
  readonly network?: Network;
  readonly memory?: LoadMemory;
  /** What asks PostgreSQL of the schemas, where it has begun already. */
  readonly schemas?: (() => Promise<LoadedSchemas>) | undefined;
  /** Pages wait for what only they need: pictures of diagrams, answers of models. */
  readonly pagesWait?: boolean;
  /** Nothing of the content's code goes into the site, and `seen` hears what each card shows. */
  readonly confidential?: { readonly seen: (content: CardContent) => void };
}

/** Loads a content folder for the site. With an error in it there is no site. */
export async function loadSite(
  root: string,
  config: PortfolioConfig,
  scripts: readonly ClientScript[],
  {
    oneByOne = false,
    network = openNetwork(config.hosts),
    memory = createLoadMemory(),
    schemas,
    pagesWait = false,
    confidential,
  }: LoadOptions = {},
): Promise<LoadedSite> {
  let built: Explorers = { explorers: new Map(), diagnostics: [] };
  const meanwhile = async (priced: Priced) => {
    if (oneByOne) built = explorersOnDemand(root, priced.costs);
    else if (!confidential) built = await buildExplorers(root, priced.costs);
    if (!oneByOne)
      await askAll(priced, pagesWait ? () => beginAnswers({ root, ...priced }) : () => false);
  };
  const options = { network, memory, schemas, meanwhile, pagesWait };
  const { portfolio, diagnostics, drawn, watched } = await loadPortfolio(root, config, options);
  const tools = {
    engine: createDrawingEngine(),
    measure: createTextMeasure(),
    placed: new Map(),
  };
  const printer = portfolio && createPrinter(portfolio, tools, !oneByOne, confidential?.seen);
  const site = portfolio &&
    printer && {
      portfolio,
      tools,
      printed: printedFiles(portfolio, printer, { drafts: oneByOne }),
      cards: printer.pages,
      async pictures() {
        if (hasErrors(await drawn)) throw new Error('A diagram cannot be drawn.');
        return portfolio.pictures;
      },
      fonts: readDrawingFonts(),
      texts: textsOf(portfolio.index, oneByOne),
      scripts: Object.fromEntries(scripts.map(({ name, path }) => [name, path])),
      search: lazily(() => searchFiles(portfolio)),
      explorers: built.explorers,
    };
  const unbuilt = portfolio ? built.diagnostics : [];
  const found = [...diagnostics, ...newOnes(unbuilt, diagnostics)];
  return { site, diagnostics: found, drawn, watched, network, memory };
}

/**
 * Has models answer what their pages will ask, one answer a turn: whoever else waits has its say between
 * two of them. Once this is all that is waited for, a thread goes on with it, and the rest of a build too.
 */
async function askAll({ costs, isWaiting }: Priced, goOn: () => boolean): Promise<void> {
  const hasWaited = isWaiting();
  for (const ask of pageQuestions(costs)) {
    if (hasWaited && !isWaiting() && goOn()) return;
    ask();
    await nextTurn();
  }
}

/** What a bundler said of models of which it was not known already, from their imports. */
function newOnes(unbuilt: readonly Diagnostic[], known: readonly Diagnostic[]): Diagnostic[] {
  const isKnown = ({ code, file }: Diagnostic) =>
    known.some((one) => one.code === code && one.span?.source.name === file);
  return unbuilt.filter((one) => !isKnown(one));
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The texts of a view: worked out one by one when few are asked for, and all at once in a build. */
function textsOf(index: WorkspaceIndex, oneByOne: boolean): Site['texts'] {
  let all: ReadonlyMap<string, readonly ViewText[]> | undefined;
  return (key) => {
    if (oneByOne) return viewTexts(index, key).get(key);
    all ??= viewTexts(index);
    return all.get(key);
  };
}
