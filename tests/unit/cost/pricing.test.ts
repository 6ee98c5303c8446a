import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, fromCents, subtract, toNumber } from '#cost/money/decimal.ts';
import type { Tier } from '#cost/prices/book.ts';
import { inCurrency } from '#cost/prices/exchange.ts';
import { climb, climbApproximately } from '#cost/prices/ladder.ts';
import { type PricingPolicy, priceMeters } from '#cost/prices/pricing.ts';
import { isOld, monthsOld } from '#cost/prices/trust.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';
import { BOOK } from './support.ts';

/** What one meter costs, in dollars. */
const cost = (dimension: string, quantity: number, policy: PricingPolicy = {}) =>
  fromCents(priceMeters([{ dimension, quantity }], BOOK, policy)[0]!.cents);

const ladders = [...shippedPriceBooks().values()].flatMap(({ region, prices }) =>
  [...prices.values()].map(({ id, tiers }): [string, readonly Tier[]] => [
    `${region} ${id}`,
    tiers,
  ]),
);

describe('ladders', () => {
  it.each([
    [0, 0],
    [10, 10],
    [10.01, 10.01],
    [30, 20],
    [40, 21],
  ])('%d GB cost %d dollars', (quantity, dollars) => {
    expect(cost('net.out', quantity)).toBe(dollars);
  });

  it('blends the rate of a tiered line and says what falls on each step', () => {
    const [line] = priceMeters([{ dimension: 'net.out', quantity: 40 }], BOOK, {});
    expect(line!.unitPrice).toBe(0.525);
    expect(line!.steps.map(({ from, upTo, quantity }) => [from, upTo, toNumber(quantity)])).toEqual(
      [
        [0, 10, 10],
        [10, 30, 20],
        [30, null, 10],
      ],
    );
  });

  it('are continuous at every bound of every shipped price', () => {
    for (const [id, tiers] of ladders) {
      for (const { upTo, unitPrice } of tiers) {
        if (upTo === null) continue;
        const price = (quantity: number) => climb(decimal(quantity), tiers).amount;
        const next = toNumber(subtract(price(upTo + 1), price(upTo)));
        expect(next, `${id} at ${upTo}`).toBeGreaterThanOrEqual(0);
        expect(next, `${id} at ${upTo}`).toBeLessThanOrEqual(
          Math.max(unitPrice, ...tiers.map((tier) => tier.unitPrice)),
        );
      }
    }
  });

  it('never cost less for more, and the approximation follows', () => {
    const quantities = fc.double({ min: 0, max: 1e11, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...ladders), quantities, quantities, ([, tiers], a, b) => {
        const price = (quantity: number) => toNumber(climb(decimal(quantity), tiers).amount);
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(price(less)).toBeLessThanOrEqual(price(more));
        const near = climbApproximately(more, tiers);
        expect(Math.abs(near - price(more))).toBeLessThanOrEqual(1e-9 * Math.max(1, near));
      }),
    );
  });

  it('use the last known step beyond their end, and say so', () => {
    const [line] = priceMeters([{ dimension: 'queue.request', quantity: 2000 }], BOOK, {});
    expect(fromCents(line!.cents)).toBe(2);
    expect(line!.beyondLadder).toBe(true);
    expect(line!.confidence).toBe('low');
  });
});

