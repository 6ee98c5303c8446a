import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { COST_CODES } from '#cost/codes.ts';
import { DIMENSION_UNITS } from '#cost/prices/dimension-units.ts';
import { loadPriceBook } from '#cost/prices/load.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';
import { BOOK, BOOK_FILE, located, locatedValue } from './support.ts';

const books = shippedPriceBooks();
const file = (region: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../src/cost/prices/aws-${region}.json`, import.meta.url), 'utf8'),
  );

describe('the shipped price books', () => {
  it.each(['us-east-1', 'eu-west-1', 'ap-south-1'])('%s follows its schema', (region) => {
    const { book, diagnostics } = loadPriceBook(locatedValue(file(region)), (name) =>
      books.get(name),
    );
    expect(diagnostics).toEqual([]);
    expect(book).toEqual(books.get(region));
  });

  it.each([
    ['us-east-1', 355],
    ['eu-west-1', 100],
    ['ap-south-1', 106],
  ])('%s lists %d dimensions of its own', (region, count) => {
    expect(file(region).dimensions).toHaveLength(count);
  });

  it('has the units that models are checked against', () => {
    const units = new Map(
      [...books.values()].flatMap(({ prices }) =>
        [...prices.values()].map(({ id, unit }) => [id, unit]),
      ),
    );
    expect(Object.fromEntries(units)).toEqual(DIMENSION_UNITS);
  });

  it('gives other regions what costs the same everywhere, and nothing else', () => {
    const europe = books.get('eu-west-1')!;
    expect(europe.prices.get('waf.request')?.origin).toContain('us-east-1');
    expect(europe.prices.get('eks.cluster')?.tiers[0]?.unitPrice).toBe(0.1);
    expect(europe.prices.has('msk.storage')).toBe(false);
  });

  it('marks the service that is closed to new customers', () => {
    const closed = [...books.get('us-east-1')!.prices.values()].filter((price) => price.lifecycle);
    expect(closed.map(({ id }) => id.split('.')[0])).toEqual(Array(4).fill('timestream'));
  });
});

describe('loading a book', () => {
  const [disk] = BOOK_FILE.dimensions;
  const tiers = (...steps: (readonly [number | null, number])[]) =>
    steps.map(([upTo, unitPrice]) => ({ upTo, unitPrice }));

  it('gives the book when nothing is wrong', () => {
    expect(loadPriceBook(locatedValue(BOOK_FILE)).book).toEqual(BOOK);
  });

  it.each<[string, keyof typeof COST_CODES, object]>([
    ['no steps', 'cost-book-tier-gap', { tiers: [] }],
    ['an end in the middle', 'cost-book-tier-gap', { tiers: tiers([null, 1], [10, 2]) }],
    ['an overlap', 'cost-book-tier-order', { tiers: tiers([20, 1], [10, 2], [null, 3]) }],
    ['an empty step', 'cost-book-tier-order', { tiers: tiers([10, 1], [10, 2]) }],
    ['a source that is not listed', 'cost-book-unknown-source', { sources: ['OTHER'] }],
    ['a negative price', 'cost-book-invalid', { tiers: tiers([null, -1]) }],
    ['an unknown key', 'cost-book-invalid', { price: 3 }],
    ['no date', 'cost-book-invalid', { asOf: 'last week' }],
    ['a unit that is a rate', 'cost-book-invalid', { unit: 'GB/hour' }],
    ['no source', 'cost-book-invalid', { sources: [] }],
    ['a confidence of its own', 'cost-book-invalid', { confidence: 'fair' }],
  ])('finds %s', (_, code, change) => {
    const broken = { ...BOOK_FILE, dimensions: [{ ...disk, ...change }] };
    expect(loadPriceBook(locatedValue(broken)).diagnostics.map((item) => item.code)).toEqual([
      code,
    ]);
  });

  it('finds everything at once, each at its place', () => {
    const text = `schemaVersion: 1
provider: test
region: here
currency: USD
compiledAt: 2026-11-20
sources: {}
dimensions:
  - { id: a.b, service: A, unit: GB, tiers: [{ upTo: 5, unitPrice: 1 }, { upTo: 5, unitPrice: 1 }], confidence: high, asOf: '2026', sources: [x] }
  - { id: a.b, service: A, unit: GB, tiers: [], confidence: high, asOf: '2026', sources: [LIST] }
missing: []
`;
    const { book, diagnostics } = loadPriceBook(located(text, 'book.yaml'));
    const places = diagnostics.map(({ code, span }) => {
      const { line, column } = span!.source.positionAt(span!.start);
      return [code, line, column];
    });
    expect(book).toBeUndefined();
    expect(places).toEqual([
      ['cost-book-tier-order', 8, 73],
      ['cost-book-duplicate', 9, 11],
      ['cost-book-tier-gap', 9, 45],
      ['cost-book-unknown-source', 9, 91],
    ]);
  });

  it('needs the book that it inherits from', () => {
    const heir = { ...BOOK_FILE, inherits: { from: 'there', ids: ['x.*'], reason: 'same' } };
    expect(loadPriceBook(locatedValue(heir)).diagnostics.map(({ code }) => code)).toEqual([
      'cost-book-invalid',
    ]);
  });
});
