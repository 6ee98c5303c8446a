import { formatMoney, formatUsers } from '../format.ts';
import type { StudyEntry } from '../portfolio.ts';

/** What a study costs a month at one of the two sizes: `500K users`, `$6,842`. */
export interface SizeSpend {
  readonly users: string;
  readonly monthly: string;
}

/** The monthly spend of a study at both sizes, the smaller first; nothing without a model. */
export function monthlyAtSizes({ cost }: Pick<StudyEntry, 'cost'>): SizeSpend[] | undefined {
  return (
    cost &&
    [cost.small, cost.large].map(({ monthly }, size) => ({
      users: `${formatUsers(cost.users[size] ?? 0)} users`,
      monthly: formatMoney(monthly, cost.currency),
    }))
  );
}
