import { breaksBefore, type Capacity, raisedBefore } from '#cost/engine/capacity.ts';

export { type Capacity, usedText };

import type { LineReport } from '#cost/engine/report.ts';
import { raisedText, usedText } from '#cost/explore/words.ts';
import { Identifier } from '#model/ids.ts';
import { costPath, studyPath } from '../addresses.ts';
import { type ComponentCost, componentCosts, type ModelCost } from '../costs.ts';
import { formatUsers } from '../format.ts';
import type { Portfolio } from '../portfolio.ts';
import { auditLink } from './audit.ts';
import type { MaybeLink, PageLink } from './links.ts';

/** A part of a system with its spend at both sizes, and where its element is described. */
export interface ComponentRow extends ComponentCost {
  readonly element: MaybeLink;
}

/** The largest lines of a bill, with the part they belong to. */
export interface LineRow {
  readonly component: string;
  readonly line: LineReport;
}

/** A page about what one system costs. */
export interface CostPage {
  readonly cost: ModelCost;
  readonly study?: PageLink;
  /** Where what its study claims is audited. */
  readonly audit?: PageLink;
  readonly components: readonly ComponentRow[];
  /** By the number of users at which they are used up; those without one last. */
  readonly limits: readonly Capacity[];
  /** Every line at the larger size, dearest first. */
  readonly lines: readonly LineRow[];
}

/** A model of the fewest lines, for whoever has none; a test runs it. */
export const SHORTEST_MODEL = `import { defineCostModel, line, quantity } from 'archfolio/cost';

export default defineCostModel({
  id: 'my-system',
  title: 'My system',
  system: 'mySystem', // its identifier in workspace.dsl
  user: 'Anybody who visits in the month.',
  drivers: {},
  demand: ({ users }) => ({ traffic: users.times(quantity(0.02, 'GB/user')) }),
  sizing: () => ({}),
  components: ({ demand }) => ({
    web: {
      element: 'mySystem.web',
      title: 'Web',
      lines: { out: line('Pages to readers', 'dt.internet_out', demand.traffic) },
    },
  }),
});
`;

/** The data of a model's page. */
export function costPage(portfolio: Portfolio, cost: ModelCost): CostPage {
  const entry = portfolio.studies.find((study) => study.cost === cost);
  const audit = auditLink(portfolio.audits.find(({ study }) => study === entry?.study));
  return {
    cost,
    ...(audit && { audit }),
    ...(entry && {
      study: {
        text: entry.study.meta.name ?? entry.study.meta.title,
        href: studyPath(entry.study.slug),
      },
    }),
    components: componentRows(portfolio, cost),
    limits: limitsOf(cost),
    lines: cost.large.components
      .flatMap(({ title, lines }) => lines.map((line) => ({ component: title, line })))
      .toSorted((a, b) => b.line.monthly - a.line.monthly),
  };
}

/** The id of a line's row on its model's page. */
export function lineAnchor({ id }: LineReport): string {
  return `line-${id}`;
}

/** The parts of a model as rows that lead to their elements. */
export function componentRows({ index, addresses }: Portfolio, cost: ModelCost): ComponentRow[] {
  return componentCosts(cost).map((row) => {
    const element = index.byIdentifier(Identifier(row.component.element));
    const href = element && addresses.element(element.id);
    return { ...row, element: { text: row.component.title, ...(href && { href }) } };
  });
}

/** The capacities of a model, first to break first. */
export function limitsOf({ large }: ModelCost): Capacity[] {
  const at = ({ saturatesAtUsers }: Capacity) => saturatesAtUsers ?? Number.POSITIVE_INFINITY;
  return large.capacity.toSorted((a, b) => at(a) - at(b));
}

/** What breaks first as users grow, if anything does; a capacity rather than a setting. */
export function firstLimit(cost: ModelCost): Capacity | undefined {
  return breaksBefore(limitsOf(cost));
}

/** What tells the heavy line of a chart from a setting that ends before it. */
export const SETTING_NOTE =
  'A setting is raised, so what breaks first is the first that is none: the heavy line.';

/** What that is, and the setting that has to be raised sooner, where there is one. */
export function limitSense(cost: ModelCost): string {
  const limits = limitsOf(cost);
  const setting = raisedBefore(limits);
  const resource = breaksBefore(limits)?.resource ?? '';
  return setting ? `${resource}. ${raisedText(setting)}` : resource;
}

/** The same as a sentence without its end: `Kafka: partitions, at 857K users`; none where nothing breaks. */
export function breaksFirstText(cost: ModelCost): string | undefined {
  const limits = limitsOf(cost);
  const first = breaksBefore(limits);
  const setting = raisedBefore(limits);
  if (!first?.saturatesAtUsers) return undefined;
  const text = `${first.resource}, at ${formatUsers(first.saturatesAtUsers)} users`;
  return setting ? `${text}. ${raisedText(setting)}` : text;
}

/** All models, for the overview. */
export function costOverview({
  costs,
}: Portfolio): { readonly cost: ModelCost; readonly href: string }[] {
  return costs.map((cost) => ({ cost, href: costPath(cost.id) }));
}
