import type { Choices, Drivers } from '#cost/define/driver.ts';
import type { Alternative, BreakEven } from '#cost/engine/break-even.ts';
import type { Curve } from '#cost/engine/curve.ts';
import type { ModelDiff } from '#cost/engine/diff.ts';
import type { Lever } from '#cost/engine/levers.ts';
import type { Marginal } from '#cost/engine/marginal.ts';
import type { Setting } from '#cost/engine/options.ts';
import type { Quantiles } from '#cost/engine/quantiles.ts';
import type { ComponentReport, ModelReport } from '#cost/engine/report.ts';
import type { Swing } from '#cost/engine/sensitivity.ts';
import type { Split } from '#cost/engine/split.ts';
import type { ExplorerFacts } from '#cost/explore/data.ts';
import type { ExplorerState } from '#cost/explore/state.ts';
import type { ElementId } from '#model/ids.ts';
import { Identifier } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index.ts';

/** The two sizes and the region that a portfolio shows every system at. */
export interface Headline {
  /** Smaller first. */
  readonly users: readonly [number, number];
  readonly region: string;
}

/** What is shown where the author says nothing else. */
export const HEADLINE: Headline = { users: [100_000, 500_000], region: 'us-east-1' };

/** A model's bill at both sizes, and under which prices it was worked out. */
export interface ModelCost {
  readonly id: string;
  readonly title: string;
  /** Identifier of the software system. */
  readonly system: string;
  /** What counts as one user. */
  readonly user: string;
  /** The two sizes, smaller first. */
  readonly users: readonly [number, number];
  readonly small: ModelReport;
  readonly large: ModelReport;
  /** By number of users: both sizes, and those that a sentence asks for. */
  readonly reports: ReadonlyMap<number, ModelReport>;
  /** At the larger size, with the option of a choice that the design did not take. */
  readonly alternatives: ReadonlyMap<string, ModelReport>;
  /** What can be asked otherwise than the design has it. */
  readonly parameters: { readonly drivers: Drivers; readonly choices: Choices };
  readonly region: string;
  readonly currency: string;
  /** Name and date of the price book. */
  readonly priceBook: string;
  readonly answers: CostAnswers;
}

/**
 * What else a model says, worked out when a page first asks for it. None where the model stops or
 * takes too long at the numbers of users that the answer needs.
 */
export interface CostAnswers {
  /** From 1,000 to 5 million users, and as far as the sizes go beyond. */
  readonly curve: () => Curve | undefined;
  /** At both sizes. */
  readonly splits: () => readonly [Split, Split] | undefined;
  readonly ranges: () => readonly [Quantiles, Quantiles] | undefined;
  /** The same along the curve, at round numbers of users; of fewer draws beside both sizes. */
  readonly band: () => readonly BandPoint[] | undefined;
  /** At the larger size, the widest first. */
  readonly swings: () => readonly Swing[] | undefined;
  /** At the larger size, what saves most first. */
  readonly levers: () => readonly Lever[] | undefined;
  readonly next: () => Marginal | undefined;
  /** Each pair of options of each choice. */
  readonly pairs: () => readonly OptionPair[] | undefined;
  /** What its explorer is made from. */
  readonly explorer: () => ExplorerFacts | undefined;
  /** At ten and at a hundred times the larger size; beyond what the design carries it is a lower bound. */
  readonly grown: () => readonly [ModelReport, ModelReport] | undefined;
  /** At both sizes, with options or values of drivers that the design did not take. */
  readonly changed: (changes: Changes) => readonly [ModelReport, ModelReport] | undefined;
  /** From one state to another, with the reports of both; none where a region lacks a price for it. */
  readonly compared: (from: ExplorerState, to: ExplorerState) => Compared | undefined;
}

/** What nine in ten totals are above at a number of users, and what they are below. */
export interface BandPoint extends Pick<Quantiles, 'p10' | 'p90'> {
  readonly users: number;
}

/** What is set apart from the design; the rest stays as it is. */
export type Changes = Pick<Setting, 'drivers' | 'choices'>;

/** A model in two states, and what makes the difference. */
export interface Compared {
  readonly before: ModelReport;
  readonly after: ModelReport;
  readonly diff: ModelDiff;
}

/** Two options of a choice, and where the cheaper of them changes. */
export interface OptionPair {
  /** What is decided. */
  readonly choice: string;
  readonly options: readonly [Alternative, Alternative];
  /** The id of the option that the design took, where it is one of the two. */
  readonly taken?: string | undefined;
  readonly breakEven: BreakEven;
}

/** A part of a system at both sizes. */
export interface ComponentCost {
  readonly small: number;
  readonly large: number;
  readonly component: ComponentReport;
}

/** The parts of a model with their spend at both sizes, dearest first; parts that cost nothing last. */
export function componentCosts({ small, large }: ModelCost): ComponentCost[] {
  const smaller = new Map(small.components.map(({ id, monthly }) => [id, monthly]));
  return large.components
    .map((component) => ({
      component,
      small: smaller.get(component.id) ?? 0,
      large: component.monthly,
    }))
    .toSorted((a, b) => b.large - a.large);
}

/** Monthly spend at both sizes of everything that a model ties to one element. */
export function elementCosts(cost: ModelCost): ReadonlyMap<string, ComponentCost[]> {
  return Map.groupBy(componentCosts(cost), ({ component }) => component.element.toLowerCase());
}

/** What a part of a model, or one of its lines (`database.storage`), costs a month at the larger size. */
export function partCost({ large }: Pick<ModelCost, 'large'>, name: string): number | undefined {
  const part = large.components.find(({ id }) => id === name);
  if (part) return part.monthly;
  return large.components.flatMap(({ lines }) => lines).find(({ id }) => id === name)?.monthly;
}

/** What a list of a study names of its bill: the model itself, one of its parts, or a line. */
export function billCost(cost: ModelCost, name: string, report = cost.large): number | undefined {
  return name === cost.id ? report.monthly : partCost({ large: report }, name);
}

/** What something costs a month at both sizes, in the currency of its model. */
export interface Spend {
  readonly small: number;
  readonly large: number;
}

/** What elements cost with everything in them: a system what is tied to it and to its containers. */
export function spendByElement(
  index: WorkspaceIndex,
  cost: ModelCost,
): ReadonlyMap<ElementId, Spend> {
  const spend = new Map<ElementId, Spend>();
  for (const { component, small, large } of componentCosts(cost)) {
    const element = index.byIdentifier(Identifier(component.element));
    for (const { id } of element ? index.lineage(element.id) : []) {
      const before = spend.get(id) ?? { small: 0, large: 0 };
      spend.set(id, { small: before.small + small, large: before.large + large });
    }
  }
  return spend;
}
