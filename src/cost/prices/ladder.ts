import {
  add,
  type Decimal,
  decimal,
  multiply,
  subtract,
  toNumber,
  ZERO,
} from '../money/decimal.ts';
import type { Tier } from './book.ts';

/** The part of a quantity that falls on one step of a ladder. */
interface LadderStep {
  readonly from: number;
  readonly upTo: number | null;
  readonly quantity: Decimal;
  readonly unitPrice: number;
}

/** What a quantity costs on a ladder, exactly. */
export interface LadderCost {
  readonly steps: readonly LadderStep[];
  readonly amount: Decimal;
  /** The ladder ends below the quantity; the rest is priced at its last known step. */
  readonly beyondLadder: boolean;
}

/** Climbs a graduated ladder; a bound belongs to the step below it. */
export function climb(quantity: Decimal, tiers: readonly Tier[]): LadderCost {
  const steps: LadderStep[] = [];
  let from = 0;
  let amount = ZERO;
  let beyondLadder = false;
  for (const [index, { upTo, unitPrice }] of tiers.entries()) {
    const above = subtract(quantity, decimal(from));
    if (above.digits <= 0n) break;
    const isLast = index === tiers.length - 1;
    const room = upTo === null || isLast ? above : decimal(upTo - from);
    const part = subtract(above, room).digits > 0n ? room : above;
    beyondLadder = isLast && upTo !== null && toNumber(quantity) > upTo;
    steps.push({ from, upTo, quantity: part, unitPrice });
    amount = add(amount, multiply(part, decimal(unitPrice)));
    from = upTo ?? from;
  }
  return { steps, amount, beyondLadder };
}

/** The same in binary fractions, for the many evaluations behind quantiles. */
export function climbApproximately(quantity: number, tiers: readonly Tier[]): number {
  let from = 0;
  let amount = 0;
  // By index: an iterator for each of ten million calls is a third of the time.
  for (let index = 0; index < tiers.length && quantity > from; index++) {
    const { upTo, unitPrice } = tiers[index] as Tier;
    const top = upTo === null || index === tiers.length - 1 ? Number.POSITIVE_INFINITY : upTo;
    amount += (Math.min(quantity, top) - from) * unitPrice;
    from = top;
  }
  return amount;
}
