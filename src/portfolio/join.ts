import type { AdrRecord } from '#adr/record.ts';
import { NO_PORTFOLIO_LISTS } from '#case-study/portfolio-lists/read.ts';
import type { Study } from '#case-study/study.ts';
import type { Element } from '#model/elements.ts';
import { type ElementId, Identifier } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index.ts';
import { knownThemes } from '#model/themes.ts';
import { styleSheet } from '#views/styles.ts';
import { addressesOf } from './addresses.ts';
import { appearancesOf } from './appearances.ts';
import { auditsOf } from './audits.ts';
import type { PortfolioInputs } from './inputs.ts';
import { systemOf } from './levels.ts';
import { linkResolver } from './links.ts';
import { ownersIn } from './owners.ts';
import type { AttachedLog, Portfolio, StudyEntry } from './portfolio.ts';
import { allRecords, elementsOf } from './records.ts';
import { risksByElement } from './risks.ts';

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
