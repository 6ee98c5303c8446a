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
  if (invalid.length > 0) {
    return invalid
      .filter((item) => !reported.has(item))
      .map((item) => {
        reported.add(item);
        const { hint, stack, note = 'These units do not fit.' } = item;
        // A name that does not exist has a suggestion; units that do not fit have none.
        const code = hint === undefined ? 'cost-unit-mismatch' : 'cost-model-invalid';
        return finding(code, note, locateStack(source, stack) ?? place(), { hint });
      });
  }
  if (Number.isFinite(quantity.value) && quantity.value >= 0) return [];
  const message = `${subject} comes to ${quantity.value} ${quantity.unit}.`;
  return [finding('cost-quantity-invalid', message, place())];
}

/** The first things that went wrong on the way to a quantity; what followed from them is not. */
export function invalidIn(
  quantity: Quantity | undefined,
  seen = new Set<Quantity>(),
): InvalidQuantity[] {
  if (!quantity || !Number.isNaN(quantity.value) || seen.has(quantity)) return [];
  seen.add(quantity);
  const deeper = [...invalidIn(quantity.a, seen), ...invalidIn(quantity.b, seen)];
  return deeper.length === 0 && isInvalid(quantity) && isRoot(quantity) ? [quantity] : deeper;
}

/** Whether nothing that it was made from was invalid. */
function isRoot({ a, b }: Quantity): boolean {
  return ![a, b].some((operand) => operand && Number.isNaN(operand.value));
}
