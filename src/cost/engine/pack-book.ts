import type { CostModel, ModelRun } from '../define/model.ts';
import type { Price, PriceBook } from '../prices/book.ts';
import { committedRate } from '../prices/pricing.ts';
import { linesOf, type PlacedLine } from './bill.ts';
import { inputOf, MAX_USERS } from './options.ts';
import { allRootsOf, replayer, sizingRootsOf } from './replayer.ts';

/** A price book that can be written as JSON. */
export interface PackedBook extends Omit<PriceBook, 'prices' | 'sources'> {
  readonly prices: readonly Price[];
  /** The kind of each source that these prices name. */
  readonly sources: Readonly<Record<string, string>>;
}

/** A region that a model cannot be priced in, and the dimensions that it would need there. */
export interface RegionGap {
  readonly region: string;
  readonly missing: readonly string[];
}

/** The regions that a model can be priced in, with their prices for it, and the other ones. */
export interface PackedBooks {
  readonly books: readonly PackedBook[];
  readonly gaps: readonly RegionGap[];
  /** The lines that can be billed for each dimension, each once. */
  readonly lines: ReadonlyMap<string, readonly PlacedLine[]>;
}

/**
 * How many numbers of users are looked at, in equal ratios from one to the most there are: the steps
 * of a slider for the design, 26 % apart for what it did not take.
 */
const SAMPLES = { design: 400, others: 100 };

/** Beyond this many combinations of options, each option is looked at in turn. */
const MOST_COMBINATIONS = 64;

/**
 * What a page sends to the browser for a model: of each book the part that the model can be billed
 * for, at any number of users and scenario, under any of its choices. A book that lacks some of that
 * is left out and named. `unpackBook` is the other side.
 */
export function packBooks(books: Iterable<PriceBook>, model: CostModel): PackedBooks {
  const all = [...books];
  const lines = linesAskedFor(model, all);
  const ids = new Set(lines.keys());
  const packed: PackedBook[] = [];
  const gaps: RegionGap[] = [];
  for (const book of all) {
    const missing = [...ids].filter((id) => !book.prices.has(id)).sort();
    if (missing.length === 0) packed.push(packBook(book, ids));
    else gaps.push({ region: book.region, missing });
  }
  return { books: packed, gaps, lines };
}

/** The book that was packed. */
export function unpackBook({ prices, sources, ...book }: PackedBook): PriceBook {
  return {
    ...book,
    prices: new Map(prices.map((price) => [price.id, price])),
    sources: Object.fromEntries(
      Object.entries(sources).map(([key, kind]) => [key, { kind, ref: '', date: '' }]),
    ),
  };
}

/** The lines that a model can come to, by the dimension that they are billed for. */
function linesAskedFor(
  model: CostModel,
  [priceBook]: readonly PriceBook[],
): ReadonlyMap<string, readonly PlacedLine[]> {
  const lines = new Map<string, PlacedLine>();
  const seen = new Set<ModelRun>();
  if (!priceBook) return new Map();
  const read = replayer(model, sizingRootsOf, allRootsOf);
  for (const choices of [{}, ...combinations(model)]) {
    const samples = Object.keys(choices).length === 0 ? SAMPLES.design : SAMPLES.others;
    for (const scenario of ['low', 'likely', 'high'] as const) {
      for (let sample = 0; sample <= samples; sample++) {
        const users = Math.round(MAX_USERS ** (sample / samples));
        const run = attempt(
          () => read(inputOf(model, { priceBook, scenario, choices }, users)).run,
        );
        if (!run || seen.has(run)) continue;
        seen.add(run);
        for (const placed of linesOf(run.components)) {
          lines.set(`${placed.id} ${placed.line.dimension}`, placed);
        }
      }
    }
  }
  return Map.groupBy(lines.values(), ({ line }) => line.dimension);
}

/** A model may stop at a size or under an option that nobody has asked for. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** The options of a model's choices in all combinations, or in turn where there are too many. */
function combinations({ choices }: CostModel): Record<string, string>[] {
  const all = Object.entries(choices).map(([name, { options }]) =>
    Object.keys(options).map((option) => ({ [name]: option })),
  );
  const count = all.reduce((product, options) => product * options.length, 1);
  if (count > MOST_COMBINATIONS) return all.flat();
  return all.reduce<Record<string, string>[]>(
    (before, options) => before.flatMap((some) => options.map((one) => ({ ...some, ...one }))),
    [{}],
  );
}

function packBook(book: PriceBook, ids: ReadonlySet<string>): PackedBook {
  const prices = [...book.prices.values()].filter(({ id }) => ids.has(id)).map(packPrice);
  const keys = new Set(prices.flatMap(({ sources }) => sources).map(sourceKey));
  const sources = Object.entries(book.sources).filter(([key]) => keys.has(key));
  return {
    ...book,
    missing: [],
    prices,
    sources: Object.fromEntries(sources.map(([key, { kind }]) => [key, kind])),
  };
}

/** A price without what no report says, and with the one rate that each term and payment comes to. */
function packPrice({
  billingRule,
  legacyFreeTier12m,
  notes,
  unitNote,
  alwaysFree,
  savings,
  ...price
}: Price): Price {
  const { quantity, sharedBy } = alwaysFree ?? {};
  const rates = (['1y', '3y'] as const).flatMap((term) =>
    (['no_upfront', 'partial_upfront', 'all_upfront'] as const).flatMap(
      (payment) => committedRate({ ...price, savings }, { term, payment }) ?? [],
    ),
  );
  return {
    ...price,
    ...(quantity !== undefined && { alwaysFree: { quantity, ...(sharedBy && { sharedBy }) } }),
    ...(savings && { savings: rates }),
  };
}

/** A source is a key of the book's sources, and sometimes a place in it. */
function sourceKey(source: string): string {
  return source.split(' ')[0] ?? source;
}
