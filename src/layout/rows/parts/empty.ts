import type { PlacedGraph, SizedCluster, SizedGraph } from '../../engine.ts';

/** Boundaries that hold no box; those that hold only such ones are among them. */
export function emptyClusters({ nodes, clusters }: SizedGraph): SizedCluster[] {
  const held = new Set(nodes.flatMap(({ parent }) => (parent === undefined ? [] : [parent])));
  for (const { id, parent } of clusters.toReversed()) {
    if (held.has(id) && parent !== undefined) held.add(parent);
  }
  return clusters.filter(({ id }) => !held.has(id));
}

/** Lets boundaries that hold nothing stand like boxes of the size of their titles. */
export function asBoxes(graph: SizedGraph, empty: readonly SizedCluster[]): SizedGraph {
  const ids = new Set(empty.map(({ id }) => id));
  const outermost = empty.filter(({ parent }) => parent === undefined || !ids.has(parent));
  return {
    ...graph,
    nodes: [
      ...graph.nodes,
      ...outermost.map(({ id, parent, title }) => ({
        id,
        width: title.width + 16,
        height: title.height + 16,
        ...(parent !== undefined && { parent }),
      })),
    ],
    clusters: graph.clusters.filter(({ id }) => !ids.has(id)),
  };
}

/** Makes boundaries again of what stood like a box. */
export function asClusters(placed: PlacedGraph, empty: readonly SizedCluster[]): PlacedGraph {
  const nodes = new Map(placed.nodes);
  const clusters = new Map(placed.clusters);
  for (const { id } of empty) {
    const box = nodes.get(id);
    if (box) clusters.set(id, box);
    nodes.delete(id);
  }
  return { ...placed, nodes, clusters };
}
