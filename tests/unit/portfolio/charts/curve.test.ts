import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Curve } from '#cost/engine/curve.ts';
import { curveCharts } from '#portfolio/charts/curve.ts';
import {
  AMOUNT,
  CURVE_SHEETS,
  type CurveChart,
  DISC,
  TEXT,
} from '#portfolio/charts/curve-parts.ts';
import { type Box, overlap } from '#portfolio/charts/labels.ts';
import { roughWidth } from '#portfolio/charts/scale.ts';
import { formatCount, formatMoney } from '#portfolio/format.ts';

const SIZES: readonly [number, number] = [100_000, 500_000];
const GROUPS = ['Services', 'Database', 'CDN and network', 'Streams and cache', 'Observability'];

interface Shape {
  readonly fixed: number;
  readonly perUser: number;
  /** Users at which something is bought, and what it adds. */
  readonly steps: readonly (readonly [number, number])[];
}

/** A curve of any shape, with the points that the engine gives: a grid, both sides of steps, sizes. */
function curveOf({ fixed, perUser, steps }: Shape, sizes = SIZES): Curve {
  const grid = Array.from({ length: 40 }, (_, index) => Math.round(1000 * 5000 ** (index / 39)));
  const sides = steps.flatMap(([users]) => [users - 1, users]);
  const users = [...new Set([...grid, ...sides, ...sizes])].sort((a, b) => a - b);
  return {
    groups: GROUPS,
    points: users.map((count) => {
      const bought = steps.reduce((sum, [from, adds]) => sum + (count >= from ? adds : 0), 0);
      const monthly = fixed + perUser * count + bought;
      const share = monthly / GROUPS.length;
      return { users: count, monthly, groups: Object.fromEntries(GROUPS.map((g) => [g, share])) };
    }),
    steps: steps
      .toSorted(([a], [b]) => a - b)
      .map(([at, monthly], index) => ({
        ...{ users: at, monthly, resource: `r${index}`, label: 'Nodes', from: '1', to: '2' },
      })),
  };
}

function chartsOf(shape: Shape, spread = 0.3, sizes = SIZES): CurveChart[] {
  const curve = curveOf(shape, sizes);
  const ends = [curve.points[0], curve.points.at(-1)].map((point) => point?.users ?? 0);
  const band = [...new Set([...ends, ...sizes])]
    .sort((a, b) => a - b)
    .map((size) => {
      const total = curve.points.find(({ users }) => users === size)?.monthly ?? 0;
      return { users: size, p10: total * (1 - spread), p90: total * (1 + 2 * spread) };
    });
  return curveCharts({ curve, users: sizes, band, money: formatMoney });
}

/** The words and discs of a chart, as boxes. */
function wordsOf({ amounts, marks, steps }: CurveChart): Box[] {
  return [
    ...amounts.map(({ text, y }) => ({
      ...{ left: 2, right: roughWidth(text, TEXT), top: y - TEXT - 4, bottom: y },
    })),
    ...marks.flatMap(({ users, monthly, label }) => {
      const width = Math.max(
        roughWidth(formatMoney(monthly), AMOUNT),
        roughWidth(`${formatCount(users)} users`, TEXT),
      );
      return label ? [{ ...label, left: label.right - 1 - width }] : [];
    }),
    ...steps.map(({ disc: { x, y } }) => ({
      ...{ left: x - DISC, right: x + DISC, top: y - DISC, bottom: y + DISC },
    })),
  ];
}

const shape: fc.Arbitrary<Shape> = fc.record({
  fixed: fc.integer({ min: 0, max: 20_000 }),
  perUser: fc.double({ min: 0, max: 0.2, noNaN: true }),
  steps: fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1002, max: 4_999_999 }), fc.integer({ min: 5, max: 9000 })),
    { maxLength: 30, selector: ([users]) => users },
  ),
});

