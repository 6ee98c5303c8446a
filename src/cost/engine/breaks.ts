import type { CostModel } from '../define/model.ts';
import { type Capacity, capacities } from './capacity.ts';
import { inputOf, type Question } from './options.ts';

/** The growth that a design is asked about. */
const GROWTH = [1, 10, 100] as const;

/** A capacity with the growth that it stands. */
export interface Break extends Capacity {
  /** How many times today's users it carries; none where there is no end. */
  readonly growth: number | null;
  /** Whether it holds at 1, 10 and 100 times the users. */
  readonly holds: readonly boolean[];
}

/** What breaks first: every capacity, the one that is used up soonest at the top. */
export function breaksFirst(model: CostModel, question: Question): Break[] {
  const run = model.run(inputOf(model, question, question.users));
  return rankBreaks(capacities(model, run, question), question.users);
}

/** The same for capacities that are known. */
export function rankBreaks(known: readonly Capacity[], users: number): Break[] {
  const end = ({ saturatesAtUsers }: Capacity) => saturatesAtUsers ?? Number.POSITIVE_INFINITY;
  return known
    .toSorted((a, b) => end(a) - end(b))
    .map((capacity) => ({
      ...capacity,
      growth: capacity.saturatesAtUsers === null ? null : capacity.saturatesAtUsers / users,
      holds: GROWTH.map((times) => end(capacity) >= users * times),
    }));
}
