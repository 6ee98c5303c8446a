import type { ModelRun } from '../define/model.ts';
import type { Price, PriceBook } from '../prices/book.ts';
import { climbApproximately } from '../prices/ladder.ts';
import { commitmentFor, committedRate, type PricingPolicy } from '../prices/pricing.ts';
import type { Quantity } from '../units/quantity.ts';
import { incrementsOf, linesOf } from './bill.ts';

/**
 * A run's bill in binary fractions and without rounding, for the many evaluations behind quantiles.
 * It follows `priceMeters` step by step; a test holds the two within a cent a line.
 */
export function approximator(
  run: ModelRun,
  book: PriceBook,
  policy: PricingPolicy,
): (read: (quantity: Quantity) => number) => number {
  const pools = Map.groupBy(
    linesOf(run.components).map(({ line }) => line),
    ({ dimension }) => dimension,
  );
  const priced = [...pools].flatMap(([dimension, lines]) => {
    const price = book.prices.get(dimension);
    if (!price) return [];
    const commitment = commitmentFor(price, policy);
    const rate = commitment && committedRate(price, commitment);
    return [{ price, lines, rate, coverage: commitment?.coverage ?? 1 }];
  });
  return (read) => {
    const left = new Map<string, number>();
    let sum = 0;
    for (const { price, lines, rate, coverage } of priced) {
      let total = 0;
      for (const { quantity, payload } of lines) {
        const size = payload && { num: payload.num, value: read(payload) };
        total += read(quantity) * (price.increment ? incrementsOf(size, price.increment) : 1);
      }
      if (policy.freeTier) total -= takeFree(price, total, left);
      const covered = rate ? total * coverage : 0;
      const list = climbApproximately(total - covered, price.tiers);
      sum += list * (1 - (price.discount?.share ?? 0)) + covered * (rate?.unitPrice ?? 0);
    }
    return sum;
  };
}

function takeFree({ id, alwaysFree }: Price, wanted: number, left: Map<string, number>): number {
  if (!alwaysFree) return 0;
  const pool = alwaysFree.sharedBy?.[0] ?? id;
  const available = left.get(pool) ?? alwaysFree.quantity;
  const taken = Math.min(available, wanted);
  left.set(pool, available - taken);
  return taken;
}
