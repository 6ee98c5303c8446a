import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '#cost/money/apportion.ts';
import {
  add,
  compare,
  decimal,
  multiply,
  subtract,
  toCents,
  toNumber,
} from '#cost/money/decimal.ts';

const amounts = fc.double({ min: 0, max: 1e12, noNaN: true });

describe('decimals', () => {
  it.each([
    [1.66667e-5, { digits: 166667n, scale: 10 }],
    [1e21, { digits: 10n ** 21n, scale: 0 }],
    [0.1, { digits: 1n, scale: 1 }],
    [-2.5, { digits: -25n, scale: 1 }],
  ])('%d is exactly what is written', (value, expected) => {
    expect(decimal(value)).toEqual(expected);
  });

  it('adds and multiplies without binary fractions', () => {
    expect(toNumber(add(decimal(0.1), decimal(0.2)))).toBe(0.3);
    expect(toNumber(multiply(decimal(1.1), decimal(1.1)))).toBe(1.21);
    expect(toNumber(subtract(decimal(0.3), decimal(0.1)))).toBe(0.2);
  });

  it('gives every number back', () => {
    fc.assert(fc.property(amounts, (value) => toNumber(decimal(value)) === value));
  });

  it('is the number that it is read as, however many digits it has', () => {
    const digits = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 30 }), (all, scale) =>
        Object.is(toNumber({ digits: all, scale }), Number(`${all}e-${scale}`)),
      ),
    );
  });

  it('orders as numbers do', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => compare(decimal(a), decimal(b)) === Math.sign(a - b)),
    );
  });

  it.each([
    [0.005, 1n],
    [0.0049, 0n],
    [1.005, 101n],
    [2.675, 268n],
    [7, 700n],
    [-0.005, -1n],
  ])('%d dollars are %d cents', (dollars, cents) => {
    expect(toCents(decimal(dollars))).toBe(cents);
  });
});

describe('apportioning', () => {
  it('gives what is left to the largest remainders', () => {
    expect(apportion(100n, [1, 1, 1])).toEqual([34n, 33n, 33n]);
    expect(apportion(100n, [2, 1])).toEqual([67n, 33n]);
    expect(apportion(5n, [0, 0])).toEqual([5n, 0n]);
    expect(apportion(5n, [])).toEqual([]);
  });

  it('gives parts that are the whole, none further than a cent from its share', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), weights, (cents, parts) => {
        const shares = apportion(cents, parts);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(cents);
        if (total === 0) return;
        for (const [index, share] of shares.entries()) {
          const fair = (Number(cents) * (parts[index] ?? 0)) / total;
          expect(Math.abs(Number(share) - fair)).toBeLessThanOrEqual(1.01);
        }
      }),
    );
  });
});
