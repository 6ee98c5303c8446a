import type { Ordered } from '../ordered.ts';
import type { Ports } from '../ports/ports.ts';
import { solve } from '../simplex/solve.ts';
import type { Turns } from '../turns/turns.ts';
import { pulls } from './pulls.ts';
import type { Room } from './room.ts';
import { besideTitles } from './titles.ts';
import { turnBars } from './turn-bars.ts';

/** Places across the rows: middles of items, sides of boundaries. */
export interface Columns {
  readonly x: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
}

export interface ColumnOptions {
  readonly turns: Turns;
  /** Where to begin; an arrangement that nearly keeps all separations is soon mended. */
  readonly start?: Columns;
  readonly pivots: number;
}

/**
 * Places across the rows by network simplex on separations (Gansner, Koutsofios, North, Vo 1993):
 * sums of distances make lines exactly straight, which sums of squares do not. Nothing when the
 * turns leave no room for each other.
 */
export function placeColumns(
  ordered: Ordered,
  ports: Ports,
  { variables, extents, separations, neighbours }: Room,
  { turns, start, pivots }: ColumnOptions,
): Columns | undefined {
  const { graph, layers } = ordered;
  const arcs = [
    ...separations,
    ...besideTitles(ordered, ports, turns, variables),
    ...pulls(ordered, ports, turns),
    ...turnBars(layers, ports, extents, turns, neighbours),
  ];
  const values = start && [...start.x, ...interleave(start.left, start.right)];
  const solution = solve(
    { size: variables.size, arcs },
    { pivots, ...(values && { start: values }) },
  );
  if (!solution) return undefined;
  const least = solution.values.reduce(
    (min, value) => Math.min(min, value),
    solution.values[0] ?? 0,
  );
  const value = (variable: number) => (solution.values[variable] ?? 0) - least;
  return {
    x: layers.items.map((_, item) => value(item)),
    left: graph.clusters.map((_, cluster) => value(variables.left(cluster))),
    right: graph.clusters.map((_, cluster) => value(variables.right(cluster))),
  };
}

function interleave(a: readonly number[], b: readonly number[]): number[] {
  return a.flatMap((value, index) => [value, b[index] ?? 0]);
}
