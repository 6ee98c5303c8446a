import type { AdrLog } from '#adr/log.ts';
import type { AdrRecord } from '#adr/record.ts';
import type { ReadPortfolioLists } from '#case-study/portfolio-lists/read.ts';
import type { Study } from '#case-study/study.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import type { StudySchema } from '#database/study-schema.ts';
import type { Pictures } from '#mermaid/picture.ts';
import type { Element } from '#model/elements.ts';
import { type ElementId, Identifier } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';
import type { StyleSheet } from '#views/styles.ts';
import type { Addresses } from './addresses.ts';
import type { StudyAudit } from './audits.ts';
import type { PortfolioConfig } from './config.ts';
import type { ModelCost } from './costs.ts';
import type { Revision } from './inputs.ts';
import type { ContentFile, LinkResolver } from './link-target.ts';
import type { FrozenReview } from './pages/review/frozen.ts';
import type { RiskEntry } from './risks.ts';

/** A study with what belongs to it. */
export interface StudyEntry {
  readonly study: Study;
  readonly system: Element | undefined;
  readonly cost: ModelCost | undefined;
  /** Views of the study's system, in the order of the workspace; their place is the sheet number. */
  readonly views: readonly View[];
  /** Decisions that are tied to the study, or concern an element of its system. */
  readonly decisions: readonly AdrRecord[];
  /** Its database, where it has a schema.sql. */
  readonly schema?: StudySchema;
}

/** A log beside the portfolio's own: that of one element, or of the workspace. */
export interface AttachedLog {
  readonly element?: Element;
  readonly log: AdrLog;
}

/** The whole portfolio: all that pages, checks and commands look things up in. */
export interface Portfolio {
  readonly config: PortfolioConfig;
  readonly index: WorkspaceIndex;
  readonly sheet: StyleSheet;
  readonly addresses: Addresses;
  /** The views that show an element or look into it, by its id. */
  readonly appearances: ReadonlyMap<ElementId, readonly View[]>;
  /** By `order`, then slug. */
  readonly studies: readonly StudyEntry[];
  /** The typed lists of the portfolio as a whole, with their files. */
  readonly lists: ReadPortfolioLists;
  readonly log: AdrLog;
  /** What `!adrs` attaches, in the order of the workspace. */
  readonly attached: readonly AttachedLog[];
  /** The decisions that concern an element, by its id. */
  readonly decisions: ReadonlyMap<ElementId, readonly AdrRecord[]>;
  readonly costs: readonly ModelCost[];
  /** The prices that figures of a study are worked out at; none where there are none. */
  readonly priceBook: PriceBook | undefined;
  /** The claims of studies beside what they come to, in the order of the studies. */
  readonly audits: readonly StudyAudit[];
  /** The risks of each element and of its parts, weightiest first. */
  readonly risks: ReadonlyMap<ElementId, readonly RiskEntry[]>;
  /** Whom the workspace names as owners. */
  readonly owners: readonly string[];
  readonly revision?: Revision;
  /** The frozen reviews of each study, latest first, by its slug. */
  readonly reviews: ReadonlyMap<string, readonly FrozenReview[]>;
  /** Those of diagrams. A build has them before its first page, and may not have them before (record 25). */
  readonly pictures: Pictures;
  /** Files beside studies and records that pages can show, by their path from the root. */
  readonly files: ReadonlyMap<string, ContentFile>;
  /** Paths of what the site serves as it is: `/favicon.svg`. */
  readonly publicFiles: ReadonlySet<string>;
  readonly links: LinkResolver;
}

/** The element that an author calls so in the DSL, case ignored. */
export function elementCalled({ index }: Portfolio, identifier: string): Element | undefined {
  return index.byIdentifier(Identifier(identifier));
}

/** The decisions that concern one element. */
export function decisionsOn({ decisions }: Portfolio, { id }: Element): readonly AdrRecord[] {
  return decisions.get(id) ?? [];
}

/** The study that a view belongs to, and its sheet number there. */
export function sheetOf(
  { studies }: Portfolio,
  view: View,
): { readonly entry: StudyEntry; readonly sheet: number } | undefined {
  for (const entry of studies) {
    const place = entry.views.indexOf(view);
    if (place >= 0) return { entry, sheet: place + 1 };
  }
  return undefined;
}
