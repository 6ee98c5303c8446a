import { elementCosts, HEADLINE_USERS, type ModelCost } from './costs.ts';
import { formatMoney, formatPerUser, formatShare } from './format.ts';

/** Which figure of a model a sentence asks for. */
export interface InlineCost {
  /** One of the headline sizes, as a number or in quotes; the larger when absent. */
  readonly users?: number | string;
  readonly element?: string;
  readonly per?: 'month' | 'user' | 'share';
}

const NONE = '—';

function sizeOf(users: InlineCost['users']): keyof typeof HEADLINE_USERS | undefined {
  if (users === undefined) return 'large';
  return SIZES.find((size) => HEADLINE_USERS[size] === Number(users));
}

const SIZES = ['small', 'large'] as const;

/** A figure of a model as a sentence shows it; a dash where the model has none. */
export function inlineCost(
  cost: ModelCost | undefined,
  { users, element, per = 'month' }: InlineCost,
): string {
  const size = sizeOf(users);
  if (!cost || !size) return NONE;
  const report = cost[size];
  const parts = element === undefined ? [] : elementCosts(cost).get(element.toLowerCase());
  if (!parts) return NONE;
  const amount =
    element === undefined ? report.monthly : parts.reduce((sum, part) => sum + part[size], 0);
  if (per === 'share') return report.monthly > 0 ? formatShare(amount / report.monthly) : NONE;
  if (per === 'user') return formatPerUser(amount / HEADLINE_USERS[size], cost.currency);
  return formatMoney(amount, cost.currency);
}
