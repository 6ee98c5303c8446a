import { fromCents } from '../money/decimal.ts';
import type { PriceBook } from '../prices/book.ts';
import { priceMeters } from '../prices/pricing.ts';
import type { Amount } from './expression.ts';
import type { Findings } from './findings.ts';
import { exceeds, NOTHING, over, toNumber } from './rational.ts';
import type { AuditedMeter } from './report.ts';
import { isSame, readUnit, wordsOf } from './units.ts';

interface Task {
  readonly at: readonly PropertyKey[];
  readonly quantity: (dimension: string, text: string) => Amount | undefined;
  readonly findings: Findings;
}

/**
 * Prices the quantities of a claim at list prices, without free allowances, as `cost --meter` does. A
 * quantity in units is converted to what is billed; a plain number is taken as that.
 */
export function priceClaim(
  quantities: Readonly<Record<string, string>>,
  book: PriceBook,
  { at, quantity, findings }: Task,
): { readonly cents: bigint; readonly meters: readonly AuditedMeter[] } | undefined {
  const entries = Object.entries(quantities);
  const meters = entries.flatMap(([dimension, text]) => {
    const price = book.prices.get(dimension);
    const path = [...at, dimension];
    if (!price) {
      const known = [...book.prices.keys()];
      findings.unknown('claim-dimension', path, dimension, known, { onKey: true });
    }
    const amount = quantity(dimension, text);
    if (!price || !amount) return [];
    // A unit of two words is one noun: `rule execution`.
    const unit = price.unit.includes(' ')
      ? { scale: readUnit('').scale, measure: new Map([[price.unit, 1]]) }
      : readUnit(price.unit);
    const isPlain = amount.measure.size === 0;
    if (!isPlain && !isSame(amount.measure, unit.measure)) {
      const message = `This is ${wordsOf(amount.measure)}, and \`${dimension}\` is billed by ${price.unit}.`;
      findings.add('claim-unit', path, message, { text, start: 0, end: text.length });
      return [];
    }
    const billed = isPlain ? amount.value : over(amount.value, unit.scale);
    if (!billed || exceeds(NOTHING, billed)) {
      const message = 'A quantity that is billed cannot be negative.';
      findings.add('claim-figure', path, message, { text, start: 0, end: text.length });
      return [];
    }
    return [{ dimension, quantity: toNumber(billed) }];
  });
  if (meters.length < entries.length) return undefined;
  const priced = priceMeters(meters, book, {}).flatMap((item) => (item ? [item] : []));
  return {
    cents: priced.reduce((sum, { cents }) => sum + cents, 0n),
    meters: priced.map(({ meter, price, cents }) => ({
      ...meter,
      unit: price.unit,
      monthly: fromCents(cents),
      ...(price.lifecycle && { closedSince: price.lifecycle.since }),
    })),
  };
}
