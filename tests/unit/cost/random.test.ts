import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenPoints } from '#cost/engine/random.ts';

describe('even points', () => {
  it('are multiples of the root of two in one dimension', () => {
    const pointAt = evenPoints(1, 1);
    const [first, second] = [0, 1].map((point) => pointAt(point)[0] ?? Number.NaN);
    expect(((second as number) - (first as number) + 1) % 1).toBeCloseTo(Math.SQRT2 - 1, 12);
  });

  it('fill every coordinate evenly, and every pair of coordinates', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (dimensions, seed) => {
          const pointAt = evenPoints(dimensions, seed);
          const points = Array.from({ length: 3000 }, (_, point) => pointAt(point));
          const share = (isIn: (point: readonly number[]) => boolean) =>
            points.filter(isIn).length / points.length;
          for (let one = 0; one < dimensions; one++) {
            expect(points.every((point) => point[one]! >= 0 && point[one]! < 1)).toBe(true);
            expect(Math.abs(share((point) => point[one]! < 0.1) - 0.1)).toBeLessThan(0.02);
            const other = (one + 1) % dimensions;
            const both = share((point) => point[one]! < 0.5 && point[other]! < 0.5);
            expect(Math.abs(both - 0.25)).toBeLessThan(0.03);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('are the same for a seed, and shifted by another', () => {
    const points = (seed: number) => [0, 1, 2].map(evenPoints(5, seed));
    expect(points(3)).toEqual(points(3));
    expect(points(3)).not.toEqual(points(4));
  });
});
