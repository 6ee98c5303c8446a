import type { AdrLog } from '#adr/log.ts';
import type { AdrRecord } from '#adr/record.ts';
import { NO_PORTFOLIO_LISTS, type ReadPortfolioLists } from '#case-study/portfolio-lists/read.ts';
import type { Study } from '#case-study/study.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import type { StudySchema } from '#database/study-schema.ts';
import type { Pictures } from '#mermaid/picture.ts';
import type { Element } from '#model/elements.ts';
import { type ElementId, Identifier } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index.ts';
import { knownThemes } from '#model/themes.ts';
import type { View } from '#model/views.ts';
import { type StyleSheet, styleSheet } from '#views/styles.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { appearancesOf } from './appearances.ts';
import { auditsOf, type StudyAudit } from './audits.ts';
import type { PortfolioConfig } from './config.ts';
import type { ModelCost } from './costs.ts';
import type { PortfolioInputs, Revision } from './inputs.ts';
import { systemOf } from './levels.ts';
import { type ContentFile, type LinkResolver, linkResolver } from './links.ts';
import { ownersIn } from './owners.ts';
import type { FrozenReview } from './pages/review/frozen.ts';
import { allRecords, elementsOf } from './records.ts';
import { type RiskEntry, risksByElement } from './risks.ts';

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
  readonly pictures: Pictures;
  /** Files beside studies and records that pages can show, by their path from the root. */
  readonly files: ReadonlyMap<string, ContentFile>;
  /** Paths of what the site serves as it is: `/favicon.svg`. */
  readonly publicFiles: ReadonlySet<string>;
  readonly links: LinkResolver;
}

/** Joins what was read into a portfolio. Pure; what does not fit together is found by the checks. */
export function joinPortfolio(inputs: PortfolioInputs): Portfolio {
  const { config, workspace, log, costs, revision } = inputs;
  const index = indexWorkspace(workspace);
  const attached = (inputs.attached ?? []).map(({ element: id, log: own }): AttachedLog => {
    const element = id === undefined ? undefined : index.element(id);
    return { ...(element && { element }), log: own };
  });
  const records = allRecords({ log, attached }).map((record) => ({
    record,
    elements: elementsOf({ index, log, attached }, record),
  }));
  const decisions = new Map<ElementId, AdrRecord[]>();
  for (const { record, elements } of records) {
    for (const { id } of elements) decisions.set(id, [...(decisions.get(id) ?? []), record]);
  }
  const studies = inputs.studies
    .toSorted((a, b) => a.meta.order - b.meta.order || (a.slug < b.slug ? -1 : 1))
    .map((study): StudyEntry => {
      const system = index.byIdentifier(Identifier(study.meta.system));
      const schema = inputs.schemas?.get(study.slug);
      return {
        study,
        system,
        cost: costs.find(({ id }) => id === study.meta.costModel),
        views: system ? workspace.views.filter((view) => systemOf(index, view) === system) : [],
        decisions: records
          .filter((one) => concerns(index, one, study, system))
          .map(({ record }) => record),
        ...(schema && { schema }),
      };
    });
  const portfolio = {
    config,
    index,
    sheet: styleSheet(index, knownThemes(workspace), config.hosts),
    addresses: addressesOf(
      index,
      attached.filter((one) => one.log !== log),
    ),
    appearances: appearancesOf(index),
    studies,
    lists: inputs.lists ?? NO_PORTFOLIO_LISTS,
    log,
    attached,
    decisions,
    costs,
    priceBook: inputs.priceBooks?.get(config.region),
    audits: auditsOf(
      studies.map(({ study }) => study),
      { books: inputs.priceBooks ?? new Map(), region: config.region, costs },
    ),
    risks: risksByElement(index, inputs.studies),
    owners: ownersIn(index),
    ...(revision && { revision }),
    reviews: Map.groupBy(
      (inputs.reviews ?? []).toSorted((a, b) => (a.date < b.date ? 1 : -1)),
      ({ study }) => study,
    ),
    pictures: inputs.pictures ?? new Map(),
    files: new Map((inputs.files ?? []).map((file) => [file.path, file])),
    publicFiles: new Set(inputs.publicFiles),
  };
  return { ...portfolio, links: linkResolver(portfolio) };
}

/** Whether a record is tied to a study: by name, or by an element of its system. */
function concerns(
  index: WorkspaceIndex,
  { record, elements }: { readonly record: AdrRecord; readonly elements: readonly Element[] },
  study: Study,
  system: Element | undefined,
): boolean {
  if (record.ties.studies.some(({ text }) => text === study.slug)) return true;
  if (!system) return false;
  return elements.some(({ id }) => index.lineage(id).includes(system));
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
