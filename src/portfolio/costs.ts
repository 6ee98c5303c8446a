import type { ComponentReport, ModelReport } from '#cost/engine/report.ts';
import type { CostBadge } from '#svg/badges.ts';
import { formatMoney, formatShare } from './format.ts';

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
  readonly region: string;
  readonly currency: string;
  /** Name and date of the price book. */
  readonly priceBook: string;
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

/** The badges of a drawing at the larger size: dollars, share of the model's total, and a bar. */
export function costBadges(
  cost: ModelCost,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, CostBadge> {
  const spend = [...elementCosts(cost)].map(([identifier, parts]) => ({
    id: ids.get(identifier),
    monthly: parts.reduce((sum, { large }) => sum + large, 0),
  }));
  const dearest = Math.max(...spend.filter(({ id }) => id).map(({ monthly }) => monthly));
  const badges = new Map<string, CostBadge>();
  for (const { id, monthly } of spend) {
    if (id === undefined || monthly <= 0) continue;
    badges.set(id, {
      amount: formatMoney(monthly, cost.currency),
      share: formatShare(monthly / cost.large.monthly),
      ratio: monthly / dearest,
    });
  }
  return badges;
}
