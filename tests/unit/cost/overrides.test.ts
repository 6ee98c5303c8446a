import { describe, expect, it } from 'vitest';
import { priceBookOf } from '#cost/prices/book.ts';
import { overrideBooks } from '#cost/prices/overrides.ts';
import { isOld } from '#cost/prices/trust.ts';
import { BOOK, BOOK_FILE, located } from './support.ts';

const [disk] = BOOK_FILE.dimensions;
const thin = priceBookOf({ ...BOOK_FILE, region: 'there', dimensions: disk ? [disk] : [] });
const books = new Map([
  ['here', BOOK],
  ['there', thin],
]);

/** The books with a file's overrides, and the findings as code, line and column. */
function override(text: string) {
  const { books: merged, diagnostics } = overrideBooks(books, located(text));
  const findings = diagnostics.map(({ code, span }) => {
    const { line, column } = span!.source.positionAt(span!.start);
    return [code, line, column];
  });
  return { merged, findings };
}

describe("the author's prices", () => {
  it('replace a price, or join the book', () => {
    const { merged, findings } = override(`
regions:
  here:
    prices:
      - { id: disk.gb, service: Disk, unit: GB-month, unitPrice: 0.07, confidence: high, asOf: 2026-11, sources: [our contract] }
      - id: disk.fast
        service: Disk
        unit: GB-month
        tiers: [{ upTo: 100, unitPrice: 0.3 }, { upTo: null, unitPrice: 0.2 }]
        confidence: medium
        asOf: 2026-11
        sources: [an offer]
`);
    const here = merged.get('here')!;
    expect(findings).toEqual([]);
    expect(here.id).toBe('test-here@2026-11-20 + prices.yaml');
    expect(here.prices.get('disk.gb')?.tiers).toEqual([{ upTo: null, unitPrice: 0.07 }]);
    expect(here.prices.get('disk.fast')?.tiers).toHaveLength(2);
    expect(merged.get('there')).toEqual(thin);
  });

  it('stand in for what a region lacks, with low confidence', () => {
    const { merged } = override(`
regions:
  there:
    standIns:
      - { ids: ['box.*', disk.gb], from: here, ratio: 1.1, reason: near enough }
`);
    const there = merged.get('there')!;
    const box = there.prices.get('box.hour')!;
    expect(box.tiers).toEqual([{ upTo: null, unitPrice: 0.22 }]);
    expect(box.savings?.map(({ unitPrice }) => unitPrice)).toEqual([0.121, 0.132]);
    expect([box.confidence, box.origin]).toEqual(['low', 'stand-in: here × 1.1, near enough']);
    expect(there.prices.get('disk.gb')?.confidence).toBe('high');
  });

  it('are discounted one after the other', () => {
    const { merged } = override(`
discounts:
  - { ids: ['net.*'], share: 0.1, reason: private pricing }
  - { regions: [here], share: 0.5, reason: a launch offer }
`);
    const discount = (region: string, id: string) => merged.get(region)!.prices.get(id)?.discount;
    expect(discount('here', 'net.out')).toEqual({
      share: 0.55,
      reason: 'private pricing; a launch offer',
    });
    expect(discount('here', 'disk.gb')?.share).toBe(0.5);
    expect(discount('there', 'disk.gb')).toBeUndefined();
  });

  it('can make a region of their own', () => {
    const { merged, findings } = override(`
regions:
  cellar-1:
    provider: own
    currency: EUR
    compiledAt: 2026-11-01
    prices:
      - { id: rack.unit, service: Rack, unit: unit-month, unitPrice: 40, confidence: high, asOf: 2026-11, sources: [the landlord] }
`);
    expect(findings).toEqual([]);
    expect(merged.get('cellar-1')?.id).toBe('own-cellar-1@2026-11-01 + prices.yaml');
  });

  it('say from when a price is old, and how much of a total may rest on weak ones', () => {
    const { merged } = override('trust: { oldAfterMonths: 1 }');
    const book = merged.get('here')!;
    expect(book.trust).toEqual({ oldAfterMonths: 1, warnAbove: 0.2 });
    expect(isOld(book.prices.get('box.hour')!, book)).toBe(true);
    expect(isOld(BOOK.prices.get('box.hour')!, BOOK)).toBe(false);
  });

  it('say what other currencies are worth', () => {
    const text = 'currencies: { EUR: { rate: 0.86, date: 2026-11-20, source: a bank } }';
    expect(overrideBooks(books, located(text)).rates).toEqual([
      { from: 'USD', to: 'EUR', rate: 0.86, date: '2026-11-20', source: 'a bank' },
    ]);
  });

  it.each([
    [
      'a currency without a date',
      'currencies: { EUR: { rate: 0.86, source: a bank } }',
      'cost-prices-invalid',
      1,
      20,
    ],
    [
      'a rate of nothing',
      'currencies: { EUR: { rate: 0, date: 2026-11-20, source: a bank } }',
      'cost-prices-invalid',
      1,
      28,
    ],
    [
      'a currency by its name',
      'currencies: { euro: { rate: 0.86, date: 2026-11-20, source: a bank } }',
      'cost-prices-invalid',
      1,
      15,
    ],
    ['an age of nothing', 'trust: { oldAfterMonths: 0 }', 'cost-prices-invalid', 1, 26],
    ['more than all of it', 'trust: { warnAbove: 1.1 }', 'cost-prices-invalid', 1, 21],
    ['an unknown key', 'regions: { here: { price: [] } }', 'cost-prices-invalid', 1, 20],
    [
      'both a price and a ladder',
      'regions: { here: { prices: [{ id: a.b, service: A, unit: GB, unitPrice: 1, tiers: [], confidence: high, asOf: "2026", sources: [x] }] } }',
      'cost-prices-invalid',
      1,
      29,
    ],
    [
      'a discount of everything',
      'discounts: [{ share: 1, reason: x }]',
      'cost-prices-invalid',
      1,
      22,
    ],
    ['an unknown region', 'regions: { heer: {} }', 'cost-prices-unknown-region', 1, 12],
    [
      'a stand-in from nowhere',
      'regions: { here: { standIns: [{ ids: [a.b], from: mars, ratio: 1, reason: x }] } }',
      'cost-prices-unknown-region',
      1,
      45,
    ],
    [
      'a stand-in that does not exist',
      'regions: { there: { standIns: [{ ids: [box.huor], from: here, ratio: 1, reason: x }] } }',
      'cost-prices-unknown-dimension',
      1,
      40,
    ],
    [
      'a discount on nothing',
      'discounts: [{ ids: [nett.*], share: 0.1, reason: x }]',
      'cost-prices-unknown-dimension',
      1,
      21,
    ],
    [
      'a ladder with a gap',
      'regions: { here: { prices: [{ id: a.b, service: A, unit: GB, tiers: [], confidence: high, asOf: "2026", sources: [x] }] } }',
      'cost-book-tier-gap',
      1,
      69,
    ],
  ])('finds %s', (_, text, code, line, column) => {
    expect(override(text).findings).toEqual([[code, line, column]]);
  });
});
