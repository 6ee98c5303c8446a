import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, overlap, placeAbove, spread } from '#portfolio/charts/labels.ts';

const box: fc.Arbitrary<Box> = fc
  .record({
    left: fc.integer({ min: 0, max: 280 }),
    top: fc.integer({ min: 0, max: 180 }),
    width: fc.integer({ min: 1, max: 80 }),
    height: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ left, top, width, height }) => ({
    ...{ left, top, right: left + width, bottom: top + height },
  }));

describe('spread', () => {
  it('moves labels no further than those beside them make it', () => {
    const label = (at: number) => ({ at, height: 10 });
    expect(spread([label(20), label(50)], 0, 100)).toEqual([20, 50]);
    expect(spread([label(20), label(22), label(60)], 0, 100)).toEqual([20, 30, 60]);
    expect(spread([label(90), label(98)], 0, 100)).toEqual([85, 95]);
    expect(spread([label(-5)], 0, 100)).toEqual([5]);
  });

  it('keeps the order, the gaps and both ends wherever everything fits', () => {
    const labels = fc.array(
      fc.record({
        at: fc.integer({ min: -50, max: 350 }),
        height: fc.integer({ min: 1, max: 40 }),
      }),
      { maxLength: 7 },
    );
    fc.assert(
      fc.property(labels, (wanted) => {
        const sorted = wanted.toSorted((a, b) => a.at - b.at);
        const boxes = spread(sorted, 0, 300).map((middle, index) => {
          const half = (sorted[index]?.height ?? 0) / 2;
          return { top: middle - half, bottom: middle + half };
        });
        for (const [index, { top, bottom }] of boxes.entries()) {
          expect(top).toBeGreaterThanOrEqual((boxes[index - 1]?.bottom ?? 0) - 1e-9);
          expect(bottom).toBeLessThanOrEqual(300 + 1e-9);
        }
      }),
    );
  });
});

const SHEET = { left: 0, right: 300, top: 0 };

describe('placeAbove', () => {
  const label = { x: 100, before: 30, after: 5, height: 20, stem: 10 };

  it('stands as near to the line as it may', () => {
    const placed = placeAbove(label, { ceiling: () => 150, ...SHEET, taken: [] });
    expect(placed?.label).toEqual({ left: 70, right: 105, top: 120, bottom: 140 });
    expect(placed?.x).toBe(100);
  });

  it('is raised above what stands there, or leans aside where it may', () => {
    const taken = [{ left: 104, right: 120, top: 100, bottom: 145 }];
    const ground = { ceiling: () => 150, ...SHEET, taken };
    expect(placeAbove(label, ground)?.label.bottom).toBeLessThanOrEqual(100);
    expect(placeAbove({ ...label, lean: 16 }, ground)).toMatchObject({
      x: 92,
      label: { top: 120, bottom: 140 },
    });
  });

  it('finds no place where its stem is in the way, or there is no room', () => {
    const taken = [{ left: 99, right: 101, top: 145, bottom: 149 }];
    expect(placeAbove(label, { ceiling: () => 150, ...SHEET, taken })).toBeUndefined();
    expect(placeAbove(label, { ceiling: () => 25, ...SHEET, taken: [] })).toBeUndefined();
    expect(
      placeAbove({ ...label, x: 20 }, { ceiling: () => 99, ...SHEET, taken: [] }),
    ).toBeUndefined();
  });

  it('never touches what is taken or the line, and stays on its sheet', () => {
    fc.assert(
      fc.property(
        fc.array(box, { maxLength: 8 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 20, max: 200 }),
        fc.integer({ min: 0, max: 40 }),
        (taken, x, height, lean) => {
          // The line rises to the right.
          const ceiling = (_left: number, right: number) => height - right / 10;
          const placed = placeAbove({ ...label, x, lean }, { ceiling, ...SHEET, taken });
          if (!placed) return;
          const { left, right, top, bottom } = placed.label;
          expect(Math.min(top, left, SHEET.right - right)).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(ceiling(left, right) - label.stem + 1e-9);
          for (const own of [placed.label, ...placed.stem]) {
            expect(taken.some((other) => overlap(own, other))).toBe(false);
          }
        },
      ),
    );
  });
});
