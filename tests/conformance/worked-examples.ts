import { readFileSync } from 'node:fs';
import { add, decimal, fromCents, toNumber, ZERO } from '#cost/money/decimal.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import { climb } from '#cost/prices/ladder.ts';
import { type Meter, type PricingPolicy, priceMeters } from '#cost/prices/pricing.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';

/**
 * Prices published examples with known answers and prints ours beside them. Usage:
 *
 *     node tests/conformance/worked-examples.ts FILE.json
 *
 * where FILE holds `examples`, each with a total and, where the price book reproduces it, its meters.
 * Ends with 1 when one is off by more than its tolerance, or when one that needs more than meters is
 * not told of here.
 */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node tests/conformance/worked-examples.ts FILE.json');
  process.exit(2);
}

interface Example {
  readonly id: string;
  readonly region: string;
  readonly expectedMonthlyUSD: number;
  readonly tolerance: number;
  readonly meters?: readonly Meter[];
  readonly priceBookReproduces?: boolean;
}

/** What an example needs besides meters of us-east-1, and how it is priced then. */
interface More {
  readonly why: string;
  readonly price: (bookOf: (region: string) => PriceBook) => number;
}

/** Two regions have one list of prices. */
const SAME_PRICES: Readonly<Record<string, string>> = { 'us-east-2': 'us-east-1' };

const HOURS = 730;
const billed = (book: PriceBook, meters: readonly Meter[], policy: PricingPolicy = {}) =>
  fromCents(priceMeters(meters, book, policy).reduce((sum, line) => sum + (line?.cents ?? 0n), 0n));
const inRegion = (why: string, region: string, ...meters: readonly Meter[]): More => ({
  why,
  price: (bookOf) => billed(bookOf(region), meters),
});
const fargate = (vcpu: string, memory: string) => [
  { dimension: vcpu, quantity: 0.5 * HOURS },
  { dimension: memory, quantity: HOURS },
];

/** Those that are no meters of us-east-1 at list price. */
const OTHERS: Readonly<Record<string, More>> = {
  'ec2-ri-3y': {
    why: 'a commitment: 3y, nothing upfront',
    price: (bookOf) =>
      billed(bookOf('us-east-1'), [{ dimension: 'ec2.t3.medium', quantity: HOURS }], {
        commitment: { term: '3y', payment: 'no_upfront' },
      }),
  },
  'rds-ri-t3large-1y-multi': {
    why: 'a commitment, and no Multi-AZ rate in the book: two Single-AZ ones',
    price: (bookOf) =>
      2 *
      billed(bookOf('us-east-1'), [{ dimension: 'rds.mysql.t3.large.single', quantity: HOURS }], {
        commitment: { term: '1y', payment: 'no_upfront' },
      }),
  },
  'dt-8.91-free': {
    why: 'an allowance of 1 GB, which ended in 2021',
    price: () => toNumber(climb(decimal(100 - 1), [{ upTo: null, unitPrice: 0.09 }]).amount),
  },
  'dt-euw1-10tb': inRegion('another region', 'eu-west-1', {
    ...{ dimension: 'dt.internet_out', quantity: 10_240 },
  }),
  'dt-aps1-10tb': inRegion('another region', 'ap-south-1', {
    ...{ dimension: 'dt.internet_out', quantity: 10_240 },
  }),
  'dt-aps1-xregion': inRegion('another region', 'ap-south-1', {
    ...{ dimension: 'dt.inter_region', quantity: 750 },
  }),
  'fargate-aps1': inRegion(
    'another region',
    'ap-south-1',
    ...fargate('fargate.vcpu_x86', 'fargate.gb_x86'),
  ),
  'fargate-aps1-arm': inRegion(
    'another region',
    'ap-south-1',
    ...fargate('fargate.vcpu_arm', 'fargate.gb_arm'),
  ),
  'nat-euw1-x3': inRegion('another region', 'eu-west-1', {
    ...{ dimension: 'nat.hour', quantity: 3 * HOURS },
  }),
};

const books = shippedPriceBooks();
const bookOf = (region: string): PriceBook => {
  const book = books.get(SAME_PRICES[region] ?? region);
  if (!book) throw new Error(`There is no price book for ${region}.`);
  return book;
};

/** The exact total of meters, each on its own ladder. */
function listPrice(book: PriceBook, meters: readonly Meter[]): number {
  const amounts = meters.map(({ dimension, quantity }) => {
    const price = book.prices.get(dimension);
    return price ? climb(decimal(quantity), price.tiers).amount : decimal(Number.MAX_SAFE_INTEGER);
  });
  return toNumber(amounts.reduce(add, ZERO));
}

const { examples } = JSON.parse(readFileSync(file, 'utf8')) as { examples: Example[] };
const untold: string[] = [];
const off: string[] = [];
const row = (id: string, published: string, ours: string, tolerance: string, note: string) =>
  `${id.padEnd(28)}${published.padStart(12)}${ours.padStart(12)}${tolerance.padStart(10)}  ${note}`;

/** A line of the table; remembers what is off. */
function compare(
  { id, expectedMonthlyUSD, tolerance }: Example,
  ours: number,
  note: string,
): string {
  const isWithin = Math.abs(ours - expectedMonthlyUSD) <= tolerance + 1e-9;
  if (!isWithin) off.push(id);
  const cells = [expectedMonthlyUSD, ours].map((amount) => amount.toFixed(2));
  return row(id, cells[0] ?? '', cells[1] ?? '', String(tolerance), isWithin ? note : 'DIFFERS');
}

const reproduced = examples.filter(({ priceBookReproduces }) => priceBookReproduces);
const rest = examples.filter(({ priceBookReproduces }) => !priceBookReproduces);
console.log(row('worked example, by its meters', 'published', 'ours', 'tolerance', ''));
for (const example of reproduced) {
  const ours = listPrice(bookOf(example.region), example.meters ?? []);
  console.log(compare(example, ours, 'within'));
}
console.log(`\n${row('needs more than meters', 'published', 'ours', 'tolerance', 'what')}`);
for (const example of rest) {
  const more = Object.hasOwn(OTHERS, example.id) ? OTHERS[example.id] : undefined;
  if (more) console.log(compare(example, more.price(bookOf), more.why));
  else untold.push(example.id);
}
const within = examples.length - off.length - untold.length;
console.log(
  `\n${reproduced.length} of ${examples.length} examples by their meters, ${rest.length} with more; ${within} within their tolerance.`,
);
if (off.length > 0) console.log(`Off: ${off.join(', ')}.`);
if (untold.length > 0) console.log(`Not told of: ${untold.join(', ')}.`);
process.exitCode = off.length + untold.length > 0 ? 1 : 0;
