import type { AdrOption, AdrRecord } from '#adr/record.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import { costPath } from '../addresses.ts';
import { amountTicks, roomyTicks, roughWidth } from '../charts/scale.ts';
import type { ModelCost, Spend } from '../costs.ts';
import { optionOf, readChanges } from '../option-costs.ts';
import type { Portfolio } from '../portfolio.ts';
import { verdictOn } from './cost-answers.ts';
import type { PageLink } from './links.ts';

/** What the options of a record cost a month at both sizes, on one scale. */
export interface OptionSpend {
  readonly models: readonly PageLink[];
  readonly currency: string;
  readonly users: readonly [number, number];
  /** By the place of the option in the record; options that nobody priced are absent. */
  readonly byOption: ReadonlyMap<number, PlacedSpend>;
  /** Round amounts, and where they stand in percent of the scale. */
  readonly ticks: readonly { readonly amount: number; readonly at: number }[];
  /** Titles of the parts that are counted; none where amounts are totals. */
  readonly parts: readonly string[];
  /** From how many users on which option is cheaper, where the model can say. */
  readonly verdict: readonly string[];
}

/** Amounts, and where they stand in percent of the scale. */
export interface PlacedSpend extends Spend {
  readonly at: Spend;
}

interface Variant {
  readonly place: number;
  readonly option: AdrOption;
  readonly cost: ModelCost;
  /** The option in force for every choice. */
  readonly choices: Readonly<Record<string, string>>;
  readonly drivers: Readonly<Record<string, number>>;
  readonly reports: readonly [ModelReport, ModelReport];
}

/** With more parts than that a reader has lost track, and totals say as much. */
const MOST_PARTS = 5;

/** Parts of the scale that stay free at its right end, so that no mark touches the border. */
const ROOM = 0.04;

/** The options of a record that can be priced; none where it ties none to a model. */
export function optionSpend(portfolio: Portfolio, record: AdrRecord): OptionSpend | undefined {
  const variants = variantsOf(portfolio, record);
  const [first] = variants;
  if (!first) return undefined;
  const costs = [...new Set(variants.map(({ cost }) => cost))];
  const apart = costs.length === 1 ? differing(variants) : [];
  const parts = apart.length <= MOST_PARTS ? apart : [];
  const spend = variants.map(({ place, reports: [small, large] }) => ({
    place,
    small: amountOf(small, parts),
    large: amountOf(large, parts),
  }));
  const most = Math.max(...spend.flatMap(({ small, large }) => [small, large]));
  const at = (amount: number) => (most > 0 ? round((amount / most) * 100 * (1 - ROOM)) : 0);
  const titles = new Map(
    variants.flatMap(({ reports: [, { components }] }) => components.map((c) => [c.id, c.title])),
  );
  return {
    models: costs.map(({ id, title }) => ({ text: title, href: costPath(id) })),
    currency: first.cost.currency,
    users: first.cost.users,
    byOption: new Map(
      spend.map(({ place, small, large }) => [
        place,
        { small, large, at: { small: at(small), large: at(large) } },
      ]),
    ),
    ticks: ticksTo(most).map((amount) => ({ amount, at: at(amount) })),
    parts: parts.map((id) => titles.get(id) ?? id),
    verdict: costs.length === 1 ? verdictFor(first.cost, variants) : [],
  };
}

/** Round amounts from nothing on, the first and the last among them, whose labels do not touch. */
function ticksTo(most: number): number[] {
  const ticks = amountTicks(most);
  const last = ticks.at(-1) ?? 0;
  return roomyTicks(
    [0, last, ...ticks],
    (amount) => amount / last,
    roughWidth(`$${last},0`, 14) / SCALE_WIDTH,
  );
}

/** Of the scale in pixels, as the table draws it. */
const SCALE_WIDTH = 200;

function variantsOf({ costs }: Portfolio, record: AdrRecord): Variant[] {
  return record.ties.optionCosts.flatMap((stated): Variant[] => {
    const option = optionOf(record, stated);
    const cost = costs.find(({ id }) => id === stated.model);
    if (!option || !cost) return [];
    const { changes, problems } = readChanges(cost, stated);
    const reports = problems.length === 0 && cost.answers.changed(changes);
    if (!reports) return [];
    const taken = Object.entries(cost.parameters.choices).map(([id, { taken }]) => [id, taken]);
    const choices = { ...Object.fromEntries(taken), ...changes.choices };
    const drivers = changes.drivers ?? {};
    return [{ place: record.options.indexOf(option), option, cost, choices, drivers, reports }];
  });
}

/** The parts of a model that do not cost the same under all options: what the decision is about. */
function differing(variants: readonly Variant[]): string[] {
  const reports = variants.flatMap(({ reports }) => reports);
  const ids = [...new Set(reports.flatMap(({ components }) => components.map(({ id }) => id)))];
  return ids.filter((id) =>
    [0, 1].some((size) => {
      const amounts = variants.map(({ reports }) => monthlyOf(reports[size], id));
      return new Set(amounts).size > 1;
    }),
  );
}

function monthlyOf(report: ModelReport | undefined, id: string): number {
  return report?.components.find((component) => component.id === id)?.monthly ?? 0;
}

/** What the parts cost, or the whole where none is named. */
function amountOf(report: ModelReport, parts: readonly string[]): number {
  if (parts.length === 0) return report.monthly;
  return round(parts.reduce((sum, id) => sum + monthlyOf(report, id), 0));
}

/** Sentences on the chosen option beside each other one, where one choice of the model tells them apart. */
function verdictFor({ answers, currency }: ModelCost, variants: readonly Variant[]): string[] {
  const chosen = variants.find(({ option }) => option.chosen);
  if (!chosen) return [];
  const used = (option: string, { choices }: Variant) => Object.values(choices).includes(option);
  const apart = variants.filter((variant) => variant !== chosen && inOneChoice(chosen, variant));
  const pairs = (answers.pairs() ?? []).filter(({ options: [a, b] }) =>
    apart.some(
      (other) =>
        (used(a.option, chosen) && used(b.option, other)) ||
        (used(b.option, chosen) && used(a.option, other)),
    ),
  );
  return pairs.flatMap((pair) => verdictOn(pair, currency));
}

/** Whether the option of one choice is all that differs, at drivers as the design has them. */
function inOneChoice(a: Variant, b: Variant): boolean {
  if (Object.keys(a.drivers).length + Object.keys(b.drivers).length > 0) return false;
  return Object.keys(a.choices).filter((name) => a.choices[name] !== b.choices[name]).length === 1;
}

function round(amount: number): number {
  return Math.round(amount * 100) / 100;
}
