import { breaksBefore, type Capacity } from '#cost/engine/capacity.ts';
import type { ModelCost } from '../costs.ts';
import { formatMoney, formatPerUser, formatQuantity, formatUsers } from '../format.ts';
import { grownReports } from '../growth.ts';
import { limitsOf } from './cost.ts';

/** A capacity as somebody is told that it ends. */
export interface Ending extends Pick<Capacity, 'id' | 'resource' | 'fix'> {
  /** `857K users, 1.7 times as many`; nothing where there is no end. */
  readonly at?: string;
  /** What ends first in the whole system, beside what a card is about. */
  readonly ofAll?: true;
}

/** The whole system at one, ten and a hundred times the larger size. */
export interface GrowthRow {
  readonly users: string;
  readonly times: number;
  /** `≥ $45,981` where the design does not carry them any more. */
  readonly monthly: string;
  readonly perUser: string;
  /** How many times the bill of the larger size. */
  readonly factor: string;
  /** What has ended before that and not at the size before, the first of it first. */
  readonly ended: readonly Ending[];
}

export function growthRows(cost: ModelCost): GrowthRow[] {
  return grownReports(cost).map(({ users, times, report, atLeast }) => {
    const text = formatMoney(report.monthly, cost.currency);
    const before = times === 1 ? 0 : users / 10;
    return {
      users: formatUsers(users),
      times,
      monthly: atLeast ? `≥ ${text}` : text,
      perUser: formatPerUser(report.perUser, cost.currency),
      factor: `×${formatQuantity(Number((report.monthly / cost.large.monthly).toPrecision(2)))}`,
      ended: limitsOf(cost)
        .filter(({ saturatesAtUsers: end }) => end !== null && end < users && end >= before)
        .map((capacity) => endingText(cost, capacity)),
    };
  });
}

/** A capacity by its id. */
export function endingOf(cost: ModelCost, id: string | undefined): Ending | undefined {
  const found = limitsOf(cost).find((one) => one.id === id);
  return found && endingText(cost, found);
}

/** What ends first in the whole system. */
export function firstEnding(cost: ModelCost): Ending | undefined {
  const first = breaksBefore(limitsOf(cost));
  return first && endingText(cost, first);
}

function endingText(
  { users }: ModelCost,
  { id, resource, fix, saturatesAtUsers }: Capacity,
): Ending {
  if (saturatesAtUsers === null) return { id, resource, fix };
  const ratio = saturatesAtUsers / users[1];
  const times = formatQuantity(Number(ratio.toFixed(ratio < 10 ? 1 : 0)));
  const share = times === '1' ? 'about as many as now' : `${times} times as many`;
  return {
    id,
    resource,
    fix,
    at: `${formatUsers(saturatesAtUsers)} users, ${share}`,
  };
}
