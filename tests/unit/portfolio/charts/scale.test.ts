import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountTicks, roomyTicks, userScale, userX } from '#portfolio/charts/scale.ts';

describe('scales', () => {
  it('gives each decade of users the same room', () => {
    const x = userX([1000, 1_000_000], 0, 300);
    expect([1000, 10_000, 100_000, 1_000_000].map(x)).toEqual([0, 100, 200, 300]);
    expect([10, 1e9].map(x)).toEqual([0, 300]);
  });

  it('leaves out a tick that touches a more wanted one', () => {
    const x = userX([1000, 5_000_000], 0, 252);
    expect(roomyTicks([500_000, 100_000, 5_000_000, 1000, 1_000_000], x)).toEqual([
      1000, 100_000, 500_000, 5_000_000,
    ]);
    expect(userScale(100_000, 500_000, 0, 800).ticks).toContain(500_000);
  });

  it.each([
    [47_093, [10_000, 20_000, 30_000, 40_000]],
    [12_500, [2000, 4000, 6000, 8000, 10_000, 12_000]],
    [84_000, [20_000, 40_000, 60_000, 80_000]],
    [3, [1, 2, 3]],
    [0.05, [0.01, 0.02, 0.03, 0.04, 0.05]],
    [0, []],
    [Number.POSITIVE_INFINITY, []],
  ])('divides $%d into round amounts', (most, expected) => {
    expect(amountTicks(most).map((amount) => Number(amount.toPrecision(6)))).toEqual(expected);
  });

  it('has three to seven amounts for any total', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), (most) => {
        const ticks = amountTicks(most);
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(Math.max(...ticks)).toBeLessThanOrEqual(most * (1 + 1e-6));
      }),
    );
  });
});
