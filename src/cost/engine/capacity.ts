import type { Limit } from '../define/limit.ts';
import type { CostModel, ModelRun } from '../define/model.ts';
import { metered } from '../units/scale.ts';
import { inputOf, MAX_USERS, type Setting } from './options.ts';
import { lastWithin } from './solve.ts';

/** Something that the design carries only so much of, and the users that use it up. */
export interface Capacity {
  /** `database.connections`. */
  readonly id: string;
  readonly component: string;
  readonly element: string;
  /** As a reader sees it: `PostgreSQL: connections`. */
  readonly resource: string;
  readonly limit: number;
  readonly used: number;
  readonly unit: string;
  /** The most users that still fit; none where 10 billion do. */
  readonly saturatesAtUsers: number | null;
  readonly fix: string;
}

/** A limit with its place in a model. */
export interface PlacedLimit extends Limit {
  readonly id: string;
  readonly component: string;
  readonly element: string;
}

/** Relative slack, so that the noise of binary fractions does not use anything up. */
const SLACK = 1 + 1e-9;

/** Every capacity of a model at a number of users, with the users at which each is used up. */
export function capacities(model: CostModel, run: ModelRun, setting: Setting): Capacity[] {
  const runs = new Map<number, ReadonlyMap<string, PlacedLimit>>();
  const limitsAt = (users: number) => {
    const known = runs.get(users);
    if (known) return known;
    const limits = new Map(
      limitsOf(model.run(inputOf(model, setting, users))).map((item) => [item.id, item]),
    );
    runs.set(users, limits);
    return limits;
  };
  return limitsOf(run).map(({ id, component, element, what, used, limit, fix }) => ({
    id,
    component,
    element,
    resource: what,
    limit: metered(limit.value),
    used: metered(used.value),
    unit: used.unit,
    saturatesAtUsers: lastWithin((users) => {
      const at = limitsAt(users).get(id);
      return at ? at.used.value - at.limit.value * SLACK : Number.NaN;
    }, MAX_USERS),
    fix,
  }));
}

/** The limits of a run: those of its resources, then those that components state. */
export function limitsOf(run: ModelRun): PlacedLimit[] {
  const names = new Map(Object.entries(run.sizing).map(([name, resource]) => [resource, name]));
  return Object.entries(run.components).flatMap(
    ([component, { element, runs = [], limits = {} }]) => [
      ...runs.flatMap((resource) =>
        Object.entries(resource.limits).map(([capacity, limit]) => ({
          ...limit,
          id: `${component}.${names.get(resource) ?? resource.label}.${capacity}`,
          component,
          element,
        })),
      ),
      ...Object.entries(limits).map(([name, limit]) => ({
        ...limit,
        id: `${component}.${name}`,
        component,
        element,
      })),
    ],
  );
}

/** Whether a limit is passed. */
export function isExceeded({ used, limit }: Pick<Capacity, 'used' | 'limit'>): boolean {
  return used > limit * SLACK;
}
