import type { AstroInlineConfig } from 'astro';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import type { Site } from '#integration/bridge.ts';
import { portfolio } from '#integration/index.ts';
import { type LoadedSite, type LoadOptions, loadSite } from '#integration/load-site.ts';
import type { Prepared } from '#integration/prepared.ts';
import { buildClientScripts } from '#integration/scripts.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import { type Content, type Overrides, readContent } from './content.ts';
import { PROJECT } from './content-root.ts';
import type { Ports } from './ports.ts';
import { printFindings } from './print-findings.ts';

/** A site that is ready to be built or served. */
export interface PreparedSite {
  readonly content: Content;
  /** What Astro is called with, but for the folder it writes to. */
  readonly astro: AstroInlineConfig;
  /** The pages of the studies as their authors wrote them. */
  readonly texts: readonly Source[];
  /** What is found while pictures are drawn; a build waits for it before it renders. */
  readonly drawn: LoadedSite['drawn'];
}

/** What a site is prepared for. */
interface PrepareOptions extends Pick<LoadOptions, 'schemas' | 'pagesWait'> {
  readonly freezing?: Prepared['freezing'];
}

/** Loads and checks the content; prints what is wrong. With an error there is no site. */
export async function prepareSite(
  root: string | undefined,
  overrides: Overrides,
  ports: Ports,
  { freezing, ...options }: PrepareOptions = {},
): Promise<PreparedSite | undefined> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const content = await readContent(root, overrides, ports);
  const scripts = await buildClientScripts();
  const loaded = content.config && (await loadSite(content.root, content.config, scripts, options));
  const read = [...content.diagnostics, ...(loaded?.diagnostics ?? [])];
  const diagnostics = loaded?.site && hasErrors(read) ? [...read, ...(await loaded.drawn)] : read;
  printFindings(diagnostics, ports);
  if (!loaded?.site || !content.config || hasErrors(diagnostics)) return undefined;
  const { config } = content;
  return siteFor({ ...content, config }, { ...loaded, site: loaded.site }, scripts, freezing);
}

/** What Astro is called with for content that is loaded and sound. */
export function siteFor(
  content: Content & { readonly config: PortfolioConfig },
  loaded: LoadedSite & { readonly site: Site },
  scripts: Prepared['scripts'],
  freezing?: Prepared['freezing'],
): PreparedSite {
  const { integrations = [], ...rest } = content.astro;
  return {
    content,
    drawn: loaded.drawn,
    texts: loaded.site.portfolio.studies.flatMap(({ study }) =>
      study.pages.map(({ source }) => source),
    ),
    astro: {
      ...rest,
      root: PROJECT,
      configFile: false,
      logLevel: 'warn',
      integrations: [
        ...integrations,
        portfolio(content.config).prepared({
          root: content.root,
          loaded,
          scripts,
          ...(freezing && { freezing }),
        }),
      ],
    },
  };
}
