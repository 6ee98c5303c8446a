import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#search/fold.ts';
import { queryWords, wordsOf } from '#search/words.ts';

describe('fold', () => {
  it.each([
    ['Müller', 'muller'],
    ['Größe', 'grosse'],
    ['CRÈME', 'creme'],
    ['ＡＰＩ', 'api'],
    ['ﬁle', 'file'],
    ['Łódź', 'lodz'],
    ['Σίσυφος', 'σισυφοσ'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['soft\u00adware', 'software'],
  ])('makes of %s %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing that it has folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)),
    );
  });
});

describe('words', () => {
  it.each([
    ['shop.orders.api', ['shop', 'orders', 'api']],
    ['OrderService', ['orderservice', 'order', 'service']],
    ['an HTTPServer', ['an', 'httpserver', 'http', 'server']],
    ['ADR 0007', ['adr', '0007', '7']],
    ['0', ['0']],
    ['blue-green, 99.95 %', ['blue', 'green', '99', '95']],
    ['データ', ['デー', 'ータ']],
    ['字', ['字']],
    ['שלום עולם', ['שלום', 'עולם']],
    ['→ · ', []],
  ])('of %s are %j', (text, words) => {
    expect(wordsOf(text).map(({ word }) => word)).toEqual(words);
  });

  it('say where they stand in the text as it was written', () => {
    const text = 'Ein Größenwahn: OrderService';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      ...['Ein', 'Größenwahn', 'OrderService', 'Order', 'Service'],
    ]);
  });

  it('of a question are each asked once, and whole', () => {
    expect(queryWords('OrderService  order-ORDER 0007')).toEqual(['orderservice', 'order', '0007']);
  });

  it('of any text are found again by their own spelling', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = new Set(wordsOf(text).map(({ word }) => word));
        return queryWords(text).every((word) => words.has(word));
      }),
    );
  });
});
