import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Swing } from '#cost/engine/sensitivity.ts';
import { tornado } from '#portfolio/charts/tornado.ts';

const swing = (monthlyAtLow: number, monthlyAtHigh: number, more: Partial<Swing> = {}): Swing => ({
  ...{ driver: 'd', label: 'D', unit: 'order/user', low: 0.4, high: 2.5, ...more },
  ...{ monthlyAtLow, monthlyAtHigh },
});

describe('a tornado', () => {
  it('draws every driver on one scale about the likely total', () => {
    const { rows, middle, still } = tornado(
      [swing(600, 1400), swing(1000, 1200), swing(1, 1)],
      1000,
    );
    expect(middle).toBe(50);
    expect(still).toBe(1);
    expect(rows.map(({ atLow, atHigh, low, high }) => [atLow, atHigh, low, high])).toEqual([
      [-400, 400, { from: 0, width: 50 }, { from: 50, width: 50 }],
      [0, 200, { from: 50, width: 0 }, { from: 50, width: 25 }],
    ]);
  });

  it('has room for drivers of which more costs less, and for none at all', () => {
    expect(tornado([swing(1200, 800)], 1000).rows[0]).toMatchObject({
      low: { from: 50, width: 50 },
      high: { from: 0, width: 50 },
    });
    expect(tornado([], 1000)).toEqual({ rows: [], middle: 50, still: 0 });
  });

  it.each([
    [{ low: 8, high: 30, unit: 'session/user' }, '8 to 30 sessions a user'],
    [{ low: 12, high: 36, unit: 'ratio' }, '12 to 36'],
    [{ low: 0.4, high: 0.85, unit: 'ratio' }, '40\u00A0% to 85\u00A0%'],
    [{ low: 0.00123, high: 1.23456, unit: 'kB/event' }, '0.00123 to 1.23 kB an event'],
    [{ low: 20_000, high: 50_000, unit: 'product' }, '20,000 to 50,000 products'],
  ])('writes the range %j', (driver, expected) => {
    expect(tornado([swing(1, 2, driver)], 1).rows[0]?.range).toBe(expected);
  });

  it('never leaves its column', () => {
    const total = fc.integer({ min: 0, max: 1e6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(total, total), { maxLength: 9 }), total, (ends, monthly) => {
        const { rows } = tornado(
          ends.map(([low, high]) => swing(low, high)),
          monthly,
        );
        for (const bar of rows.flatMap(({ low, high }) => [low, high])) {
          expect(bar.from).toBeGreaterThanOrEqual(0);
          expect(bar.from + bar.width).toBeLessThanOrEqual(100.02);
        }
      }),
    );
  });
});
