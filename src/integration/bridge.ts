import type { Pictures } from '#mermaid/picture.ts';
import type { FigureTools } from '#portfolio/pages/figure.ts';
import type { ViewText } from '#portfolio/pages/view-texts.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import type { PageCards } from '#sources/page-cards.ts';
import type { EmbeddedFonts } from '#svg/drawing.ts';
import type { Explorer } from './explorers.ts';
import type { PrintedFiles } from './printed-files.ts';

/** What pages are made from: the portfolio, the tools that draw, and the addresses of client scripts. */
export interface Site {
  readonly portfolio: Portfolio;
  readonly tools: FigureTools;
  /** Cards and carousels. */
  readonly printed: PrintedFiles;
  /** What links to pages are shown with. */
  readonly cards: PageCards;
  /** The pictures of diagrams, once they are drawn; it rejects where one cannot be. */
  pictures(): Promise<Pictures>;
  /** What drawings carry that are files of their own. */
  readonly fonts: EmbeddedFonts;
  /** By view, its text in the notations of other tools; worked out when it is first asked for. */
  texts(key: string): readonly ViewText[] | undefined;
  /** Addresses of the client scripts below the base, by the name of their entry. */
  readonly scripts: Readonly<Record<string, string>>;
  /** The files of the search index, by their path below the base; worked out when first asked for. */
  search(): ReadonlyMap<string, string>;
  /** Only the review of this study is rendered, as a page that stands by itself. */
  readonly freezing?: string;
  /** Explorers of cost models, by the id of the model. */
  readonly explorers: ReadonlyMap<string, Explorer>;
}

/**
 * Pages are bundled apart from the process that loads the portfolio, and run in it. This is the one
 * place where both meet: decision 0003 of the generator says why it is a global and not a module.
 */
const KEY = Symbol.for('archfolio.site');

interface Bridge {
  [KEY]?: Site;
}

/** Puts a freshly loaded portfolio before the pages; those rendered from now on see it. */
export function publishSite(site: Site): void {
  (globalThis as Bridge)[KEY] = site;
}

/** The portfolio as pages see it. */
export function currentSite(): Site {
  const site = (globalThis as Bridge)[KEY];
  if (!site)
    throw new Error('The portfolio has not been loaded: run the site through `archfolio`.');
  return site;
}
