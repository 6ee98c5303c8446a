/** How far a price can be relied on; the weakest of several decides for what rests on them. */
export type Confidence = 'high' | 'medium' | 'low';

/** A commitment of one or three years. */
export type Term = '1y' | '3y';

/** How a commitment is paid; rates are effective hourly rates whatever the payment. */
export type Payment = 'no_upfront' | 'partial_upfront' | 'all_upfront';

/** One step of a price ladder. Ladders are graduated: each unit costs what its own step says. */
export interface Tier {
  /** The last unit at this price, counted from the first of the month; none for the last step. */
  readonly upTo: number | null;
  readonly unitPrice: number;
}

/** What a commitment costs instead of the list price. */
export interface SavingsRate {
  readonly plan: string;
  readonly term: Term;
  readonly payment: Payment;
  readonly unitPrice: number;
  readonly source: string;
  /** Where it is less sure than the list price. */
  readonly confidence?: Confidence | undefined;
  /** An upfront payment spread over the term. */
  readonly effective?: boolean | undefined;
}

/** A part that the provider gives away every month, once for an account. */
interface FreeAllowance {
  readonly quantity: number;
  /** The dimensions that draw on this one allowance, where there are several. */
  readonly sharedBy?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

/** A service that cannot be bought any more. */
interface Lifecycle {
  readonly status: 'closed-to-new-customers' | 'retired';
  readonly since: string;
  readonly note?: string | undefined;
}

/** One thing that a provider meters and its price in one region. */
export interface Dimension {
  readonly id: string;
  readonly service: string;
  /** What is metered, as a model writes it: `GB-month`, `request`. */
  readonly unit: string;
  /** What the unit leaves out: `HTTPS, India`. */
  readonly unitNote?: string | undefined;
  /** Each metered thing is billed once for every started increment of its size. */
  readonly increment?: { readonly size: number; readonly unit: 'kB' } | undefined;
  readonly tiers: readonly Tier[];
  readonly alwaysFree?: FreeAllowance | undefined;
  /** For accounts of before 2025-07-15; never subtracted, kept as a fact. */
  readonly legacyFreeTier12m?: FreeAllowance | undefined;
  /** How the provider meters it, in words. */
  readonly billingRule?: string | undefined;
  readonly lifecycle?: Lifecycle | undefined;
  readonly savings?: readonly SavingsRate[] | undefined;
  readonly confidence: Confidence;
  /** When the price held: a date, a month, a year, or a range; `~` marks an approximate one. */
  readonly asOf: string;
  /** Keys of the book's sources, or an address. */
  readonly sources: readonly string[];
  readonly notes?: string | undefined;
}

/** Where prices were read. */
interface SourceInfo {
  readonly ref: string;
  readonly kind: string;
  readonly date: string;
}

/** Prices that are the same in another region and are not repeated here. */
interface Inheritance {
  readonly from: string;
  /** Ids, or families such as `waf.*`. */
  readonly ids: readonly string[];
  readonly reason: string;
}

/** A price book as it is stored: the facts of one region with their sources. */
export interface PriceBookFile {
  readonly schemaVersion: 1;
  readonly provider: string;
  readonly region: string;
  readonly currency: string;
  /** When the prices were collected; the age of a price is counted from here. */
  readonly compiledAt: string;
  readonly inherits?: Inheritance | undefined;
  readonly sources: Readonly<Record<string, SourceInfo>>;
  readonly dimensions: readonly Dimension[];
  /** What was looked for and not found. */
  readonly missing: readonly string[];
}

/** A dimension with what the author's own price file made of it. */
export interface Price extends Dimension {
  /** A private discount on the ladder, as a share; `tiers` are list prices. */
  readonly discount?: { readonly share: number; readonly reason: string } | undefined;
  /** Taken from elsewhere: another region with the same price, or the author's stand-in. */
  readonly origin?: string | undefined;
}

/** From when a price is old, and how much of a total may rest on weak prices without a warning. */
export interface TrustPolicy {
  /** Months before the day that the book was compiled. */
  readonly oldAfterMonths: number;
  /** A share of a total, from 0 to 1. */
  readonly warnAbove: number;
}

/** The prices of one region, ready to look up. */
export interface PriceBook {
  /** `aws-us-east-1@2026-11-20`, and `+ prices.yaml` with the author's overrides. */
  readonly id: string;
  readonly provider: string;
  readonly region: string;
  readonly currency: string;
  readonly compiledAt: string;
  readonly sources: Readonly<Record<string, SourceInfo>>;
  readonly prices: ReadonlyMap<string, Price>;
  readonly missing: readonly string[];
  /** What the author's price file says of trust. */
  readonly trust?: TrustPolicy | undefined;
}

/**
 * The book of a file that is known to be sound, such as those that ship; `loadPriceBook` is for
 * all others. `base` is the book that it inherits from.
 */
export function priceBookOf(file: PriceBookFile, base?: PriceBook): PriceBook {
  const { provider, region, currency, compiledAt, sources, missing } = file;
  const inherited = file.inherits && base ? inheritedPrices(file.inherits, base) : [];
  return {
    id: `${provider}-${region}@${compiledAt}`,
    provider,
    region,
    currency,
    compiledAt,
    sources: inherited.length > 0 ? { ...base?.sources, ...sources } : sources,
    prices: new Map([...inherited, ...file.dimensions].map((price) => [price.id, price])),
    missing,
  };
}

/** Whether an id is meant by a pattern: itself, or a family that ends in `*`. */
export function matchesPattern(id: string, pattern: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}

function inheritedPrices({ from, ids, reason }: Inheritance, base: PriceBook): Price[] {
  return [...base.prices.values()]
    .filter(({ id }) => ids.some((pattern) => matchesPattern(id, pattern)))
    .map((price) => ({ ...price, origin: `${from}: ${reason}` }));
}
