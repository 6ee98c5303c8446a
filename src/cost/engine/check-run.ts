import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import { locateProperty, locateText } from '../define/locate.ts';
import type { Component, CostModel, ModelRun } from '../define/model.ts';
import { linesOf, type PlacedLine } from './bill.ts';
import { checkPrice, checkRegion } from './check-price.ts';
import { checkValue, type Subject } from './check-value.ts';
import type { Setting } from './options.ts';

/** Everything that is wrong with what a model gave: units, quantities, dimensions, all at once. */
export function checkRun(model: CostModel, run: ModelRun, setting: Setting): Diagnostic[] {
  const reported = new Set<object>();
  const value = (subject: string, place: Subject['place'], quantity: unknown) =>
    checkValue({ subject, place, quantity }, setting.source, reported);
  const lines = linesOf(run.components);
  const diagnostics = [
    ...lines.flatMap((placed) => checkLine(placed, setting, value)),
    ...checkRegion(lines, setting, (placed) => dimensionSpan(placed, setting)),
    ...Object.entries(run.components).flatMap(([name, component]) =>
      checkComponent(name, component, setting, value),
    ),
  ];
  return diagnostics.length > 0 ? diagnostics : checkUnused(model, run, setting);
}

type CheckValue = (subject: string, place: Subject['place'], quantity: unknown) => Diagnostic[];

function checkLine(placed: PlacedLine, setting: Setting, value: CheckValue): Diagnostic[] {
  const { id, line } = placed;
  const place = () => lineSpan(placed, setting);
  return [
    ...value(`Line \`${id}\``, place, line.quantity),
    ...(line.payload ? value(`The payload of \`${id}\``, place, line.payload) : []),
    ...checkPrice(placed, setting, () => dimensionSpan(placed, setting)),
  ];
}

function checkComponent(
  name: string,
  { limits = {}, runs = [] }: Component,
  { source }: Setting,
  value: CheckValue,
): Diagnostic[] {
  const place = () => locateProperty(source, 'components', name);
  const all = [limits, ...runs.map((resource) => resource.limits)].flatMap(
    Object.values<(typeof limits)[string]>,
  );
  return all.flatMap(({ what, used, limit }) => [
    ...value(`The use of \`${what}\``, place, used),
    ...value(`The limit of \`${what}\``, place, limit),
  ]);
}

/** A resource that no component runs would be sized, and neither shown nor limited. */
function checkUnused(model: CostModel, run: ModelRun, { source }: Setting): Diagnostic[] {
  const owned = new Set(Object.values(run.components).flatMap(({ runs = [] }) => runs));
  return Object.entries(run.sizing)
    .filter(([, resource]) => !owned.has(resource))
    .map(([name]) => {
      const message = `Nothing in \`${model.id}\` runs the resource \`${name}\`.`;
      const hint = 'Name it in `runs` of the component that it belongs to.';
      return finding('cost-model-invalid', message, locateProperty(source, 'sizing', name), {
        hint,
      });
    });
}

/** The name of a line in the model's file. */
function lineSpan({ id, component }: PlacedLine, { source }: Setting): Span | undefined {
  return locateProperty(source, 'components', component, id.slice(component.length + 1));
}

/** The dimension of a line, where it is written out; else the line's name. */
function dimensionSpan(placed: PlacedLine, setting: Setting): Span | undefined {
  const near = lineSpan(placed, setting);
  return locateText(setting.source, placed.line.dimension, near?.start) ?? near;
}
