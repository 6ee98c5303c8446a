import type { Line } from '../define/line.ts';
import type { Component, ModelRun } from '../define/model.ts';
import type { Price, PriceBook } from '../prices/book.ts';
import {
  type Meter,
  type PricedMeter,
  type PricingPolicy,
  priceMeters,
  totalCents,
} from '../prices/pricing.ts';
import { conversion, metered, wholeUp } from '../units/scale.ts';

/** A line of a model with its place in it. */
export interface PlacedLine {
  /** `database.storage`: the component's and the line's names. */
  readonly id: string;
  readonly component: string;
  readonly line: Line;
}

/** A line with its price. */
export interface BilledLine extends PlacedLine {
  readonly priced: PricedMeter;
}

/** All lines of a run with their prices; the total is the sum of the rounded lines. */
export interface Bill {
  readonly lines: readonly BilledLine[];
  readonly cents: bigint;
}

/** Prices a run. Lines whose dimension the book lacks are left out; `checkRun` reports them. */
export function billOf(run: ModelRun, book: PriceBook, policy: PricingPolicy): Bill {
  const placed = linesOf(run.components);
  const meters = metersOf(placed, book);
  const lines: BilledLine[] = [];
  for (const [index, priced] of priceMeters(meters, book, policy).entries()) {
    const place = placed[index];
    if (place && priced) lines.push({ ...place, priced });
  }
  return { lines, cents: lines.reduce((sum, { priced }) => sum + priced.cents, 0n) };
}

/** The total of `billOf`, in whole cents. */
export function centsOf({ components }: ModelRun, book: PriceBook, policy: PricingPolicy): bigint {
  return totalCents(metersOf(linesOf(components), book), book, policy);
}

function metersOf(placed: readonly PlacedLine[], book: PriceBook): Meter[] {
  return placed.map(({ line }) => meterOf(line, book.prices.get(line.dimension)));
}

/** The lines of a model's components, in its order. */
export function linesOf(components: Readonly<Record<string, Component>>): PlacedLine[] {
  return Object.entries(components).flatMap(([component, { lines }]) =>
    Object.entries(lines).map(([name, line]) => ({ id: `${component}.${name}`, component, line })),
  );
}

/** What is billed for a line: each metered thing once for every started increment of its size. */
function meterOf({ dimension, quantity, payload }: Line, price: Price | undefined): Meter {
  const increments = price?.increment ? incrementsOf(payload, price.increment) : 1;
  const billed = metered(quantity.value * increments);
  return { dimension, quantity: Number.isFinite(billed) && billed > 0 ? billed : 0 };
}

/** How often a thing of this size is billed; once where no size is given. */
export function incrementsOf(
  payload: { readonly num: string; readonly value: number } | undefined,
  { size, unit }: NonNullable<Price['increment']>,
): number {
  if (!payload) return 1;
  return Math.max(
    1,
    wholeUp((payload.value * (conversion(payload.num, unit) ?? Number.NaN)) / size),
  );
}
