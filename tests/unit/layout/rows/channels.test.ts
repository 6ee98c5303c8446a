import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costAbove, levelsOf } from '#layout/rows/channels/levels.ts';
import { type Wire, wireOf } from '#layout/rows/channels/wires.ts';

/** Single lines from an upper to a lower place. */
const wires = (...ends: readonly (readonly [number, number])[]): Wire[] =>
  ends.map(([upper, lower], segment) => wireOf([segment], [upper], [lower]));

/** Upright pieces of drawn wires: place, and from which to which track; 0 is above all tracks. */
function uprights(all: readonly Wire[]): { x: number; from: number; to: number }[] {
  const { wires: drawn, levels } = levelsOf(all);
  const last = Math.max(0, ...levels) + 2;
  return drawn.flatMap(({ uppers, lowers, under }, index) => {
    const track = (levels[index] ?? 0) + 1;
    const over = under ? (levels[drawn.indexOf(under)] ?? 0) + 1 : 0;
    const isUpperHalf = drawn.some((other) => other.under === drawn[index]);
    return [
      ...uppers.map((x) => ({ x, from: over, to: track })),
      ...(isUpperHalf ? [] : lowers.map((x) => ({ x, from: track, to: last }))),
    ];
  });
}

describe('costAbove', () => {
  it.each([
    ['nothing where neither end is in the way', [0, 10], [40, 50], 0],
    ['a crossing for each end that has to pass', [0, 50], [20, 100], 2],
    ['ends on one line', [0, 50], [55, 100], 100],
  ] as const)('is %s', (_, a, b, cost) => {
    const [above, below] = wires(a, b);
    if (!above || !below) throw new Error('two wires');
    expect(costAbove(above, below)).toBe(cost);
  });
});

describe('levelsOf', () => {
  it('needs one track for wires that do not meet', () => {
    expect(levelsOf(wires([0, 40], [60, 100])).levels).toEqual([0, 0]);
  });

  it('nests a fan without a crossing', () => {
    expect(levelsOf(wires([100, 0], [120, 40], [140, 80])).levels).toEqual([0, 1, 2]);
  });

  it('cuts one of two lines that change places', () => {
    const { wires: drawn, levels } = levelsOf(wires([0, 100], [100, 0]));
    expect(drawn).toHaveLength(3);
    expect(new Set(levels).size).toBe(3);
  });

  it('keeps wires apart on their tracks also where there are too many to weigh each pair', () => {
    const many = Array.from({ length: 400 }, (_, i): [number, number] => [
      (i * 7919 + 1) % 4001,
      (i * 104_729) % 4003,
    ]);
    const { wires: drawn, levels } = levelsOf(wires(...many));
    expect(drawn).toHaveLength(400);
    const tracks = Map.groupBy(drawn, (_, index) => levels[index]);
    for (const track of tracks.values()) {
      const spans = track.toSorted((a, b) => a.from - b.from);
      for (const [at, { to }] of spans.entries()) {
        expect(spans[at + 1]?.from ?? Number.POSITIVE_INFINITY).toBeGreaterThan(to);
      }
    }
  });

  it('nests a fan of very many wires without a crossing', () => {
    const fan = Array.from({ length: 200 }, (_, i): [number, number] => [10_000 + 20 * i, 40 * i]);
    const { wires: drawn, levels } = levelsOf(wires(...fan));
    const order = drawn.toSorted((a, b) => a.from - b.from);
    expect(order.map((wire) => levels[drawn.indexOf(wire)])).toEqual([...order.keys()]);
  });

  it('never lays two upright pieces on one line', () => {
    const places = fc.shuffledSubarray([0, 20, 40, 60, 80, 100, 120, 140]);
    fc.assert(
      fc.property(places, places, (uppers, lowers) => {
        const ends = uppers.flatMap((upper, index) => {
          const lower = lowers[index];
          return lower === undefined ? [] : [[upper, lower] as const];
        });
        const pieces = uprights(wires(...ends).filter(({ from, to }) => from < to));
        for (const [index, a] of pieces.entries()) {
          for (const b of pieces.slice(index + 1)) {
            const apart = Math.abs(a.x - b.x) >= 12 || a.to <= b.from || b.to <= a.from;
            expect(apart, JSON.stringify([a, b])).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
