import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '#layout/geometry.ts';
import { beforeHead, headMarkup, roundedPath } from '#svg/lines.ts';
import { pathPoints } from '../../support/paths.ts';

const p = (x: number, y: number): Point => ({ x, y });

describe('roundedPath', () => {
  it.each([
    ['nothing', [], ''],
    ['a point', [p(1, 2)], 'M1 2'],
    ['a straight line', [p(0, 0), p(0, 50)], 'M0 0L0 50'],
    ['a corner', [p(0, 0), p(0, 50), p(50, 50)], 'M0 0L0 44Q0 50 6 50L50 50'],
    ['a corner that may take all of an end', [p(0, 0), p(0, 4), p(50, 4)], 'M0 0L0 0Q0 4 4 4L50 4'],
    [
      'two corners that share a short piece',
      [p(0, 0), p(0, 50), p(8, 50), p(8, 99)],
      'M0 0L0 46Q0 50 4 50L4 50Q8 50 8 54L8 99',
    ],
    ['two points in one place', [p(5, 5), p(5, 5)], 'M5 5L5 5'],
    ['fractions', [p(0.123, 0), p(0.123, 49.97)], 'M0.1 0L0.1 50'],
  ])('%s', (_, points, path) => {
    expect(roundedPath(points)).toBe(path);
  });

  /** Lines that turn by right angles, as the engine routes them. */
  const route = fc
    .tuple(
      fc.boolean(),
      fc.array(
        fc.integer({ min: -200, max: 200 }).filter((by) => by !== 0),
        { minLength: 1, maxLength: 8 },
      ),
    )
    .map(([across, steps]) => {
      const points = [p(0, 0)];
      for (const [index, by] of steps.entries()) {
        const { x, y } = points.at(-1) ?? p(0, 0);
        points.push((index % 2 === 0) === across ? p(x + by, y) : p(x, y + by));
      }
      return points;
    });

  it('goes from end to end and never leaves the box of its bends', () => {
    fc.assert(
      fc.property(route, (points) => {
        const drawn = pathPoints(roundedPath(points));
        expect(drawn[0]).toEqual(points[0]);
        expect(drawn.at(-1)).toEqual(points.at(-1));
        for (const side of ['x', 'y'] as const) {
          const bends = points.map((point) => point[side]);
          for (const point of drawn) {
            expect(point[side]).toBeGreaterThanOrEqual(Math.min(...bends) - 0.1);
            expect(point[side]).toBeLessThanOrEqual(Math.max(...bends) + 0.1);
          }
        }
      }),
    );
  });

  it('stays near its bends: no corner is cut by more than its radius', () => {
    fc.assert(
      fc.property(route, (points) => {
        const drawn = pathPoints(roundedPath(points));
        for (const bend of points) {
          const nearest = Math.min(...drawn.map(({ x, y }) => Math.hypot(x - bend.x, y - bend.y)));
          expect(nearest).toBeLessThanOrEqual(6 / Math.SQRT2 + 0.1);
        }
      }),
    );
  });
});

const arrowHead = (points: readonly Point[]) =>
  / d="([^"]*)"/.exec(headMarkup(points, { color: '#123', width: 2 }))?.[1] ?? '';

describe('the head of a line', () => {
  it.each([
    ['down', [p(0, 0), p(0, 50)], 'M0 50L-3.6 40L3.6 40Z'],
    ['right', [p(0, 0), p(50, 0)], 'M50 0L40 3.6L40 -3.6Z'],
    ['up, by the last piece only', [p(0, 0), p(50, 0), p(50, -50)], 'M50 -50L53.6 -40L46.4 -40Z'],
  ])('points %s', (_, points, path) => {
    expect(arrowHead(points)).toBe(path);
  });

  it.each([[[]], [[p(1, 1)]]])('of %j is nothing', (points) => {
    expect(headMarkup(points, { color: '#123', width: 2 })).toBe('');
  });

  it('is filled, or open for an answer, as thick as its line', () => {
    const down = [p(0, 0), p(0, 50)];
    expect(headMarkup(down, { color: '#123', width: 2 })).toBe(
      '<path class="head" d="M0 50L-3.6 40L3.6 40Z" fill="#123"/>',
    );
    expect(headMarkup(down, { color: '#123', width: 2, open: true })).toBe(
      '<path class="head" d="M-3.6 40L0 50L3.6 40" fill="none" stroke="#123" stroke-width="2"/>',
    );
  });

  it('grows with a thick line, which ends within it', () => {
    const down = [p(0, 0), p(0, 50)];
    expect(headMarkup(down, { color: '#123', width: 5 })).toContain('d="M0 50L-6 33.5L6 33.5Z"');
    expect(beforeHead(down, 5)).toEqual([p(0, 0), p(0, 34.5)]);
    expect(beforeHead(down, 2)).toEqual(down);
    expect(beforeHead([p(0, 0), p(0, 4)], 20)).toEqual([p(0, 0), p(0, 0)]);
    expect(beforeHead([], 5)).toEqual([]);
  });

  it('has its tip at the end of the line, whatever its direction', () => {
    const point = fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
    });
    fc.assert(
      fc.property(point, point, (from, to) => {
        const [tip, left, right] = pathPoints(arrowHead([from, to]));
        expect(tip).toEqual(to);
        if (from.x === to.x && from.y === to.y) return;
        for (const corner of [left, right]) {
          expect(Math.hypot((corner?.x ?? 0) - to.x, (corner?.y ?? 0) - to.y)).toBeCloseTo(
            10.63,
            0,
          );
        }
      }),
    );
  });
});
