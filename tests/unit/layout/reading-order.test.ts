import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inReadingOrder } from '#layout/reading-order.ts';

const thing = (id: string, x: number, y: number, height = 100) => ({
  id,
  box: { x, y, width: 80, height },
});

describe('inReadingOrder', () => {
  it.each([
    ['nothing', [], ''],
    ['a row from the left', [thing('b', 100, 0), thing('a', 0, 0), thing('c', 200, 0)], 'a b c'],
    ['rows from the top', [thing('c', 0, 200), thing('b', 100, 0), thing('a', 0, 0)], 'a b c'],
    [
      'boxes of a row that differ in height, about one middle',
      [thing('b', 100, 0, 140), thing('a', 0, 40, 60), thing('c', 200, 20, 100)],
      'a b c',
    ],
    [
      'boxes that share a little height are two rows',
      [thing('b', 0, 90), thing('a', 90, 0)],
      'a b',
    ],
    [
      'stairs do not run into one row',
      [thing('c', 0, 90), thing('b', 90, 45), thing('a', 180, 0)],
      'b a c',
    ],
  ])('reads %s', (_, things, expected) => {
    expect(inReadingOrder(things).map(({ id }) => id)).toEqual(expected.split(' ').filter(Boolean));
  });

  it('keeps every box, and never goes up by half of the tallest box', () => {
    const boxes = fc.array(
      fc.record({ x: fc.nat(900), y: fc.nat(900), height: fc.integer({ min: 20, max: 200 }) }),
    );
    fc.assert(
      fc.property(boxes, (list) => {
        const things = list.map(({ x, y, height }, at) => thing(`${at}`, x, y, height));
        const order = inReadingOrder(things);
        expect(new Set(order)).toEqual(new Set(things));
        const middles = order.map(({ box }) => box.y + box.height / 2);
        const tallest = Math.max(0, ...list.map(({ height }) => height));
        for (const [at, middle] of middles.entries()) {
          expect(middle - Math.min(middle, ...middles.slice(at + 1))).toBeLessThan(
            tallest / 2 || 1,
          );
        }
      }),
    );
  });
});
