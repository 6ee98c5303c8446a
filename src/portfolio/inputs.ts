import type { AdrLog } from '#adr/log.ts';
import type { ReadPortfolioLists } from '#case-study/portfolio-lists/read.ts';
import type { Study } from '#case-study/study.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import type { StudySchema } from '#database/study-schema.ts';
import type { Pictures } from '#mermaid/picture.ts';
import type { ElementId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import type { PortfolioConfig } from './config.ts';
import type { ModelCost } from './costs.ts';
import type { ContentFile } from './link-target.ts';
import type { FrozenReview } from './pages/review/frozen.ts';

/** The last commit that touched the content. */
export interface Revision {
  /** Seven characters. */
  readonly hash: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Whether the files have changed since. */
  readonly isChanged?: boolean;
}

/** A revision as pages and drawings show it: `f14c750`, or `f14c750, changed`. */
export function revisionText({ hash, isChanged }: Revision): string {
  return isChanged ? `${hash}, changed` : hash;
}

/** A log that `!adrs` attaches to an element, or to the workspace where none is named. */
export interface AttachedDecisions {
  readonly element?: ElementId;
  /** The portfolio's own log where its folder is the one that is attached. */
  readonly log: AdrLog;
}

/** Everything that a portfolio is joined from, read and checked one by one. */
export interface PortfolioInputs {
  readonly config: PortfolioConfig;
  readonly workspace: Workspace;
  readonly studies: readonly Study[];
  /** The typed lists of the portfolio as a whole. */
  readonly lists?: ReadPortfolioLists;
  readonly log: AdrLog;
  /** In the order of the workspace. */
  readonly attached?: readonly AttachedDecisions[];
  readonly costs: readonly ModelCost[];
  /** By region: what claims are held against. */
  readonly priceBooks?: ReadonlyMap<string, PriceBook>;
  readonly revision?: Revision;
  /** The Mermaid diagrams of studies and records, drawn. */
  readonly pictures?: Pictures;
  /** The databases of studies, by slug. */
  readonly schemas?: ReadonlyMap<string, StudySchema>;
  /** The frozen reviews of all studies. */
  readonly reviews?: readonly FrozenReview[];
  /** Files beside studies and records that pages can show. */
  readonly files?: readonly ContentFile[];
  /** Paths of what the site serves as it is: `/favicon.svg`. */
  readonly publicFiles?: readonly string[];
}