describe('the chart of a curve', () => {
  it('never writes one thing over another, or beyond its sheet', () => {
    const spreads = fc.double({ min: 0, max: 0.5, noNaN: true });
    const sizes = fc.constantFrom<typeof SIZES>(SIZES, [1000, 4000], [900_000, 5_000_000]);
    fc.assert(
      fc.property(shape, spreads, sizes, (given, spread, two) => {
        for (const chart of chartsOf(given, spread, two)) {
          const boxes = wordsOf(chart);
          for (const [place, one] of boxes.entries()) {
            expect(one.top).toBeGreaterThanOrEqual(-1e-9);
            expect(one.left).toBeGreaterThanOrEqual(0);
            expect(one.right).toBeLessThanOrEqual(chart.sheet.width);
            expect(boxes.slice(place + 1).filter((other) => overlap(one, other))).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the names of groups apart, and ticks too', () => {
    fc.assert(
      fc.property(shape, (given) => {
        for (const { bands, ticks } of chartsOf(given)) {
          const names = bands.map(({ label: { y, lines } }) => [
            y - TEXT,
            y + (lines.length - 1) * 14,
          ]);
          for (const [index, [top = 0]] of names.entries()) {
            // The first band is the lowest.
            expect(names[index + 1]?.[1] ?? 0).toBeLessThanOrEqual(top);
          }
          for (const [index, { x }] of ticks.entries()) {
            expect(x - (ticks[index - 1]?.x ?? -100)).toBeGreaterThanOrEqual(44);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('writes both sizes where the higher one would stand in the way of the lower', () => {
    for (const { sheet, marks } of chartsOf({ fixed: 1000, perUser: 0.009, steps: [] }, 0.35)) {
      expect(
        marks.map(({ label }) => label !== undefined),
        sheet.name,
      ).toEqual([true, true]);
    }
  });

  it('names the dearest steps in the order of users, under the same number on every sheet', () => {
    const steps = [20_000, 60_000, 150_000, 300_000, 900_000, 1_500_000, 2_500_000, 4_000_000].map(
      (users, index) => [users, 1000 + index] as const,
    );
    const charts = chartsOf({ fixed: 500, perUser: 0.002, steps });
    const broad = charts.at(-1)?.steps ?? [];
    expect(broad.map(({ number, users }) => [number, users])).toEqual(
      steps.slice(-6).map(([users], index) => [index + 1, users]),
    );
    for (const chart of charts) {
      for (const { number, users } of chart.steps) {
        expect(broad.find((step) => step.number === number)?.users).toBe(users);
      }
    }
  });

  it('draws the band in proportion to the total between the numbers that it is known at', () => {
    for (const { spread, bottom } of chartsOf({ fixed: 1000, perUser: 0.01, steps: [] })) {
      const heights = (path = '') =>
        [...path.matchAll(/[ML][\d.]+[ ,]([\d.]+)/g)].map(([, y]) => bottom - Number(y));
      const [low, high] = [heights(spread?.low), heights(spread?.high)];
      expect(low.at(-1)).toBeCloseTo(((high.at(-1) ?? 0) * 0.7) / 1.6, 0);
      expect(spread?.area).toMatch(/^M/);
    }
    const [chart] = curveCharts({
      curve: curveOf({ fixed: 1, perUser: 1, steps: [] }),
      users: SIZES,
      money: formatMoney,
    });
    expect(chart?.spread).toBeUndefined();
  });

  it('marks both sizes with their totals, and says what a user costs below them', () => {
    for (const { marks, ticks } of chartsOf({ fixed: 1000, perUser: 0.01, steps: [] })) {
      expect(marks.map(({ users, monthly }) => [users, monthly])).toEqual([
        [100_000, 2000],
        [500_000, 6000],
      ]);
      const sizes = ticks.filter(({ isSize }) => isSize);
      expect(sizes.map(({ users, perUser }) => [users, perUser])).toEqual([
        [100_000, 0.02],
        [500_000, 0.012],
      ]);
    }
    expect(chartsOf({ fixed: 0, perUser: 0, steps: [] })).toHaveLength(CURVE_SHEETS.length);
  });
});
