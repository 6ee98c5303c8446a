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

/** Whether a line's dimension has a price anywhere, takes the line's unit, and can still be bought. */
export function checkPrice(
  placed: PlacedLine,
  setting: Setting,
  place: () => Span | undefined,
): Diagnostic[] {
  const price = setting.priceBook.prices.get(placed.line.dimension);
  if (!price) {
    return isElsewhere(placed, setting) ? [] : [unknown(placed, setting, place())];
  }
  return [...checkUnit(placed, price, place), ...checkLifecycle(placed, price, place)];
}

/** What this region has no price for and another has: one finding, at the first line that needs it. */
export function checkRegion(
  lines: readonly PlacedLine[],
  setting: Setting,
  place: (line: PlacedLine) => Span | undefined,
): Diagnostic[] {
  const lacking = lines.filter((placed) => isElsewhere(placed, setting));
  const [first] = lacking;
  if (!first) return [];
  const { region } = setting.priceBook;
  const named = [...Map.groupBy(lacking, ({ line }) => line.dimension)].map(
    ([dimension, needing]) => `\`${dimension}\` (${needing.map(({ id }) => id).join(', ')})`,
  );
  const message =
    lacking.length === 1
      ? `Line \`${first.id}\` needs \`${first.line.dimension}\`, for which ${region} has no price.`
      : `No price in ${region} for ${named.length === 1 ? 'a dimension' : `${named.length} dimensions`} that lines need: ${named.join(', ')}.`;
  const hint = `Give a price or a stand-in for ${region} in cost-models/prices.yaml.`;
  return [finding('cost-dimension-unpriced', message, place(first), { hint })];
}

function isElsewhere({ line }: PlacedLine, { priceBook, otherBooks = [] }: Setting): boolean {
  const { dimension } = line;
  return !priceBook.prices.has(dimension) && otherBooks.some(({ prices }) => prices.has(dimension));
}

function unknown({ id, line }: PlacedLine, setting: Setting, span: Span | undefined): Diagnostic {
  const { priceBook, otherBooks = [] } = setting;
  const { dimension } = line;
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
