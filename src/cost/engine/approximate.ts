import type { Line } from '../define/line.ts';
import type { Price, PriceBook } from '../prices/book.ts';
import { climbApproximately } from '../prices/ladder.ts';
import { commitmentFor, committedRate, type PricingPolicy } from '../prices/pricing.ts';
import { incrementsOf, linesOf } from './bill.ts';
import type { Reading } from './replayer.ts';

/**
 * The totals of readings in binary fractions and without rounding, for the many evaluations behind
 * quantiles: what each comes to at the input that was read last. It follows `priceMeters` step by step; a
 * test holds the two within a cent a line.
 */
export function approximator(book: PriceBook, policy: PricingPolicy): (reading: Reading) => number {
  const prices = new WeakMap<Reading, () => number>();
  return (reading) => {
    const price = prices.get(reading) ?? totalOf(reading, book, policy);
    prices.set(reading, price);
    return price();
  };
}

function totalOf({ run, reader }: Reading, book: PriceBook, policy: PricingPolicy): () => number {
  const pools = Map.groupBy(
    linesOf(run.components).map(({ line }) => line),
    ({ dimension }) => dimension,
  );
  const priced = [...pools].flatMap(([dimension, lines]) => {
    const price = book.prices.get(dimension);
    if (!price) return [];
    const commitment = commitmentFor(price, policy);
    const rate = commitment && committedRate(price, commitment);
    const meters = lines.map((line) => meterOf(line, price, reader));
    return [{ price, meters, rate, coverage: commitment?.coverage ?? 1 }];
  });
  return () => {
    const left = policy.freeTier ? new Map<string, number>() : undefined;
    let sum = 0;
    for (const { price, meters, rate, coverage } of priced) {
      let total = 0;
      for (const meter of meters) total += meter();
      if (left) total -= takeFree(price, total, left);
      const covered = rate ? total * coverage : 0;
      const list = climbApproximately(total - covered, price.tiers);
      sum += list * (1 - (price.discount?.share ?? 0)) + covered * (rate?.unitPrice ?? 0);
    }
    return sum;
  };
}

/** What is billed for a line, in units of its price. */
function meterOf(
  { quantity, payload }: Line,
  { increment }: Price,
  reader: Reading['reader'],
): () => number {
  const count = reader(quantity);
  if (!increment) return count;
  const size = payload && reader(payload);
  const num = payload?.num ?? '';
  return () => count() * incrementsOf(size && { num, value: size() }, increment);
}

function takeFree({ id, alwaysFree }: Price, wanted: number, left: Map<string, number>): number {
  if (!alwaysFree) return 0;
  const pool = alwaysFree.sharedBy?.[0] ?? id;
  const available = left.get(pool) ?? alwaysFree.quantity;
  const taken = Math.min(available, wanted);
  left.set(pool, available - taken);
  return taken;
}
