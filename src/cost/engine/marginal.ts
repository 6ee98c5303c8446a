import type { CostModel } from '../define/model.ts';
import { fromCents } from '../money/decimal.ts';
import { MAX_USERS, type Question } from './options.ts';
import { type Reader, replayer } from './replayer.ts';
import { type Step, stepsBetween } from './steps.ts';
import { centsAt } from './totals.ts';

/** How many users the next lot is. */
const NEXT_USERS = 1_000;

/** What the next users add to the monthly total. */
export interface Marginal {
  readonly users: number;
  readonly monthly: number;
  /** The steps among them: they are part of `monthly`. */
  readonly steps: readonly Step[];
}

/** The marginal cost of the next 1,000 users. */
export function marginal(
  model: CostModel,
  question: Question,
  read: Reader = replayer(model),
): Marginal {
  const from = question.users;
  const to = Math.min(from + NEXT_USERS, MAX_USERS);
  const monthly = fromCents(centsAt(model, question, to) - centsAt(model, question, from));
  return { users: to - from, monthly, steps: stepsBetween(model, question, from, to, { read }) };
}
