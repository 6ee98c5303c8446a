import { z } from 'zod';

const confidence = z.enum(['high', 'medium', 'low']);
const amount = z.number().nonnegative();

/** `2026-07-20`, `2026-07`, `2026`, `2024-07..2026-10`; `~` before an approximate date. */
const asOf = z.preprocess(
  // YAML reads a year as a number.
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string()
    .regex(
      /^~?\d{4}(-\d{2}){0,2}(\.\.\d{4}(-\d{2}){0,2})?$/,
      'expected a date, a month, a year or a range of them',
    ),
);

const tier = z.strictObject({
  /** The last unit at this price; none for the last step. */
  upTo: z.number().positive().nullable(),
  unitPrice: amount,
});

const savingsRate = z.strictObject({
  plan: z.string().min(1),
  term: z.enum(['1y', '3y']),
  payment: z.enum(['no_upfront', 'partial_upfront', 'all_upfront']),
  unitPrice: amount,
  source: z.string().min(1),
  confidence: confidence.optional(),
  effective: z.literal(true).optional(),
});

const allowance = z.strictObject({
  quantity: z.number().positive(),
  sharedBy: z.array(z.string().min(1)).min(2).optional(),
  note: z.string().min(1).optional(),
});

/** What a price is, apart from its ladder. */
const priceFields = {
  /** `service.thing`, as models name it. */
  id: z
    .string()
    .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/i, 'expected a dotted id such as `s3.standard`'),
  service: z.string().min(1),
  /** What is metered, as a model writes it. */
  unit: z.string().regex(/^[^/]+$/, 'expected a unit without a slash'),
  unitNote: z.string().min(1).optional(),
  increment: z.strictObject({ size: z.number().positive(), unit: z.literal('kB') }).optional(),
  alwaysFree: allowance.optional(),
  legacyFreeTier12m: allowance.optional(),
  billingRule: z.string().min(1).optional(),
  lifecycle: z
    .strictObject({
      status: z.enum(['closed-to-new-customers', 'retired']),
      since: asOf,
      note: z.string().min(1).optional(),
    })
    .optional(),
  savings: z.array(savingsRate).min(1).optional(),
  confidence,
  asOf,
  sources: z.array(z.string().min(1)).min(1),
  notes: z.string().min(1).optional(),
};

/** A price with its ladder. */
const dimension = z.strictObject({ ...priceFields, tiers: z.array(tier) });

/** A price book as it is stored. */
export const priceBookFile = z.strictObject({
  schemaVersion: z.literal(1),
  provider: z.string().min(1),
  region: z.string().min(1),
  currency: z.string().length(3),
  compiledAt: z.iso.date(),
  inherits: z
    .strictObject({
      from: z.string().min(1),
      ids: z.array(z.string().min(1)).min(1),
      reason: z.string().min(1),
    })
    .optional(),
  sources: z.record(
    z.string().min(1),
    z.strictObject({
      ref: z.string().min(1),
      kind: z.string().min(1),
      date: z.string().min(1),
    }),
  ),
  dimensions: z.array(dimension),
  missing: z.array(z.string().min(1)),
});

/** A price of the author's own: one price for all units, or a ladder. */
const ownPrice = z
  .strictObject({ ...priceFields, unitPrice: amount.optional(), tiers: z.array(tier).optional() })
  .refine(({ unitPrice, tiers }) => (unitPrice === undefined) !== (tiers === undefined), {
    error: 'expected either `unitPrice` or `tiers`',
  });

/** A price that a region lacks and that is taken from another one. */
const standIn = z.strictObject({
  /** Ids, or families such as `msk.*`. */
  ids: z.array(z.string().min(1)).min(1),
  from: z.string().min(1),
  /** What the other region's price is multiplied by. */
  ratio: z.number().positive(),
  reason: z.string().min(1),
});

const ownRegion = z.strictObject({
  /** For a region that no shipped book has. */
  provider: z.string().min(1).optional(),
  currency: z.string().length(3).optional(),
  compiledAt: z.iso.date().optional(),
  /** Replace the book's prices, or join them. */
  prices: z.array(ownPrice).optional(),
  /** Fill what is still missing; always of low confidence. */
  standIns: z.array(standIn).optional(),
});

/** A private discount on list prices; commitments are not discounted again. */
const discount = z.strictObject({
  /** Ids or families; all prices unless given. */
  ids: z.array(z.string().min(1)).min(1).optional(),
  regions: z.array(z.string().min(1)).min(1).optional(),
  /** 0.15 for 15 %. */
  share: z.number().gt(0).lt(1),
  reason: z.string().min(1),
});

/** ISO 4217, as in `EUR`. */
const currency = z.string().regex(/^[A-Z]{3}$/, 'expected three capital letters such as EUR');

/** A currency that amounts may be shown in, at the rate of a day. */
const exchange = z.strictObject({
  /** How many of it one of `from` is. */
  rate: z.number().positive(),
  date: z.iso.date(),
  source: z.string().min(1),
  from: currency.default('USD'),
});

/** From when prices are old, and how much of a total may rest on weak ones without a warning. */
const trust = z.strictObject({
  oldAfterMonths: z.int().positive().default(12),
  warnAbove: z.number().min(0).max(1).default(0.2),
});

/** The author's `cost-models/prices.yaml`. */
export const overridesFile = z.strictObject({
  trust: trust.optional(),
  currencies: z.record(currency, exchange).optional(),
  regions: z.record(z.string().min(1), ownRegion).optional(),
  discounts: z.array(discount).optional(),
});

export type Overrides = z.output<typeof overridesFile>;
export type OwnRegion = z.output<typeof ownRegion>;
