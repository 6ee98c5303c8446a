import { describe, expect, it } from 'vitest';
import { add, decimal, fromCents, toNumber, ZERO } from '#cost/money/decimal.ts';
import { climb } from '#cost/prices/ladder.ts';
import { priceMeters } from '#cost/prices/pricing.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';
import { WORKED_EXAMPLES } from './worked-examples.ts';

const books = shippedPriceBooks();

describe('worked examples', () => {
  it.each(WORKED_EXAMPLES)('$id', ({ meters, expected, tolerance }) => {
    const book = books.get('us-east-1')!;
    const exact = Object.entries(meters).reduce((sum, [id, quantity]) => {
      const price = book.prices.get(id)!;
      return add(sum, climb(decimal(quantity), price.tiers).amount);
    }, ZERO);
    expect(Math.abs(toNumber(exact) - expected)).toBeLessThanOrEqual(tolerance + 1e-9);

    // What is billed is the same, each line rounded to the cent.
    const lines = Object.entries(meters).map(([dimension, quantity]) => ({ dimension, quantity }));
    const billed = priceMeters(lines, book, {}).reduce((sum, line) => sum + line!.cents, 0n);
    expect(Math.abs(fromCents(billed) - toNumber(exact))).toBeLessThanOrEqual(0.005 * lines.length);
  });
});

describe('bills that rest on commitments', () => {
  const committed = (dimension: string, term: '1y' | '3y') => {
    const policy = { commitment: { term } };
    const [line] = priceMeters([{ dimension, quantity: 730 }], books.get('us-east-1')!, policy);
    return fromCents(line!.cents);
  };

  it('of three years, nothing upfront', () => {
    expect(committed('ec2.t3.medium', '3y')).toBe(13.14);
  });

  it('in two zones, at two rates of one, as the book has no Multi-AZ one', () => {
    const single = committed('rds.mysql.t3.large.single', '1y');
    expect(Math.abs(single * 2 - 139.72)).toBeLessThanOrEqual(0.0699);
  });
});
