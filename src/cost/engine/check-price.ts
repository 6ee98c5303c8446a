import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import type { Price } from '../prices/book.ts';
import { nearestHint } from '../prices/nearest.ts';
import { isQuantity } from '../units/quantity.ts';
import { conversion } from '../units/scale.ts';
import type { PlacedLine } from './bill.ts';
import { invalidIn } from './check-value.ts';
import type { Setting } from './options.ts';

/** Whether a line's dimension has a price here, takes the line's unit, and can still be bought. */
export function checkPrice(
  placed: PlacedLine,
  setting: Setting,
  place: () => Span | undefined,
): Diagnostic[] {
  const price = setting.priceBook.prices.get(placed.line.dimension);
  if (!price) return [missing(placed, setting, place())];
  return [...checkUnit(placed, price, place), ...checkLifecycle(placed, price, place)];
}

function missing({ id, line }: PlacedLine, setting: Setting, span: Span | undefined): Diagnostic {
  const { priceBook, otherBooks = [] } = setting;
  const { dimension } = line;
  if (otherBooks.some(({ prices }) => prices.has(dimension))) {
    const message = `Line \`${id}\` needs \`${dimension}\`, for which ${priceBook.region} has no price.`;
    const hint = `Give a price or a stand-in for ${priceBook.region} in cost-models/prices.yaml.`;
    return finding('cost-dimension-unpriced', message, span, { hint });
  }
  const known = new Set([priceBook, ...otherBooks].flatMap(({ prices }) => [...prices.keys()]));
  const message = `Line \`${id}\` names \`${dimension}\`, which no price book has.`;
  const list = '`cost --list-meters` has them all.';
  const hint = [nearestHint(dimension, known), list].filter(Boolean).join(' ');
  return finding('cost-dimension-unknown', message, span, { hint });
}

function checkUnit(
  { id, line: { quantity, payload } }: PlacedLine,
  price: Price,
  place: () => Span | undefined,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (isQuantity(quantity) && invalidIn(quantity).length === 0 && quantity.unit !== price.unit) {
    const message = `Line \`${id}\` has \`${quantity.unit}\`, and \`${price.id}\` is billed by the \`${price.unit}\`.`;
    diagnostics.push(finding('cost-unit-mismatch', message, place()));
  }
  if (isQuantity(payload) && conversion(payload.num, 'kB') === undefined) {
    const message = `The payload of \`${id}\` is in \`${payload.unit}\`, which is no size.`;
    diagnostics.push(finding('cost-unit-mismatch', message, place()));
  }
  return diagnostics;
}

function checkLifecycle(
  { id, line }: PlacedLine,
  { lifecycle, service }: Price,
  place: () => Span | undefined,
): Diagnostic[] {
  if (!lifecycle) return [];
  const message = `Line \`${id}\` rests on ${service}, closed to new customers since ${lifecycle.since}.`;
  const why = line.closedServiceBecause;
  if (why) return [finding('cost-service-kept', message, place(), { hint: why })];
  const hint = 'Choose what replaces it, or say in `closedServiceBecause` why the line stays.';
  return [finding('cost-service-closed', message, place(), { hint })];
}
