import { describe, expect, it } from 'vitest';
import { add, decimal, fromCents, multiply, toNumber, ZERO } from '#cost/money/decimal.ts';
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

  it('covers all that the price book reproduces', () => {
    expect(WORKED_EXAMPLES).toHaveLength(71);
  });
});

// The rest of the published examples: what each needs besides the meters of us-east-1.
describe('examples that need more than meters', () => {
  const priced = (region: string, dimension: string, quantity: number, term?: '1y' | '3y') => {
    const policy = term ? { commitment: { term } } : {};
    const [line] = priceMeters([{ dimension, quantity }], books.get(region)!, policy);
    return fromCents(line!.cents);
  };

  it.each([
    ['ec2-ri-3y', 'us-east-1', 'ec2.t3.medium', 730, '3y', 13.14],
    ['dt-euw1-10tb', 'eu-west-1', 'dt.internet_out', 10_240, undefined, 921.6],
    ['dt-aps1-10tb', 'ap-south-1', 'dt.internet_out', 10_240, undefined, 1119.23],
    ['dt-aps1-xregion', 'ap-south-1', 'dt.inter_region', 750, undefined, 64.5],
    ['nat-euw1-x3', 'eu-west-1', 'nat.hour', 2190, undefined, 105.12],
  ] as const)('%s', (_, region, dimension, quantity, term, expected) => {
    expect(priced(region, dimension, quantity, term)).toBe(expected);
  });

  it.each([
    ['fargate-aps1', 'fargate.vcpu_x86', 'fargate.gb_x86', 18.93],
    ['fargate-aps1-arm', 'fargate.vcpu_arm', 'fargate.gb_arm', 10.6],
  ] as const)('%s', (_, vcpu, memory, expected) => {
    const total = priced('ap-south-1', vcpu, 0.5 * 730) + priced('ap-south-1', memory, 730);
    expect(Math.abs(total - expected)).toBeLessThanOrEqual(0.01);
  });

  it('rds-ri-t3large-1y-multi: two Single-AZ rates, as the book has no Multi-AZ one', () => {
    const single = priced('us-east-1', 'rds.mysql.t3.large.single', 730, '1y');
    expect(Math.abs(single * 2 - 139.72)).toBeLessThanOrEqual(0.0699);
  });

  it('dt-8.91-free: the allowance is data, and was 1 GB until 2021', () => {
    const allowance = 1;
    const paid = multiply(decimal(100 - allowance), decimal(0.09));
    expect(toNumber(paid)).toBe(8.91);
  });
});
