import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCents,
  formatCount,
  formatDate,
  formatMoney,
  formatPerUser,
  formatQuantity,
  formatShare,
  formatUnitPrice,
  formatUsers,
  plural,
} from '#portfolio/format.ts';

const NBSP = '\u00A0';

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1,000'],
    [12_345, '12,345'],
    [500_000, '500,000'],
    [1e9, '1,000,000,000'],
    [-1234, '-1,234'],
    [-123, '-123'],
    [1234.5, '1,234.5'],
    [0.25, '0.25'],
  ])('%d is %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it('only adds commas', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (count) => {
        const text = formatCount(count);
        expect(Number(text.replaceAll(',', ''))).toBe(count);
        expect(text).toMatch(/^-?\d{1,3}(,\d{3})*$/);
      }),
    );
  });
});

describe('formatUsers', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [999, '999'],
    [1000, '1K'],
    [1049, '1K'],
    [1050, '1.1K'],
    [9949, '9.9K'],
    [9999, '10K'],
    [12_345, '12K'],
    [100_000, '100K'],
    [999_499, '999K'],
    [999_500, '1M'],
    [1_100_000, '1.1M'],
    [12_000_000, '12M'],
    [999_499_999, '999M'],
    [999_500_000, '1B'],
    [1e10, '10B'],
  ])('%d is %s', (count, text) => {
    expect(formatUsers(count)).toBe(text);
  });

  it('never says less of more', () => {
    const size = (text: string) =>
      Number.parseFloat(text) * ({ K: 1e3, M: 1e6, B: 1e9 }[text.slice(-1)] ?? 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(size(formatUsers(less))).toBeLessThanOrEqual(size(formatUsers(more)));
        expect(formatUsers(more)).not.toMatch(/^\d{4}/);
      }),
    );
  });
});

describe('formatQuantity', () => {
  it.each([
    [0, '0'],
    [0.04, '0'],
    [0.06, '0.1'],
    [9.94, '9.9'],
    [9.96, '10'],
    [10.4, '10'],
    [1234.5, '1,235'],
  ])('%d is %s', (quantity, text) => {
    expect(formatQuantity(quantity)).toBe(text);
  });
});

describe('formatMoney', () => {
  it.each([
    [0, '$0'],
    [0.004, '$0.00'],
    [0.005, '$0.01'],
    [0.5, '$0.50'],
    [9.99, '$9.99'],
    [9.994, '$9.99'],
    [9.996, '$10'],
    [10, '$10'],
    [10.4, '$10'],
    [10.5, '$11'],
    [999.4, '$999'],
    [999.5, '$1,000'],
    [12_040.2, '$12,040'],
    [1e6, '$1,000,000'],
    [-0.5, '−$0.50'],
    [-0.001, '$0.00'],
    [-9.996, '−$10'],
    [-1234, '−$1,234'],
  ])('%d is %s', (amount, text) => {
    expect(formatMoney(amount)).toBe(text);
  });

  it.each([
    ['EUR', '€1,234'],
    ['GBP', '£1,234'],
    ['INR', '₹1,234'],
    ['CHF', 'CHF 1,234'],
  ])('knows %s', (currency, text) => {
    expect(formatMoney(1234, currency)).toBe(text);
  });
});

describe('formatCents', () => {
  it.each([
    [0, '$0.00'],
    [0.004, '$0.00'],
    [2800.28, '$2,800.28'],
    [999.995, '$1,000.00'],
    [1e6, '$1,000,000.00'],
    [-3.5, '−$3.50'],
    [-0.004, '$0.00'],
  ])('%d is %s', (amount, text) => {
    expect(formatCents(amount)).toBe(text);
  });
});

describe('formatPerUser', () => {
  it.each([
    [0, `0${NBSP}¢`],
    [0.024_06, `2.41${NBSP}¢`],
    [0.005, `0.5${NBSP}¢`],
    [0.1, `10${NBSP}¢`],
    [0.2, `20${NBSP}¢`],
    [0.0999, `9.99${NBSP}¢`],
    [0.995, `99.5${NBSP}¢`],
    [0.9994, `99.9${NBSP}¢`],
    [0.9996, '$1.00'],
    [1, '$1.00'],
    [12.345, '$12.35'],
    [1e-5, `0.001${NBSP}¢`],
    [2.8e-7, `0.000028${NBSP}¢`],
    [1e-9, `0.0000001${NBSP}¢`],
    [1e-15, `0${NBSP}¢`],
  ])('%d is %s', (amount, text) => {
    expect(formatPerUser(amount)).toBe(text);
  });

  it('has cents of dollars only', () => {
    expect(formatPerUser(0.5, 'EUR')).toBe('€0.50');
  });
});

describe('formatUnitPrice', () => {
  it.each([
    [0, '$0.00'],
    [0.0000002, '$0.20 a million'],
    [0.00099, '$990.00 a million'],
    [0.001, '$0.001'],
    [0.0416, '$0.0416'],
    [0.123_456, '$0.1235'],
    [0.5, '$0.50'],
    [12.3456, '$12.35'],
    [99.994, '$99.99'],
    [1234.56, '$1,234.56'],
    [12_345.678, '$12,345.68'],
  ])('%d is %s', (price, text) => {
    expect(formatUnitPrice(price)).toBe(text);
  });
});

describe('formatShare', () => {
  it.each([
    [0, `0.0${NBSP}%`],
    [0.2437, `24.4${NBSP}%`],
    [0.9996, `100.0${NBSP}%`],
    [1, `100.0${NBSP}%`],
  ])('%d is %s', (ratio, text) => {
    expect(formatShare(ratio)).toBe(text);
  });
});

describe('formatDate', () => {
  it.each([
    ['2026-11-21', '21 November 2026'],
    ['2026-01-02', '2 January 2026'],
    ['2026-12-31T23:00:00Z', '31 December 2026'],
  ])('%s is %s', (iso, text) => {
    expect(formatDate(iso)).toBe(text);
  });
});

describe('plural', () => {
  it.each([
    [0, '0 drawings'],
    [1, '1 drawing'],
    [11, '11 drawings'],
    [1000, '1,000 drawings'],
  ])('%d', (count, text) => {
    expect(plural(count, 'drawing')).toBe(text);
  });

  it('takes another word for many', () => {
    expect([plural(1, 'boundary', 'boundaries'), plural(2, 'boundary', 'boundaries')]).toEqual([
      '1 boundary',
      '2 boundaries',
    ]);
  });
});
