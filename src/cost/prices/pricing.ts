import { apportion } from '../money/apportion.ts';
import { currencyOf } from '../money/currency.ts';
import {
  add,
  type Decimal,
  decimal,
  least,
  multiply,
  subtract,
  toCents,
  toNumber,
  ZERO,
} from '../money/decimal.ts';
import type { Confidence, Payment, Price, PriceBook, SavingsRate, Term } from './book.ts';
import { climb, type LadderCost } from './ladder.ts';

/** How much of a month is committed, where a book has the rate for it. */
export interface Commitment {
  readonly term: Term;
  /** The share of each covered meter that is committed; all of it unless said otherwise. */
  readonly coverage?: number | undefined;
  /** How it is paid. Unless said, nothing upfront where there is such a rate, else the cheapest. */
  readonly payment?: Payment | undefined;
  /** The services that are committed, by name or by family (`rds`); all unless said otherwise. */
  readonly services?: readonly string[] | undefined;
}

/** What a bill is worked out under. */
export interface PricingPolicy {
  readonly commitment?: Commitment | undefined;
  /** Commitments that name their services: the first that names a price's stands in for `commitment`. */
  readonly commitments?: readonly Commitment[] | undefined;
  /** Whether the account's always-free allowances are subtracted, once for all meters. */
  readonly freeTier?: boolean | undefined;
}

/** A quantity of one dimension, in the units that are billed. */
export interface Meter {
  readonly dimension: string;
  readonly quantity: number;
}

/** One meter with its price. */
export interface PricedMeter {
  readonly meter: Meter;
  readonly price: Price;
  /** What is billed, in whole cents: this meter's part of its dimension's bill. */
  readonly cents: bigint;
  /** Dollars for one unit: the blended rate over steps, allowances and commitments. */
  readonly unitPrice: number;
  /** Dollars for one unit before discounts and commitments. */
  readonly listUnitPrice: number;
  readonly steps: LadderCost['steps'];
  readonly confidence: Confidence;
  /** The commitment that applies. */
  readonly rate?: SavingsRate | undefined;
  /** A commitment was asked for, and the book has no such rate. */
  readonly onDemand: boolean;
  /** The ladder is not known up to this quantity; its last known step was used. */
  readonly beyondLadder: boolean;
}

/**
 * Prices meters as an account is billed: all meters of a dimension climb one ladder and share one
 * allowance, the sum is rounded to the cent once, and each meter gets its part of it. A meter whose
 * dimension the book lacks is left out.
 */
export function priceMeters(
  meters: readonly Meter[],
  book: PriceBook,
  policy: PricingPolicy,
): (PricedMeter | undefined)[] {
  const priced: (PricedMeter | undefined)[] = meters.map(() => undefined);
  const { digits } = currencyOf(book.currency);
  for (const { price, pool, total, bill } of billsOf(meters, book, policy)) {
    const weights = pool.map(({ meter }) => meter.quantity);
    const cents = apportionCents(bill.amount, weights, digits);
    for (const [turn, { meter, index }] of pool.entries()) {
      priced[index] = {
        meter,
        price,
        cents: cents[turn] ?? 0n,
        listUnitPrice: blendedRate(bill.listAmount, total, price),
        unitPrice: blendedRate(bill.amount, total, price),
        steps: bill.list.steps,
        confidence: confidenceOf(price, bill),
        rate: bill.rate,
        onDemand: bill.commitment !== undefined && bill.rate === undefined,
        beyondLadder: bill.list.beyondLadder,
      };
    }
  }
  return priced;
}

/** What `priceMeters` comes to in all, in whole cents, for who asks for nothing else. */
export function totalCents(
  meters: readonly Meter[],
  book: PriceBook,
  policy: PricingPolicy,
): bigint {
  const { digits } = currencyOf(book.currency);
  let cents = 0n;
  for (const { bill } of billsOf(meters, book, policy)) cents += roundedCents(bill.amount, digits);
  return cents;
}

/** The commitment that covers a price: the one of its service, else the general one. */
export function commitmentFor(price: Price, policy: PricingPolicy): Commitment | undefined {
  const { commitment, commitments = [] } = policy;
  const names = ({ services }: Commitment) => services?.some((service) => isOf(price, service));
  const own = commitments.find(names);
  if (own || !commitment) return own;
  return commitment.services === undefined || names(commitment) ? commitment : undefined;
}

