import { metered } from '../units/scale.ts';
import { matchesPattern, type Price, type PriceBook } from './book.ts';
import type { ExchangeRate } from './exchange.ts';
import type { Overrides, OwnRegion } from './schema.ts';

export type Books = ReadonlyMap<string, PriceBook>;

/** Books with the author's prices in them, and the rates that these give. */
export interface Overridden {
  readonly books: Books;
  readonly rates: readonly ExchangeRate[];
}

/**
 * For each region: the book's prices; over them the author's `prices`, which replace or join them by
 * id; then `standIns` for what is still missing; then every discount that applies, one after the other.
 * A discount never touches a commitment's rate. A region that nobody knows is left out.
 */
export function applyOverrides(books: Books, value: Overrides): Overridden {
  const merged = new Map(books);
  for (const [region, own] of Object.entries(value.regions ?? {})) {
    const base = books.get(region) ?? newBook(region, own);
    if (base) merged.set(region, withStandIns(withPrices(base, own), own, books));
  }
  const overridden = [...merged].map(([region, book]): [string, PriceBook] => [
    region,
    { ...withDiscounts(book, value), ...(value.trust && { trust: value.trust }) },
  ]);
  return { books: new Map(overridden), rates: ratesOf(value) };
}

function ratesOf({ currencies = {} }: Overrides): ExchangeRate[] {
  return Object.entries(currencies).map(([to, rate]) => ({ to, ...rate }));
}

function newBook(
  region: string,
  { provider, currency, compiledAt }: OwnRegion,
): PriceBook | undefined {
  if (!(provider && currency && compiledAt)) return undefined;
  const id = `${provider}-${region}@${compiledAt}`;
  return {
    id,
    provider,
    region,
    currency,
    compiledAt,
    sources: {},
    prices: new Map(),
    missing: [],
  };
}

function withPrices(book: PriceBook, { prices = [] }: OwnRegion): PriceBook {
  const own = prices.map(({ unitPrice, tiers, ...price }): [string, Price] => [
    price.id,
    { ...price, tiers: tiers ?? [{ upTo: null, unitPrice: unitPrice ?? 0 }] },
  ]);
  return marked(book, new Map([...book.prices, ...own]));
}

function withStandIns(book: PriceBook, { standIns = [] }: OwnRegion, books: Books): PriceBook {
  const prices = new Map(book.prices);
  for (const { ids, from, ratio, reason } of standIns) {
    for (const price of books.get(from)?.prices.values() ?? []) {
      if (prices.has(price.id) || !ids.some((pattern) => matchesPattern(price.id, pattern)))
        continue;
      const scale = (amount: number) => metered(amount * ratio);
      prices.set(price.id, {
        ...price,
        tiers: price.tiers.map(({ upTo, unitPrice }) => ({ upTo, unitPrice: scale(unitPrice) })),
        savings: price.savings?.map((rate) => ({ ...rate, unitPrice: scale(rate.unitPrice) })),
        confidence: 'low',
        origin: `stand-in: ${from} × ${ratio}, ${reason}`,
      });
    }
  }
  return marked(book, prices);
}

function withDiscounts(book: PriceBook, { discounts = [] }: Overrides): PriceBook {
  const here = discounts.filter(({ regions }) => regions?.includes(book.region) ?? true);
  if (here.length === 0) return book;
  const prices = [...book.prices].map(([id, price]): [string, Price] => {
    const taken = here.filter(
      ({ ids }) => ids?.some((pattern) => matchesPattern(id, pattern)) ?? true,
    );
    if (taken.length === 0) return [id, price];
    const kept = taken.reduce((rest, { share }) => rest * (1 - share), 1);
    const reason = taken.map((item) => item.reason).join('; ');
    return [id, { ...price, discount: { share: metered(1 - kept), reason } }];
  });
  return marked(book, new Map(prices));
}

function marked(book: PriceBook, prices: PriceBook['prices']): PriceBook {
  const mark = ' + prices.yaml';
  return { ...book, prices, id: book.id.endsWith(mark) ? book.id : `${book.id}${mark}` };
}
