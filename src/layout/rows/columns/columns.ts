import { around, type Graph } from '../graph/graph.ts';
import type { Item, Layers } from '../layers/layers.ts';
import type { Ports } from '../ports/ports.ts';
import { type Arc, bar, type Problem, spring } from '../simplex/problem.ts';
import { solve } from '../simplex/solve.ts';
import type { Extent } from './extents.ts';
import { separate, type Variables, variablesOf } from './separate.ts';

/** Places across the rows: middles of items, sides of boundaries. */
export interface Columns {
  readonly x: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Free ground between a title and a line that enters its boundary beside it. */
const BESIDE_TITLE = 12;

/**
 * Places across the rows by network simplex on separations (Gansner, Koutsofios, North, Vo 1993):
 * sums of distances make lines exactly straight, which sums of squares do not.
 */
export function placeColumns(
  graph: Graph,
  layers: Layers,
  rows: readonly (readonly number[])[],
  ports: Ports,
  extents: readonly Extent[],
  pivots: number,
): Columns {
  const variables = variablesOf(layers.items.length, graph.clusters.length);
  const problem: Problem = {
    size: variables.size,
    arcs: [
      ...separate(graph, layers, rows, extents, variables),
      ...besideTitles(graph, layers, ports, variables),
      ...pulls(layers, ports),
    ],
  };
  const { values } = solve(problem, { pivots });
  const least = values.reduce((min, value) => Math.min(min, value), values[0] ?? 0);
  const value = (variable: number) => (values[variable] ?? 0) - least;
  return {
    x: layers.items.map((_, item) => value(item)),
    left: graph.clusters.map((_, cluster) => value(variables.left(cluster))),
    right: graph.clusters.map((_, cluster) => value(variables.right(cluster))),
  };
}

/** A line that comes into a boundary through its upper border passes at the right of the title. */
function besideTitles(graph: Graph, layers: Layers, ports: Ports, variables: Variables): Arc[] {
  if (graph.turned) return [];
  const arcs: Arc[] = [];
  for (const [segment, { lower }] of layers.segments.entries()) {
    const item = layers.items[lower];
    if (!item) continue;
    for (const cluster of around(graph, item.cluster)) {
      if (layers.spans[cluster]?.first !== item.layer) break;
      if (item.kind === 'gate' && item.cluster === cluster) continue;
      const title = Math.ceil(graph.clusters[cluster]?.title.width ?? 0) + BESIDE_TITLE;
      arcs.push(bar(variables.left(cluster), lower, title - (ports.lower[segment] ?? 0)));
    }
  }
  return arcs;
}

/** How much a piece of a line wants to be straight: most between points on a long line. */
const STRAIGHT = { inner: 8, end: 3, direct: 2, alone: 2 };

function pulls({ items, segments }: Layers, ports: Ports): Arc[] {
  const degree = items.map(() => ({ above: 0, below: 0 }));
  for (const { upper, lower } of segments) {
    const [up, down] = [degree[upper], degree[lower]];
    if (up) up.below += 1;
    if (down) down.above += 1;
  }
  return segments.map(({ upper, lower }, segment) => {
    const ends = [items[upper], items[lower]].filter(isBox).length;
    const base = [STRAIGHT.inner, STRAIGHT.end, STRAIGHT.direct][ends] ?? 0;
    const alone = degree[upper]?.below === 1 && degree[lower]?.above === 1;
    const offset = (ports.upper[segment] ?? 0) - (ports.lower[segment] ?? 0);
    return spring(upper, lower, offset, alone ? base * STRAIGHT.alone : base);
  });
}

function isBox(item: Item | undefined): boolean {
  return item?.kind === 'box';
}
