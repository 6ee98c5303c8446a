import { rankBreaks } from '#cost/engine/breaks.ts';
import { breaksBefore } from '#cost/engine/capacity.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import type { ModelCost } from './costs.ts';

/** How many times the larger size a design is asked about. */
export const GROWTH = [1, 10, 100] as const;

/** A model beyond its sizes. */
export interface GrownReport {
  readonly times: (typeof GROWTH)[number];
  readonly users: number;
  readonly report: ModelReport;
  /** Something has ended before: the bill is a lower bound. */
  readonly atLeast: boolean;
}

/** The model at one, ten and a hundred times its larger size; none where it stops there. */
export function grownReports(cost: ModelCost): GrownReport[] {
  const grown = cost.answers.grown();
  if (!grown) return [];
  const [, size] = cost.users;
  const ranked = rankBreaks(cost.large.capacity, size);
  const end = breaksBefore(ranked)?.saturatesAtUsers ?? Number.POSITIVE_INFINITY;
  const reports = [cost.large, ...grown];
  return GROWTH.flatMap((times, place) => {
    const report = reports[place];
    const users = size * times;
    return report ? [{ times, users, report, atLeast: users > end }] : [];
  });
}