/** Whether a price is of a service, by its name or by the family of its id: `Amazon RDS`, `rds`. */
export function isOf({ id, service }: Price, wanted: string): boolean {
  const name = wanted.toLowerCase();
  return service.toLowerCase() === name || id.toLowerCase().startsWith(`${name}.`);
}

/** The rate that a price has for a commitment; none where it is not offered so. */
export function committedRate(
  { savings = [] }: Price,
  { term, payment }: Commitment,
): SavingsRate | undefined {
  const rank = (rate: SavingsRate) => (rate.payment === 'no_upfront' ? 0 : 1);
  return savings
    .filter((rate) => rate.term === term && (payment === undefined || rate.payment === payment))
    .toSorted((a, b) => rank(a) - rank(b) || a.unitPrice - b.unitPrice)[0];
}

interface Bill {
  readonly amount: Decimal;
  readonly listAmount: Decimal;
  readonly list: LadderCost;
  readonly rate: SavingsRate | undefined;
  readonly commitment: Commitment | undefined;
}

function billOf(
  price: Price,
  total: Decimal,
  policy: PricingPolicy,
  allowances: Map<string, Decimal>,
): Bill {
  const paid = policy.freeTier ? subtract(total, takeFree(price, total, allowances)) : total;
  const list = climb(paid, price.tiers);
  const commitment = commitmentFor(price, policy);
  const rate = commitment && committedRate(price, commitment);
  const keep = decimal(1 - (price.discount?.share ?? 0));
  const listAmount = list.amount;
  if (!rate) return { amount: multiply(listAmount, keep), listAmount, list, rate, commitment };
  const covered = multiply(paid, decimal(commitment.coverage ?? 1));
  const rest = climb(subtract(paid, covered), price.tiers).amount;
  const committed = multiply(covered, decimal(rate.unitPrice));
  return { amount: add(multiply(rest, keep), committed), listAmount, list, rate, commitment };
}

/** Each meter's part of an amount, in cents: whole units where its currency has no smaller ones. */
function apportionCents(amount: Decimal, weights: readonly number[], digits: number): bigint[] {
  const smallest = digits > 0 ? 1n : 100n;
  const parts = apportion(roundedCents(amount, digits) / smallest, weights);
  return digits > 0 ? parts : parts.map((part) => part * smallest);
}

/** An amount rounded as its currency is paid, in cents. */
function roundedCents({ digits, scale }: Decimal, currencyDigits: number): bigint {
  if (currencyDigits > 0) return toCents({ digits, scale });
  return toCents({ digits, scale: scale + 2 }) * 100n;
}

/** Takes what is left of the allowance that a dimension draws on; the first meters get it. */
function takeFree(price: Price, wanted: Decimal, left: Map<string, Decimal>): Decimal {
  const { alwaysFree } = price;
  if (!alwaysFree) return ZERO;
  const pool = alwaysFree.sharedBy?.[0] ?? price.id;
  const available = left.get(pool) ?? decimal(alwaysFree.quantity);
  const taken = least(available, wanted);
  left.set(pool, subtract(available, taken));
  return taken;
}

/** The meters of each dimension that the book has, with what they come to together. */
function* billsOf(meters: readonly Meter[], book: PriceBook, policy: PricingPolicy) {
  const indexed = meters.map((meter, index) => ({ meter, index }));
  const allowances = new Map<string, Decimal>();
  for (const [dimension, pool] of Map.groupBy(indexed, ({ meter }) => meter.dimension)) {
    const price = book.prices.get(dimension);
    if (!price) continue;
    const total = pool.reduce((sum, { meter }) => add(sum, decimal(meter.quantity)), ZERO);
    yield { price, pool, total, bill: billOf(price, total, policy, allowances) };
  }
}

function blendedRate(amount: Decimal, total: Decimal, price: Price): number {
  const quantity = toNumber(total);
  if (quantity > 0) return Number((toNumber(amount) / quantity).toPrecision(12));
  return price.tiers[0]?.unitPrice ?? 0;
}

function confidenceOf(price: Price, { list, rate }: Bill): Confidence {
  if (list.beyondLadder) return 'low';
  return weakest(price.confidence, rate?.confidence ?? 'high');
}

/** The weaker of two. */
function weakest(a: Confidence, b: Confidence): Confidence {
  const order: readonly Confidence[] = ['low', 'medium', 'high'];
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}
