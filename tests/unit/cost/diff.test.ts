import { describe, expect, it } from 'vitest';
import { type CostModel, defineCostModel } from '#cost/define/model.ts';
import { diff, type ModelDiff } from '#cost/engine/diff.ts';
import { type PriceBookFile, priceBookOf } from '#cost/prices/book.ts';
import { ask, BOOK, BOOK_FILE, smallModel, testLine } from './support.ts';

/** A model of one component a list, each line with its dimension and quantity. */
function modelOf(parts: Record<string, Record<string, [string, string, number]>>): CostModel {
  return defineCostModel({
    ...{ id: 'shop', title: 'Shop', system: 'shop', user: 'Anybody.', drivers: {} },
    demand: () => ({}),
    sizing: () => ({}),
    components: () =>
      Object.fromEntries(
        Object.entries(parts).map(([name, lines]) => [
          name,
          {
            element: `shop.${name}`,
            title: name,
            lines: Object.fromEntries(
              Object.entries(lines).map(([id, [dimension, unit, value]]) => [
                id,
                testLine(dimension, unit, value),
              ]),
            ),
          },
        ]),
      ),
  });
}

/** The test's book with a price of its own. */
const bookWith = (id: string, unitPrice: number) =>
  priceBookOf({
    ...BOOK_FILE,
    dimensions: BOOK_FILE.dimensions.map((price) =>
      price.id === id ? { ...price, tiers: [{ upTo: null, unitPrice }] } : price,
    ),
  } satisfies PriceBookFile);

const disk = (gb: number) => modelOf({ store: { disk: ['disk.gb', 'GB-month', gb] } });
const side = (model: CostModel, priceBook = BOOK) => ({ model, question: ask(1, { priceBook }) });

/** The lines that differ, as id, change, difference, reason, and what comes from what. */
const linesOf = ({ components }: ModelDiff) =>
  components.flatMap(({ lines }) =>
    lines.map(({ id, change, difference, reason, byQuantity, byPrice }) => [
      ...[id, change, difference, reason],
      ...[byQuantity, byPrice],
    ]),
  );

describe('diff', () => {
  it.each([
    ['nothing', side(disk(100)), side(disk(100)), []],
    [
      'a quantity',
      side(disk(100)),
      side(disk(150)),
      [['store.disk', 'changed', 5, 'quantity', 5, 0]],
    ],
    [
      'a price',
      side(disk(100)),
      side(disk(100), bookWith('disk.gb', 0.08)),
      [['store.disk', 'changed', -2, 'price', 0, -2]],
    ],
    [
      'both, the price at the quantity of after',
      side(disk(100)),
      side(disk(150), bookWith('disk.gb', 0.08)),
      [['store.disk', 'changed', 2, 'quantity and price', 5, -3]],
    ],
    [
      'a quantity that climbs a ladder, although the blended price falls',
      side(modelOf({ web: { out: ['net.out', 'GB', 10] } })),
      side(modelOf({ web: { out: ['net.out', 'GB', 20] } })),
      [['web.out', 'changed', 5, 'quantity', 5, 0]],
    ],
    [
      'a line that is new',
      side(disk(100)),
      side(modelOf({ store: { disk: ['disk.gb', 'GB-month', 100], out: ['net.out', 'GB', 1] } })),
      [['store.out', 'added', 1, undefined, undefined, undefined]],
    ],
    [
      'another meter in the same line',
      side(modelOf({ web: { out: ['net.out', 'GB', 1] } })),
      side(modelOf({ web: { out: ['net.far', 'GB', 1] } })),
      [['web.out', 'changed', 1, 'meter', undefined, undefined]],
    ],
  ])('finds %s', (_, before, after, lines) => {
    const found = diff(before, after)!;
    expect(linesOf(found)).toEqual(lines);
    expect(found.change).toBe(lines.length > 0 ? 'changed' : 'same');
  });

  it('tells components that came and went, the largest difference first', () => {
    const before = side(modelOf({ old: { disk: ['disk.gb', 'GB-month', 10] } }));
    const after = side(modelOf({ web: { disk: ['disk.gb', 'GB-month', 500] } }));
    const { components, difference, share } = diff(before, after)!;
    expect(components.map((part) => [part.id, part.change, part.difference])).toEqual([
      ['web', 'added', 50],
      ['old', 'removed', -1],
    ]);
    expect([difference, share]).toEqual([49, 49]);
  });

  it('has no share of nothing', () => {
    const nothing = modelOf({ store: {} });
    expect(diff(side(nothing), side(disk(1)))).toMatchObject({ before: 0, share: null });
    expect(diff(undefined, side(disk(1)))).toMatchObject({ change: 'added', share: null });
    expect(diff(side(disk(1)), undefined)).toMatchObject({ change: 'removed', share: -1 });
    expect(diff(undefined, undefined)).toBeUndefined();
  });

  it('adds up to the cent, in parts, lines and reasons', () => {
    const book = priceBookOf({
      ...BOOK_FILE,
      dimensions: BOOK_FILE.dimensions.map((price) => ({
        ...price,
        tiers: price.tiers.map(({ upTo, unitPrice }) => ({ upTo, unitPrice: unitPrice * 1.0371 })),
      })),
    });
    for (const users of [1, 57, 333, 999]) {
      const model = smallModel();
      const found = diff(
        { model, question: ask(users, { scenario: 'low' }) },
        { model, question: ask(users * 3, { priceBook: book }) },
      )!;
      const cents = (amounts: readonly number[]) =>
        amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);
      const lines = found.components.flatMap((part) => part.lines);
      expect(cents(lines.map((line) => line.difference))).toBe(cents([found.difference]));
      expect(cents([found.after, -found.before])).toBe(cents([found.difference]));
      for (const { byQuantity = 0, byPrice = 0, difference } of lines) {
        expect(cents([byQuantity, byPrice])).toBe(cents([difference]));
      }
    }
  });
});
