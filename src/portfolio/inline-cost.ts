import { MAX_USERS } from '#cost/engine/options.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import type { ModelCost } from './costs.ts';
import { formatMoney, formatPerUser, formatQuantity, formatShare } from './format.ts';
import { grownReports } from './growth.ts';

/** Which figure of a model a sentence asks for. */
export interface InlineCost {
  /** A number of users, as a number or in quotes; the larger size when absent. */
  readonly users?: number | string;
  readonly element?: string;
  /** An option that the design did not take, at the larger size. */
  readonly instead?: string;
  /**
   * `difference` is from what the design took, as an amount without a sign; `times` is how many times
   * as much as that; `next` is what the next 1,000 users add at the larger size.
   */
  readonly per?: (typeof COST_PER)[number];
  /** At ten or a hundred times the larger size, rather than at it: `10`, `100`. */
  readonly grown?: number | string;
  /** One of what the model gives a cost for, such as a tenant: a name in its `perUnit`. */
  readonly of?: string;
  /** How many of these, rather than one. */
  readonly each?: number | string;
}

/** Which quantity of a model's demand a sentence asks for. */
export interface InlineDemand {
  readonly of: string;
  /** The larger size when absent. */
  readonly users?: number | string;
}

const NONE = '—';

/** What a figure of a bill can be asked per. */
export const COST_PER = ['month', 'user', 'next', 'share', 'difference', 'times'] as const;

/** The figure that a tag of a text asks for, by its attributes; a dash where the model has none. */
export function figureText(
  cost: ModelCost | undefined,
  component: string,
  { per: asked, of, ...attributes }: Readonly<Record<string, string>>,
): string | undefined {
  if (component === 'Demand')
    return of === undefined ? NONE : inlineDemand(cost, { of, ...attributes });
  if (component !== 'Cost') return undefined;
  const per = COST_PER.find((one) => one === asked);
  return inlineCost(cost, { ...attributes, ...(of !== undefined && { of }), ...(per && { per }) });
}

/** A number of users as a sentence writes it: a whole number from 1 to 1e10. */
export function readUserCount(users: number | string | undefined): number | undefined {
  const text = String(users ?? '');
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MAX_USERS ? count : undefined;
}

/** A figure of a model as a sentence shows it; a dash where the model has none. */
export function inlineCost(
  cost: ModelCost | undefined,
  { users, element, instead, per = 'month', of, each = 1, grown }: InlineCost,
): string {
  if (!cost) return NONE;
  if (grown !== undefined) return grownText(cost, Number(grown), element);
  const size = users === undefined ? cost.users[1] : readUserCount(users);
  const taken = size === undefined ? undefined : cost.reports.get(size);
  const report = instead === undefined ? taken : cost.alternatives.get(instead);
  if (!taken || !report || size === undefined) return NONE;
  const amount = amountOf(report, element);
  const before = amountOf(taken, element);
  if (amount === undefined || before === undefined) return NONE;
  if (of !== undefined) {
    const unit = report.perUnit.find(({ id }) => id === of);
    return unit ? formatPerUser((amount / unit.quantity) * Number(each), cost.currency) : NONE;
  }
  if (per === 'next') return nextText(cost);
  if (per === 'share') return report.monthly > 0 ? formatShare(amount / report.monthly) : NONE;
  if (per === 'user') return formatPerUser(amount / size, cost.currency);
  if (per === 'difference') return formatMoney(Math.abs(amount - before), cost.currency);
  if (per === 'times') return before > 0 ? timesText(amount / before) : NONE;
  return formatMoney(amount, cost.currency);
}

/** `at least $45,981` where something of the design has ended before. */
function grownText(cost: ModelCost, times: number, element: string | undefined): string {
  const found = grownReports(cost).find((one) => one.times === times);
  const amount = found && amountOf(found.report, element);
  if (!found || amount === undefined) return NONE;
  const text = formatMoney(amount, cost.currency);
  return found.atLeast ? `at least ${text}` : text;
}

function nextText({ answers, currency }: ModelCost): string {
  const next = answers.next();
  return next ? formatMoney(next.monthly, currency) : NONE;
}

/** A multiple as a sentence says it: to a tenth below ten, whole from there on. */
function timesText(ratio: number): string {
  return formatQuantity(Number(ratio.toFixed(ratio < 10 ? 1 : 0)));
}

/** A quantity of a model's demand as a sentence shows it; a dash where the model has none. */
export function inlineDemand(cost: ModelCost | undefined, { of, users }: InlineDemand): string {
  const size = users === undefined ? cost?.users[1] : readUserCount(users);
  const report = size === undefined ? undefined : cost?.reports.get(size);
  const found = report?.demand.find(({ id }) => id === of);
  return found ? formatQuantity(found.quantity) : NONE;
}

/** What a model costs, or its parts on one element; nothing where no part is tied to that. */
function amountOf(report: ModelReport, element: string | undefined): number | undefined {
  if (element === undefined) return report.monthly;
  const parts = report.components.filter(
    (part) => part.element.toLowerCase() === element.toLowerCase(),
  );
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum + part.monthly, 0);
}
