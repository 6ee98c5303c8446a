import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '#layout/geometry.ts';
import { innerBox, outerSize } from '#layout/measure/shapes.ts';
import { SHAPES, type Shape } from '#model/styles.ts';
import { shapePaths } from '#svg/shapes.ts';
import { pathBounds, pathPoints } from '../../support/paths.ts';

/** A path of a few relative pieces is off by as many roundings to a tenth of a pixel. */
const ROUNDING = 0.3;

/** Places and sizes as they come: a text of at least a line in its shape, and no box below 56 px. */
const boxFor = (shape: Shape): fc.Arbitrary<Rect> =>
  fc
    .record({
      x: fc.integer({ min: 0, max: 40_000 }),
      y: fc.integer({ min: 0, max: 40_000 }),
      width: fc.integer({ min: 128, max: 600 }),
      height: fc.integer({ min: 30, max: 400 }),
    })
    .map(({ x, y, ...inner }) => {
      const { width, height } = outerSize(shape, inner);
      return {
        x: x / 10,
        y: y / 10,
        width: Math.ceil(width),
        height: Math.max(56, Math.ceil(height)),
      };
    });

function expectBounds(data: string, { x, y, width, height }: Rect) {
  const bounds = pathBounds(data);
  const off = [
    bounds.x - x,
    bounds.y - y,
    bounds.x + bounds.width - x - width,
    bounds.y + bounds.height - y - height,
  ].map(Math.abs);
  expect(Math.max(...off)).toBeLessThanOrEqual(ROUNDING);
}

describe.each(SHAPES)('%s', (shape) => {
  it('fills its box exactly', () => {
    fc.assert(
      fc.property(boxFor(shape), (rect) => expectBounds(shapePaths(shape, rect).outline, rect)),
      { numRuns: 40 },
    );
  });

  it('draws on itself and nowhere else', () => {
    fc.assert(
      fc.property(boxFor(shape), (rect) => {
        const { details } = shapePaths(shape, rect);
        for (const { x, y } of details ? pathPoints(details) : []) {
          expect(x).toBeGreaterThanOrEqual(rect.x - ROUNDING);
          expect(y).toBeGreaterThanOrEqual(rect.y - ROUNDING);
          expect(x).toBeLessThanOrEqual(rect.x + rect.width + ROUNDING);
          expect(y).toBeLessThanOrEqual(rect.y + rect.height + ROUNDING);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('closes what is filled', () => {
    const { outline } = shapePaths(shape, { x: 0, y: 0, width: 200, height: 120 });
    // A robot's antenna is a line and needs no end.
    expect(outline).toMatch(shape === 'Robot' ? /Z.*Z/ : /Z$/);
  });

  it('holds text of the size that it was made for', () => {
    const inner = { width: 128, height: 60 };
    const outer = outerSize(shape, inner);
    const room = innerBox(shape, { x: 0, y: 0, ...outer });
    expect(room.width).toBeGreaterThanOrEqual(inner.width - 1e-9);
    expect(room.height).toBeGreaterThanOrEqual(inner.height - 1e-9);
    expect(room.x + room.width).toBeLessThanOrEqual(outer.width + 1e-9);
    expect(room.y + room.height).toBeLessThanOrEqual(outer.height + 1e-9);
  });
});

describe('path bounds, the judge of the above', () => {
  it.each([
    ['M1 2h10v5h-10Z', { x: 1, y: 2, width: 10, height: 5 }],
    ['M0 5a10 5 0 1 1 20 0a10 5 0 1 1 -20 0Z', { x: 0, y: 0, width: 20, height: 10 }],
    ['M0 0a10 10 0 0 1 20 0', { x: 0, y: -10, width: 20, height: 10 }],
    ['M0 0a10 10 0 0 0 20 0', { x: 0, y: 0, width: 20, height: 10 }],
    ['M0 0a1 1 0 0 1 20 0', { x: 0, y: -10, width: 20, height: 10 }],
    ['M0 0Q10 20 20 0', { x: 0, y: 0, width: 20, height: 10 }],
    ['M0 0l10 10m5 5l1 1', { x: 0, y: 0, width: 16, height: 16 }],
  ])('%s', (data, expected) => {
    const bounds = pathBounds(data);
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(bounds[side]).toBeCloseTo(expected[side], 6);
  });

  it.each(['M0 0C1 1 2 2 3 3', 'M0 x', 'M0 0a1 1 45 0 1 2 2', ''])('refuses %j', (data) => {
    expect(() => pathBounds(data)).toThrow();
  });
});
