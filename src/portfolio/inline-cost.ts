import { MAX_USERS } from '#cost/engine/options.ts';
import type { ModelCost } from './costs.ts';
import { formatMoney, formatPerUser, formatShare } from './format.ts';

/** Which figure of a model a sentence asks for. */
export interface InlineCost {
  /** A number of users, as a number or in quotes; the larger size when absent. */
  readonly users?: number | string;
  readonly element?: string;
  readonly per?: 'month' | 'user' | 'share';
}

const NONE = '—';

/** A number of users as a sentence writes it: a whole number from 1 to 1e10. */
export function readUserCount(users: number | string | undefined): number | undefined {
  const text = String(users ?? '');
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MAX_USERS ? count : undefined;
}

/** A figure of a model as a sentence shows it; a dash where the model has none. */
export function inlineCost(
  cost: ModelCost | undefined,
  { users, element, per = 'month' }: InlineCost,
): string {
  const size = users === undefined ? cost?.users[1] : readUserCount(users);
  const report = size === undefined ? undefined : cost?.reports.get(size);
  if (!cost || !report || size === undefined) return NONE;
  const parts = report.components.filter(
    (part) => part.element.toLowerCase() === element?.toLowerCase(),
  );
  if (element !== undefined && parts.length === 0) return NONE;
  const amount =
    element === undefined ? report.monthly : parts.reduce((sum, part) => sum + part.monthly, 0);
  if (per === 'share') return report.monthly > 0 ? formatShare(amount / report.monthly) : NONE;
  if (per === 'user') return formatPerUser(amount / size, cost.currency);
  return formatMoney(amount, cost.currency);
}
