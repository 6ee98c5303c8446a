import type { Ordered } from '../ordered.ts';
import type { Arc } from '../simplex/problem.ts';
import { type Extent, extentsOf } from './extents.ts';
import { type Neighbours, neighboursOf } from './neighbours.ts';
import { separate, type Variables, variablesOf } from './separate.ts';

/** The room that items take across the rows; it depends on nothing but the widths of boxes. */
export interface Room {
  readonly widths: readonly number[];
  readonly extents: readonly Extent[];
  readonly variables: Variables;
  readonly separations: readonly Arc[];
  readonly neighbours: readonly Neighbours[];
}

/** The room of a graph's items; one that is known already for the same widths is taken as it is. */
export function roomOf(ordered: Ordered, widths: readonly number[], known?: Room): Room {
  if (known?.widths.every((width, item) => width === widths[item])) return known;
  const { graph, layers } = ordered;
  const variables = variablesOf(layers.items.length, graph.clusters.length);
  const extents = extentsOf(graph, layers.items, widths);
  return {
    widths,
    extents,
    variables,
    separations: separate(ordered, extents, variables),
    neighbours: neighboursOf(ordered, extents, variables),
  };
}
