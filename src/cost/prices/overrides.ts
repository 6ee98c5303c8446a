import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Located, Path } from '#diagnostics/located.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { validate } from '#diagnostics/validate.ts';
import { finding } from '../codes.ts';
import { metered } from '../units/scale.ts';
import { matchesPattern, type Price, type PriceBook } from './book.ts';
import { checkLadder } from './check.ts';
import type { ExchangeRate } from './exchange.ts';
import { type Overrides, type OwnRegion, overridesFile } from './schema.ts';

type Books = ReadonlyMap<string, PriceBook>;

/**
 * Books with the author's prices in them. For each region: the book's prices; over them the author's
 * `prices`, which replace or join them by id; then `standIns` for what is still missing; then every
 * discount that applies, one after the other. A discount never touches a commitment's rate.
 */
export function overrideBooks(
  books: Books,
  located: Located,
): {
  readonly books: Books;
  readonly rates: readonly ExchangeRate[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics } = validate(located, overridesFile, (message, span, detail) =>
    finding('cost-prices-invalid', message, span, detail),
  );
  if (!value) return { books, rates: [], diagnostics };
  const findings: Diagnostic[] = [];
  const merged = new Map(books);
  for (const [region, own] of Object.entries(value.regions ?? {})) {
    const path = ['regions', region];
    const base = books.get(region) ?? newBook(region, own);
    if (!base) {
      findings.push(unknownRegion(region, books, located, path));
      continue;
    }
    findings.push(...checkPrices(own, located, path));
    const priced = withPrices(base, own);
    findings.push(...checkStandIns(own, books, located, path));
    merged.set(region, withStandIns(priced, own, books));
  }
  findings.push(...checkDiscounts(value, merged, located));
  const names = new Map(
    [...merged].map(([region, book]) => [
      region,
      { ...withDiscounts(book, value), ...(value.trust && { trust: value.trust }) },
    ]),
  );
  return { books: names, rates: ratesOf(value), diagnostics: findings };
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

function checkPrices({ prices = [] }: OwnRegion, located: Located, path: Path): Diagnostic[] {
  return prices.flatMap(({ id, tiers }, index) =>
    tiers ? checkLadder(id, tiers, located, [...path, 'prices', index, 'tiers']) : [],
  );
}

function checkStandIns(
  { standIns = [] }: OwnRegion,
  books: Books,
  located: Located,
  path: Path,
): Diagnostic[] {
  return standIns.flatMap(({ ids, from }, index) => {
    const at = [...path, 'standIns', index];
    const source = books.get(from);
    if (!source) return [unknownRegion(from, books, located, [...at, 'from'])];
    return ids.flatMap((id, place) => unknownIds(id, [source], located, [...at, 'ids', place]));
  });
}

function checkDiscounts(
  { discounts = [] }: Overrides,
  books: Books,
  located: Located,
): Diagnostic[] {
  return discounts.flatMap(({ ids = [], regions = [] }, index) => [
    ...ids.flatMap((id, place) =>
      unknownIds(id, [...books.values()], located, ['discounts', index, 'ids', place]),
    ),
    ...regions.flatMap((region, place) =>
      books.has(region)
        ? []
        : [unknownRegion(region, books, located, ['discounts', index, 'regions', place])],
    ),
  ]);
}

function unknownIds(
  pattern: string,
  books: readonly PriceBook[],
  located: Located,
  path: Path,
): Diagnostic[] {
  const ids = books.flatMap(({ prices }) => [...prices.keys()]);
  if (ids.some((id) => matchesPattern(id, pattern))) return [];
  const where = books.length === 1 ? `the book of ${books[0]?.region}` : 'any price book';
  const message = `\`${pattern}\` is not in ${where}.`;
  const hint = didYouMean(pattern, ids);
  return [finding('cost-prices-unknown-dimension', message, located.spanOf(path), { hint })];
}

function unknownRegion(region: string, books: Books, located: Located, path: Path): Diagnostic {
  const message = `There is no price book for the region \`${region}\`.`;
  const known = `Books: ${[...books.keys()].join(', ')}. A new region needs \`provider\`, \`currency\` and \`compiledAt\`.`;
  const hint = didYouMean(region, books.keys()) ?? known;
  return finding('cost-prices-unknown-region', message, located.keySpanOf(path), { hint });
}
