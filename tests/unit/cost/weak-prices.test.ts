import { describe, expect, it } from 'vitest';
import { evaluate } from '#cost/engine/evaluate.ts';
import { weakPrices } from '#cost/engine/weak-prices.ts';
import type { TrustPolicy } from '#cost/prices/book.ts';
import { ask, BOOK, smallModel } from './support.ts';

/** Of 400 users' 615.16, 0.16 rest on a price that is of low confidence and old. */
const found = (trust?: Partial<TrustPolicy>) => {
  const priceBook = trust
    ? { ...BOOK, trust: { oldAfterMonths: 12, warnAbove: 0.2, ...trust } }
    : BOOK;
  const report = evaluate(smallModel(), ask(400, { priceBook })).value!;
  return weakPrices(report, priceBook, 400).map(({ message }) => message);
};

describe('weak prices', () => {
  it('are told of above the share that is accepted', () => {
    expect(found()).toEqual([]);
    expect(found({ warnAbove: 0 })).toEqual([
      'Small: 0.0 % of the total at 400 users rests on prices of low confidence: net.far.',
      'Small: 0.0 % of the total at 400 users rests on prices more than 12 months older than their book: net.far.',
    ]);
  });

  it('name the dearest first', () => {
    expect(found({ oldAfterMonths: 1 })).toEqual([
      'Small: 95.0 % of the total at 400 users rests on prices more than a month older than their book: box.hour, net.far.',
    ]);
  });
});
