import type { Price, PriceBook } from '#cost/prices/book.ts';
import { nearestHint } from '#cost/prices/nearest.ts';
import { sourceText } from '#cost/prices/trust.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import type { Prices } from './load.ts';
import type { Request } from './options.ts';
import { count, type Paint, unitPrice, WIDTH, wrap } from './text.ts';

/** A dimension of `cost --list-meters --json`. */
interface ListedMeter {
  readonly dimension: string;
  readonly service: string;
  readonly unit: string;
  /** What the unit leaves out. */
  readonly note?: string;
  /** The price of the first unit. */
  readonly unitPrice: number;
  /** Where the price depends on how much: each step, up to and at. */
  readonly tiers?: readonly { readonly upTo: number | null; readonly unitPrice: number }[];
  readonly confidence: string;
  readonly asOf: string;
  readonly source: string;
}

/** The document of `cost --list-meters --json`. */
export interface MeterList {
  readonly region: string;
  readonly currency: string;
  readonly priceBook: string;
  readonly meters: readonly ListedMeter[];
  /** Dimensions that match and are priced in other regions only. */
  readonly elsewhere: readonly {
    readonly dimension: string;
    readonly regions: readonly string[];
  }[];
}

/** What can be metered in a region; with words, what has all of them in its id, service or unit. */
export function listMeters(
  { listMeters: words = [] }: Request,
  { book, otherBooks }: Prices,
): MeterList {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/)).filter(Boolean);
  const matches = ({ id, service, unit, unitNote = '' }: Price) => {
    const text = `${id} ${service} ${unit} ${unitNote}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const others = otherBooks.flatMap(({ region, prices }) =>
    [...prices.values()]
      .filter((price) => !book.prices.has(price.id) && matches(price))
      .map(({ id }) => ({ id, region })),
  );
  return {
    region: book.region,
    currency: book.currency,
    priceBook: book.id,
    meters: [...book.prices.values()].filter(matches).map((price) => listed(price, book)),
    elsewhere: [...Map.groupBy(others, ({ id }) => id)].map(([dimension, found]) => ({
      dimension,
      regions: found.map(({ region }) => region),
    })),
  };
}

function listed(price: Price, book: PriceBook): ListedMeter {
  const { id, service, unit, unitNote, tiers, confidence, asOf } = price;
  return {
    dimension: id,
    service,
    unit,
    ...(unitNote !== undefined && { note: unitNote }),
    unitPrice: tiers[0]?.unitPrice ?? 0,
    ...(tiers.length > 1 && { tiers }),
    confidence,
    asOf,
    source: sourceText(price, book),
  };
}

/** What can be metered, by service, as JSON or as a table. */
export function renderMeterList(
  list: MeterList,
  { format, listMeters: words = [] }: Request,
  { book }: Prices,
  paint: Paint,
): string {
  if (format === 'json') return `${JSON.stringify(list, undefined, 2)}\n`;
  const { region, priceBook, meters, elsewhere } = list;
  const missing = [...Map.groupBy(elsewhere, ({ regions }) => regions.join(' and '))].map(
    ([regions, own]) =>
      `Priced in ${regions} only: ${own.map(({ dimension }) => dimension).join(', ')}.`,
  );
  if (meters.length === 0) {
    const hint = meantWord(words, book) ?? nearestHint(words.join(' '), book.prices.keys());
    const none = `No dimension in ${region} has \`${words.join(' ')}\` in its name, service or unit.`;
    return `${[none, ...missing, hint].flatMap((text) => (text ? [wrap(text)] : [])).join('\n')}\n`;
  }
  const services = [...Map.groupBy(meters, ({ service }) => service)].map(([service, own]) =>
    [paint.bold(service), ...own.map((meter) => row(meter, list.currency, paint))].join('\n'),
  );
  const total = `${count(meters.length)} ${meters.length === 1 ? 'dimension' : 'dimensions'} in ${region}, ${priceBook}.`;
  return `${[...services, [total, ...missing].map((text) => paint.dim(wrap(text))).join('\n')].join('\n\n')}\n`;
}

/** The word of an id or a service that a word was meant to be, where nothing has it. */
function meantWord(words: readonly string[], { prices }: PriceBook): string | undefined {
  const known = new Set(
    [...prices.values()].flatMap(({ id, service }) =>
      `${id} ${service}`.toLowerCase().split(/[^a-z0-9]+/),
    ),
  );
  const wrong = words.filter((word) => ![...known].some((one) => one.includes(word.toLowerCase())));
  return wrong.map((word) => didYouMean(word, known)).find(Boolean);
}

function row(
  { dimension, unit, note, unitPrice: price, tiers }: ListedMeter,
  currency: string,
  paint: Paint,
): string {
  const last = tiers?.at(-1)?.unitPrice;
  const shown =
    last === undefined
      ? unitPrice(price, currency)
      : rangeOf(unitPrice(price, currency), unitPrice(last, currency));
  const name = `  ${dimension.padEnd(34)} `;
  const aligned = shown.padStart(WIDTH - name.length - unit.length);
  const text = `${name}${paint.dim(unit)}${paint.money(aligned)}`;
  return note === undefined ? text : `${text}\n${paint.dim(wrap(note, '      '))}`;
}

/** `$0.09 to $0.05`, `$1.00 to $0.90 a million`. */
function rangeOf(first: string, last: string): string {
  const [head = '', unit] = first.split(/(?= a million$)/);
  return unit !== undefined && last.endsWith(unit) ? `${head} to ${last}` : `${first} to ${last}`;
}