describe('a bill', () => {
  const freeTier = { freeTier: true };

  it('lets all lines of a dimension climb one ladder', () => {
    const lines = priceMeters(
      [
        { dimension: 'net.out', quantity: 10 },
        { dimension: 'net.out', quantity: 30 },
      ],
      BOOK,
      {},
    );
    expect(lines.map((line) => fromCents(line!.cents))).toEqual([5.25, 15.75]);
  });

  it('subtracts an allowance once, and from all that share it', () => {
    expect(cost('net.out', 4, freeTier)).toBe(0);
    expect(cost('net.out', 5, freeTier)).toBe(0);
    expect(cost('net.out', 7, freeTier)).toBe(2);
    const lines = priceMeters(
      [
        { dimension: 'net.out', quantity: 3 },
        { dimension: 'net.far', quantity: 3 },
      ],
      BOOK,
      freeTier,
    );
    expect(lines.map((line) => fromCents(line!.cents))).toEqual([0, 2]);
  });

  it.each([
    ['commits what the book has a rate for', {}, 12, undefined],
    ['looks for the payment that is asked for', { payment: 'all_upfront' as const }, 11, undefined],
    ['covers a share', { coverage: 0.5 }, 16, undefined],
    ['takes no payment but the one asked for', { payment: 'partial_upfront' as const }, 20, true],
    ['covers a service by name', { services: ['box'] }, 12, undefined],
    ['leaves other services as they are', { services: ['Disk'] }, 20, undefined],
  ])('%s', (_, more, dollars, onDemand = false) => {
    const policy = { commitment: { term: '1y' as const, ...more } };
    const [line] = priceMeters([{ dimension: 'box.hour', quantity: 100 }], BOOK, policy);
    expect(fromCents(line!.cents)).toBe(dollars);
    expect(line!.onDemand).toBe(onDemand);
  });

  it('puts the commitment of a service before the general one', () => {
    const own = { term: '1y' as const, payment: 'all_upfront' as const, services: ['Box'] };
    const other = { ...own, services: ['Disk'] };
    const bill = (commitments: PricingPolicy['commitments']) =>
      cost('box.hour', 100, { commitment: { term: '1y' }, commitments });
    expect([bill([own]), bill([other]), bill([other, own])]).toEqual([11, 12, 11]);
    expect(cost('box.hour', 100, { commitments: [own] })).toBe(11);
  });

  it.each([
    ['JPY', 155, [17, 34], 51],
    ['EUR', 0.86, [0.09, 0.19], 0.28],
    ['KWD', 0.3, [0.03, 0.07], 0.1],
  ])('rounds %s as it is paid', (to, rate, parts, sum) => {
    const book = inCurrency(BOOK, { from: 'USD', to, rate, date: '2026-11-01', source: 'a bank' });
    const lines = priceMeters(
      [
        { dimension: 'disk.gb', quantity: 1.1 },
        { dimension: 'disk.gb', quantity: 2.2 },
      ],
      book,
      {},
    );
    expect(book.currency).toBe(to);
    expect(lines.map((line) => fromCents(line!.cents))).toEqual(parts);
    expect(lines.reduce((all, line) => all + line!.cents, 0n)).toBe(BigInt(Math.round(sum * 100)));
  });

  it('stays on demand where there is no rate for the term', () => {
    const policy = { commitment: { term: '3y' as const } };
    const [line] = priceMeters([{ dimension: 'box.hour', quantity: 100 }], BOOK, policy);
    expect([fromCents(line!.cents), line!.onDemand]).toEqual([20, true]);
  });

  it('never gets dearer by a free tier, nor cheaper by use', () => {
    const meters = fc.array(
      fc.record({
        dimension: fc.constantFrom('disk.gb', 'net.out', 'net.far', 'box.hour', 'queue.request'),
        quantity: fc
          .double({ min: 0, max: 1e7, noNaN: true })
          .map((value) => Number(value.toPrecision(12))),
      }),
      { minLength: 1, maxLength: 8 },
    );
    const total = (
      lines: readonly { dimension: string; quantity: number }[],
      policy: PricingPolicy,
    ) => priceMeters(lines, BOOK, policy).reduce((sum, line) => sum + line!.cents, 0n);
    fc.assert(
      fc.property(meters, fc.nat({ max: 7 }), fc.boolean(), (lines, which, free) => {
        const policy = { freeTier: free };
        const before = total(lines, policy);
        expect(before).toBeGreaterThanOrEqual(0n);
        expect(total(lines, { freeTier: true })).toBeLessThanOrEqual(total(lines, {}));
        const more = lines.map((line, index) =>
          index === which % lines.length ? { ...line, quantity: line.quantity * 1.5 + 1 } : line,
        );
        expect(total(more, policy)).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('the age of a price', () => {
  it.each([
    ['2026-11-20', 0],
    ['2026-10', 1],
    ['2026', 10],
    ['~2022', 58],
    ['2024-07..2026-10', 1],
    ['2025-04-24', 19],
  ])('%s is %d months old', (asOf, months) => {
    expect(monthsOld(asOf, '2026-11-20')).toBe(months);
  });

  it('is old after a year', () => {
    const price = BOOK.prices.get('net.far')!;
    expect(isOld(price, BOOK)).toBe(true);
    expect(isOld({ ...price, asOf: '2025-11-20' }, BOOK)).toBe(false);
  });
});
