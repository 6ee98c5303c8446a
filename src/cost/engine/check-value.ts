import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import { locateStack } from '../define/locate.ts';
import { type InvalidQuantity, isInvalid, isQuantity, type Quantity } from '../units/quantity.ts';

/** A value that should be a quantity, its name for readers, and its place when one is needed. */
export interface Subject {
  readonly subject: string;
  readonly place: () => Span | undefined;
  readonly quantity: unknown;
}

/**
 * A value that is no quantity, rests on units that do not fit, or is no sensible number. Units that
 * do not fit are reported once, at the operation, however much rests on them.
 */
export function checkValue(
  { subject, place, quantity }: Subject,
  source: Source | undefined,
  reported: Set<object>,
): Diagnostic[] {
  if (!isQuantity(quantity)) {
    const message = `${subject} is ${String(quantity)} where a quantity with a unit belongs.`;
    return [finding('cost-unit-mismatch', message, place())];
  }
  const invalid = invalidIn(quantity);
  if (invalid) {
    if (reported.has(invalid)) return [];
    reported.add(invalid);
    const message = invalid.note ?? 'These units do not fit.';
    return [finding('cost-unit-mismatch', message, locateStack(source, invalid.stack) ?? place())];
  }
  if (Number.isFinite(quantity.value) && quantity.value >= 0) return [];
  const message = `${subject} comes to ${quantity.value} ${quantity.unit}.`;
  return [finding('cost-quantity-invalid', message, place())];
}

/** The first thing that went wrong on the way to a quantity. */
function invalidIn(quantity: Quantity | undefined): InvalidQuantity | undefined {
  if (!quantity || !Number.isNaN(quantity.value)) return undefined;
  const deeper = invalidIn(quantity.a) ?? invalidIn(quantity.b);
  return deeper ?? (isInvalid(quantity) ? quantity : undefined);
}
