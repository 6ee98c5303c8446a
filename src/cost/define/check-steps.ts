import { didYouMean } from '#diagnostics/suggest.ts';
import { isQuantity } from '../units/quantity.ts';
import { unknownKeys } from './check-spec.ts';
import { described, type Fault, isRecord, ModelFault } from './fault.ts';
import { ROUTES } from './flow.ts';

/** Looks at one entry of what a step gave. */
type CheckEntry = (value: unknown, path: readonly string[]) => readonly Fault[];

/** What a step gave, or the run stops: the next step would only stumble over it. */
export function step<T>(name: string, given: T, check: CheckEntry): T {
  const faults =
    isRecord(given) && !('then' in given)
      ? Object.entries(given).flatMap(([key, value]) => check(value, [name, key]))
      : [notAnObject(name, given)];
  if (faults.length > 0) throw new ModelFault(...faults);
  return given;
}

function notAnObject(name: string, given: unknown): Fault {
  if (isRecord(given)) {
    // What became of it is nobody's to know any more.
    Promise.resolve(given).catch(() => undefined);
    const message = `\`${name}\` gives a promise and must give an object.`;
    return { message, hint: 'Leave out `async`: a model is worked out at once.', path: [name] };
  }
  const hint =
    given === undefined
      ? 'A function in braces needs `return`; without it, round brackets: `() => ({ … })`.'
      : 'Give each part a short name: `() => ({ name: … })`.';
  const message = `\`${name}\` gives ${described(given)} and must give an object.`;
  return { message, hint, path: [name] };
}

/** An entry of the demand is a quantity. */
export const checkDemand: CheckEntry = (value, path) =>
  isQuantity(value) ? [] : [noQuantity(`Demand \`${path.at(-1)}\``, value, path)];

/** An entry of the sizing is what `sized` gave. */
export const checkSizing: CheckEntry = (value, path) =>
  isSizing(value)
    ? []
    : [
        {
          message: `Resource \`${path.at(-1)}\` is ${described(value)} and must come from \`sized\`.`,
          hint: "`sized('Database', { sizes: […], carries: { … } })`.",
          path,
        },
      ];

/** A flow has two ends, a route, and data one way or the other. */
export const checkFlow: CheckEntry = (value, path) => {
  const name = `Flow \`${path.at(-1)}\``;
  if (!isRecord(value)) {
    const hint = "`flow({ from: 'shop.web', to: 'shop.database', route: 'between zones', sent })`.";
    return [{ message: `${name} is ${described(value)} and must come from \`flow\`.`, hint, path }];
  }
  const faults = unknownKeys(
    value,
    ['from', 'to', 'route', 'sent', 'returned'],
    'A flow has',
    path,
  );
  for (const end of ['from', 'to'] as const) {
    if (isText(value[end])) continue;
    const hint = `The identifier of an element: \`${end}: 'shop.web'\`.`;
    faults.push({ message: `${name} does not say \`${end}\` where it goes.`, hint, path });
  }
  const routes: readonly unknown[] = ROUTES;
  if (!routes.includes(value.route)) {
    const hint = didYouMean(String(value.route), ROUTES) ?? `There are ${ROUTES.join(', ')}.`;
    const message = `${name} takes the route ${described(value.route)}, which does not exist.`;
    faults.push({ message, hint, path: [...path, 'route'] });
  }
  for (const way of ['sent', 'returned'] as const) {
    const data = value[way];
    if (data === undefined || isQuantity(data)) continue;
    faults.push(noQuantity(`\`${way}\` of flow \`${path.at(-1)}\``, data, [...path, way]));
  }
  return faults;
};

const COMPONENT = ['element', 'title', 'group', 'lines', 'runs', 'limits', 'note'];
const LINE = ['description', 'dimension', 'quantity', 'payload', 'closedServiceBecause'];

/** A component names its element and holds lines, resources and limits. */
export const checkComponent: CheckEntry = (value, path) => {
  const name = `Component \`${path.at(-1)}\``;
  if (!isRecord(value)) {
    const hint = "Such as `web: { element: 'shop.web', title: 'Web', lines: { … } }`.";
    return [{ message: `${name} is ${described(value)} and must be an object.`, hint, path }];
  }
  const faults = unknownKeys(value, COMPONENT, 'A component has', path);
  if (!isText(value.element)) {
    const hint = "The identifier of an element in the workspace: `element: 'shop.web'`.";
    faults.push({ message: `${name} names no element.`, hint, path });
  }
  if (!isText(value.title)) {
    faults.push({ message: `${name} has no title.`, hint: "Such as `title: 'Web shop'`.", path });
  }
  if (isRecord(value.lines)) {
    for (const [line, given] of Object.entries(value.lines)) {
      faults.push(...checkLine(given, [...path, 'lines', line]));
    }
  } else {
    const what =
      value.lines === undefined ? 'has no lines' : `has ${described(value.lines)} of lines`;
    const hint =
      "Each with a short name: `lines: { traffic: line('To readers', 'dt.internet_out', …) }`; `lines: {}` for what costs nothing.";
    const at = value.lines === undefined ? path : [...path, 'lines'];
    faults.push({ message: `${name} ${what}.`, hint, path: at });
  }
  const { runs = [], limits = {} } = value;
  if (!Array.isArray(runs) || !runs.every(isSizing)) {
    const hint = '`runs: [sizing.database]`.';
    const message = `\`runs\` of component \`${path.at(-1)}\` must be a list of what \`sizing\` gave.`;
    faults.push({ message, hint, path: [...path, 'runs'] });
  }
  if (!isRecord(limits) || !Object.values(limits).every(isRecord)) {
    const hint = "`limits: { storage: limit('Storage', { used, of, fix: '…' }) }`.";
    const message = `\`limits\` of component \`${path.at(-1)}\` must be an object of limits.`;
    faults.push({ message, hint, path: [...path, 'limits'] });
  }
  return faults;
};

function checkLine(value: unknown, path: readonly string[]): Fault[] {
  const name = `Line \`${path[1]}.${path.at(-1)}\``;
  const hint = "`line('To readers', 'dt.internet_out', demand.traffic)`.";
  if (!isRecord(value)) {
    return [{ message: `${name} is ${described(value)} and must come from \`line\`.`, hint, path }];
  }
  const faults = unknownKeys(value, LINE, 'A line has', path);
  if (!isText(value.dimension)) {
    faults.push({ message: `${name} names no dimension of the price book.`, hint, path });
  }
  if (!isText(value.description)) {
    faults.push({ message: `${name} has no description.`, hint, path });
  }
  return faults;
}

function noQuantity(subject: string, value: unknown, path: readonly string[]): Fault {
  const message = `${subject} is ${described(value)} where a quantity with a unit belongs.`;
  const hint =
    typeof value === 'number' ? `\`quantity(${value}, 'request')\`, in its unit.` : undefined;
  return { message, hint, path };
}

function isSizing(value: unknown): boolean {
  return isRecord(value) && 'plan' in value;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
