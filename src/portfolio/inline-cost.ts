import { elementCosts, HEADLINE_USERS, type ModelCost } from './costs.ts';
import { formatMoney, formatPerUser, formatShare } from './format.ts';

/** Which figure of a model a sentence asks for. */
export interface InlineCost {
  readonly users?: number;
  readonly element?: string;
  readonly per?: 'month' | 'user' | 'share';
}

/** A figure of a model as a sentence shows it; a dash where the model has none. */
export function inlineCost(
  cost: ModelCost | undefined,
  { users, element, per = 'month' }: InlineCost,
): string {
  if (!cost) return '—';
  const size = users === HEADLINE_USERS.small ? 'small' : 'large';
  const report = cost[size];
  const amount =
    element === undefined
      ? report.monthly
      : (elementCosts(cost).get(element.toLowerCase()) ?? []).reduce(
          (sum, part) => sum + part[size],
          0,
        );
  if (per === 'share') return formatShare(amount / report.monthly);
  if (per === 'user') return formatPerUser(amount / HEADLINE_USERS[size], cost.currency);
  return formatMoney(amount, cost.currency);
}
