import type { Graph } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import type { Start } from '../order/starts.ts';
import { longestRows } from '../ranks/longest.ts';

/**
 * How much is done for a drawing. It depends on the graph alone, never on a clock: two machines draw
 * the same.
 */
export interface Effort {
  /** Nothing but rows, labels and channels: what is left for graphs that would take seconds. */
  readonly plain: boolean;
  readonly starts: readonly Start[];
  readonly sweeps: number;
  readonly pivots: number;
  /** How often the graph may be drawn again with other edges within rows. */
  readonly drawings: number;
  /** How often columns may be placed again with other turns. */
  readonly turns: number;
}

/**
 * Items up to which a drawing takes some tens of milliseconds, up to which about a second, and up to
 * which some seconds.
 */
const LIMITS = { full: 800, plain: 2800, drawn: 35_000 };
const MOST = { sweeps: 12, pivots: 6000, drawings: 5, turns: 12 };
/** Steps that may be spent on each: items times rounds. */
const STEPS = { sweeps: 60_000, pivots: 4_000_000, drawings: 420, turns: 800 };

export function effortFor(graph: Graph, falls: readonly Fall[]): Effort {
  const items = itemsOf(graph, falls);
  const share = (what: keyof typeof STEPS, least: number) =>
    Math.max(least, Math.min(MOST[what], Math.floor(STEPS[what] / items)));
  const full = items <= LIMITS.full;
  return {
    plain: items > LIMITS.plain,
    starts: full ? ['model', 'down'] : ['model'],
    sweeps: share('sweeps', 3),
    pivots: share('pivots', 200),
    drawings: full ? share('drawings', 0) : 0,
    turns: full ? share('turns', 0) : 0,
  };
}

/** Whether even a plain drawing would take longer than anybody waits for one. */
export function isBeyond(graph: Graph, falls: readonly Fall[]): boolean {
  return itemsOf(graph, falls) > LIMITS.drawn;
}

/** About how many items the layers of a graph will have: boxes, labels, and points on long edges. */
function itemsOf({ nodes, edges }: Graph, falls: readonly Fall[]): number {
  const rows = longestRows(
    falls,
    Int32Array.from(nodes, (_, node) => node),
  );
  let items = nodes.length;
  for (const [edge, { upper, lower }] of falls.entries()) {
    const span = Math.abs((rows?.[lower] ?? 0) - (rows?.[upper] ?? 0));
    items += edges[edge]?.label ? 2 * span - 1 : span;
  }
  return items;
}
