import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { finding } from '../codes.ts';
import { locateProperty, locateStack, locateText } from '../define/locate.ts';
import type { CostModel, ModelRun } from '../define/model.ts';
import type { Price } from '../prices/book.ts';
import { type InvalidQuantity, isInvalid, isQuantity, type Quantity } from '../units/quantity.ts';
import { conversion } from '../units/scale.ts';
import { linesOf, type PlacedLine } from './bill.ts';
import type { Setting } from './options.ts';

/** Looks a place up; only done for what is wrong. */
type Place = () => Span | undefined;

/** Everything that is wrong with what a model gave: units, quantities, dimensions, all at once. */
export function checkRun(model: CostModel, run: ModelRun, setting: Setting): Diagnostic[] {
  const seen = new Set<InvalidQuantity>();
  const diagnostics = linesOf(run.components).flatMap((place) => [
    ...checkQuantity(place, setting, seen),
    ...checkDimension(place, setting),
  ]);
  for (const [key, { element, limits = {}, runs = [] }] of Object.entries(run.components)) {
    const span = () => locateProperty(setting.source, 'components', key);
    if (typeof element !== 'string' || element === '') {
      diagnostics.push(
        finding('cost-model-invalid', `Component \`${key}\` names no element.`, span()),
      );
    }
    for (const { what, used, limit } of [limits, ...runs.map((item) => item.limits)].flatMap(
      (group) => Object.values(group),
    )) {
      for (const side of [used, limit]) {
        diagnostics.push(...checkValue(`Limit \`${what}\``, side, span, setting, seen));
      }
    }
  }
  return diagnostics.length > 0 ? diagnostics : checkUnused(model, run, setting);
}

/** A resource that no component runs would be sized, and neither shown nor limited. */
function checkUnused(model: CostModel, run: ModelRun, { source }: Setting): Diagnostic[] {
  const owned = new Set(Object.values(run.components).flatMap(({ runs = [] }) => runs));
  return Object.entries(run.sizing)
    .filter(([, resource]) => !owned.has(resource))
    .map(([name]) =>
      finding(
        'cost-model-invalid',
        `Nothing in \`${model.id}\` runs the resource \`${name}\`.`,
        locateProperty(source, 'sizing', name),
        { hint: 'Name it in `runs` of the component that it belongs to.' },
      ),
    );
}

function checkQuantity(
  { id, component, line }: PlacedLine,
  setting: Setting,
  seen: Set<InvalidQuantity>,
): Diagnostic[] {
  const [, name = ''] = id.split('.');
  const span = () => locateProperty(setting.source, 'components', component, name);
  const found = checkValue(`Line \`${id}\``, line.quantity, span, setting, seen);
  return line.payload
    ? [...found, ...checkValue(`The payload of \`${id}\``, line.payload, span, setting, seen)]
    : found;
}

/** A value that is not a quantity, rests on units that do not fit, or is no sensible number. */
function checkValue(
  subject: string,
  value: unknown,
  span: Place,
  { source }: Setting,
  seen: Set<InvalidQuantity>,
): Diagnostic[] {
  if (!isQuantity(value)) {
    const message = `${subject} has ${String(value)} where a quantity with a unit belongs.`;
    return [finding('cost-unit-mismatch', message, span())];
  }
  const invalid = invalidIn(value);
  if (invalid) {
    if (seen.has(invalid)) return [];
    seen.add(invalid);
    const message = invalid.note ?? 'These units do not fit.';
    return [finding('cost-unit-mismatch', message, locateStack(source, invalid.stack) ?? span())];
  }
  if (Number.isFinite(value.value) && value.value >= 0) return [];
  const message = `${subject} comes to ${value.value} ${value.unit}.`;
  return [finding('cost-quantity-invalid', message, span())];
}

/** The first thing that went wrong on the way to a quantity. */
function invalidIn(quantity: Quantity | undefined): InvalidQuantity | undefined {
  if (!quantity || !Number.isNaN(quantity.value)) return undefined;
  const deeper = invalidIn(quantity.a) ?? invalidIn(quantity.b);
  return deeper ?? (isInvalid(quantity) ? quantity : undefined);
}

function checkDimension({ id, line }: PlacedLine, setting: Setting): Diagnostic[] {
  const { priceBook, otherBooks = [], source } = setting;
  const span = () => locateText(source, line.dimension);
  const price = priceBook.prices.get(line.dimension);
  if (!price) {
    const elsewhere = otherBooks.find(({ prices }) => prices.has(line.dimension));
    return [
      elsewhere
        ? unpriced(id, line.dimension, setting, span)
        : unknown(id, line.dimension, setting, span),
    ];
  }
  return [...checkUnit(id, line, price, span), ...checkLifecycle(id, line, price, span)];
}

function unpriced(id: string, dimension: string, { priceBook }: Setting, span: Place): Diagnostic {
  const message = `Line \`${id}\` needs \`${dimension}\`, for which ${priceBook.region} has no price.`;
  const hint = `Give a price or a stand-in for ${priceBook.region} in cost-models/prices.yaml.`;
  return finding('cost-dimension-unpriced', message, span(), { hint });
}

function unknown(id: string, dimension: string, setting: Setting, span: Place): Diagnostic {
  const books = [setting.priceBook, ...(setting.otherBooks ?? [])];
  const hint = didYouMean(dimension, new Set(books.flatMap(({ prices }) => [...prices.keys()])));
  const message = `Line \`${id}\` names \`${dimension}\`, which no price book has.`;
  return finding('cost-dimension-unknown', message, span(), { hint });
}

function checkUnit(id: string, line: PlacedLine['line'], price: Price, span: Place): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { quantity, payload } = line;
  if (isQuantity(quantity) && quantity.op !== 'invalid' && quantity.unit !== price.unit) {
    const message = `Line \`${id}\` has \`${quantity.unit}\`, and \`${price.id}\` is billed by the \`${price.unit}\`.`;
    diagnostics.push(finding('cost-unit-mismatch', message, span()));
  }
  if (isQuantity(payload) && conversion(payload.num, 'kB') === undefined) {
    const message = `The payload of \`${id}\` is in \`${payload.unit}\`, which is no size.`;
    diagnostics.push(finding('cost-unit-mismatch', message, span()));
  }
  return diagnostics;
}

function checkLifecycle(
  id: string,
  line: PlacedLine['line'],
  { lifecycle, service }: Price,
  span: Place,
): Diagnostic[] {
  if (!lifecycle || line.closedServiceBecause) return [];
  const message = `Line \`${id}\` rests on ${service}, closed to new customers since ${lifecycle.since}.`;
  const hint = 'Choose what replaces it, or say in `closedServiceBecause` why the line stays.';
  return [finding('cost-service-closed', message, span(), { hint })];
}
