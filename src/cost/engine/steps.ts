import type { CostModel } from '../define/model.ts';
import { fromCents } from '../money/decimal.ts';
import { approximator } from './approximate.ts';
import { inputOf, type Setting } from './options.ts';
import { type Reader, replayer } from './replayer.ts';
import { centsAt } from './totals.ts';

/** A number of users at which something larger, or one more of it, has to be bought. */
export interface Step {
  /** The first number of users that needs it. */
  readonly users: number;
  /** The resource's name in the model's sizing, and for readers. */
  readonly resource: string;
  readonly label: string;
  /** `t3.medium`, `3 × t3.medium`. */
  readonly from: string;
  readonly to: string;
  /** Dollars a month that it adds. */
  readonly monthly: number;
}

/** Steps that add less than this are not worth naming. */
const WORTH_NAMING = 5;

/** How many cells of equal ratio are looked at first, so that a step up and down do not hide. */
const CELLS = 48;

/** The size of a resource at a number of users. */
interface ResourceState {
  readonly label: string;
  readonly size: string;
  readonly many: boolean;
  readonly count: number;
  readonly quiet: number;
}

type Resources = ReadonlyMap<string, ResourceState>;

/** What a model comes to at a number of users. */
interface States {
  readonly resources: (users: number) => Resources;
  /** The total in dollars, not rounded. */
  readonly total: (users: number) => number;
}

/** Every step between two numbers of users that adds five dollars or more, in order. Where one thing
 * draws another with it, pods a node, the last in the model's sizing is named. */
export function stepsBetween(
  model: CostModel,
  setting: Setting,
  from: number,
  to: number,
  {
    read = replayer(model),
    cents = (users) => centsAt(model, setting, users),
  }: { readonly read?: Reader; readonly cents?: (users: number) => bigint } = {},
): Step[] {
  const { resources, total } = stateReader(model, setting, read);
  const cells = cellsBetween(from, to);
  const names = [...resources(from).keys()];
  const changes = names.flatMap((name) => {
    const stateOf = (users: number) => resources(users).get(name);
    return cells
      .flatMap(([low, high]) => changesOf(stateOf, low, high))
      .map((users) => ({ name, users }));
  });
  const last = new Map(changes.map(({ name, users }) => [users, name]));
  return [...last]
    .filter(([users]) => total(users) - total(users - 1) > WORTH_NAMING / 2)
    .sort(([a], [b]) => a - b)
    .flatMap(([users, name]) => {
      const [was, is] = [resources(users - 1).get(name), resources(users).get(name)];
      const monthly = fromCents(cents(users) - cents(users - 1));
      if (!(was && is) || monthly < WORTH_NAMING) return [];
      return [{ users, resource: name, label: is.label, ...wording(was, is), monthly }];
    });
}

/** Sizes are asked for at some hundreds of numbers of users, totals only beside a change of them. */
function stateReader(model: CostModel, setting: Setting, read: Reader): States {
  const known = new Map<number, Resources>();
  const totalOf = approximator(setting.priceBook, setting);
  return {
    resources(users) {
      const before = known.get(users);
      if (before) return before;
      const { run, read: value } = read(inputOf(model, setting, users));
      const resources = new Map(
        Object.entries(run.sizing).map(([name, { label, size, many, count, quiet }]) => [
          name,
          { label, size, many, count: value(count), quiet: value(quiet) },
        ]),
      );
      known.set(users, resources);
      return resources;
    },
    total: (users) => totalOf(read(inputOf(model, setting, users))),
  };
}

/** The users at which a resource changes between two numbers of them. */
function changesOf(
  stateOf: (users: number) => ResourceState | undefined,
  low: number,
  high: number,
): number[] {
  if (isSame(stateOf(low), stateOf(high))) return [];
  if (high - low <= 1) return [high];
  const middle = Math.floor((low + high) / 2);
  return [...changesOf(stateOf, low, middle), ...changesOf(stateOf, middle, high)];
}

function isSame(a: ResourceState | undefined, b: ResourceState | undefined): boolean {
  return a?.size === b?.size && a?.count === b?.count && a?.quiet === b?.quiet;
}

function cellsBetween(from: number, to: number): [number, number][] {
  const bounds = Array.from({ length: CELLS + 1 }, (_, index) =>
    index === CELLS ? to : Math.round(from * (to / from) ** (index / CELLS)),
  );
  return bounds.slice(1).flatMap((high, index): [number, number][] => {
    const low = bounds[index] ?? from;
    return high > low ? [[low, high]] : [];
  });
}

function wording(was: ResourceState, is: ResourceState): { from: string; to: string } {
  const onlyQuiet = was.size === is.size && was.count === is.count;
  const text = ({ size, count, quiet, many }: ResourceState) => {
    if (!many) return size;
    return onlyQuiet ? `${quiet} × ${size} in quiet hours` : `${count} × ${size}`;
  };
  return { from: text(was), to: text(is) };
}
