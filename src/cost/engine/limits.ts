import type { Limit } from '../define/limit.ts';
import type { ModelRun } from '../define/model.ts';

/** A limit with its place in a model. */
export interface PlacedLimit extends Limit {
  /** `database.connections`: the resource's or the component's name, and the limit's. */
  readonly id: string;
  readonly component: string;
  readonly element: string;
}

/** The limits of a run: of each component the ones of its resources, then those that it states. */
export function limitsOf(run: ModelRun): PlacedLimit[] {
  const names = new Map(Object.entries(run.sizing).map(([name, resource]) => [resource, name]));
  return Object.entries(run.components).flatMap(
    ([component, { element, runs = [], limits = {} }]) => {
      const place = (owner: string, group: Readonly<Record<string, Limit>>) =>
        Object.entries(group).map(([name, limit]) => ({
          ...limit,
          id: `${owner}.${name}`,
          component,
          element,
        }));
      return [
        ...runs.flatMap((resource) => place(names.get(resource) ?? component, resource.limits)),
        ...place(component, limits),
      ];
    },
  );
}

/** Relative slack, so that the noise of binary fractions does not use anything up. */
const SLACK = 1 + 1e-9;

/** How far use is beyond a limit; zero or less while it fits. */
export function gapOf(used: number, limit: number): number {
  return used - limit * SLACK;
}
