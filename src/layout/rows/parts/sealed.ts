import type { PlacedGraph, SizedCluster, SizedGraph, SizedNode } from '../../engine.ts';
import { moved } from '../emit/unframe.ts';

/** Corners of a boundary at which no line ends. */
const CORNER = 16;

/**
 * The outermost boundaries over whose borders no line runs, though lines may end at them: to the rest
 * of the drawing each is a box, whatever it holds.
 */
export function sealedClusters({ nodes, clusters, edges }: SizedGraph): SizedCluster[] {
  const parents = new Map([...clusters, ...nodes].map(({ id, parent }) => [id, parent]));
  const around = (id: string): string[] => {
    const list: string[] = [];
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) list.push(at);
    return list;
  };
  const crossed = new Set<string>();
  for (const { source, target } of edges) {
    const [one, other] = [new Set(around(source)), new Set(around(target))];
    for (const id of one.symmetricDifference(other)) crossed.add(id);
  }
  const sealed = new Set(clusters.filter(({ id }) => !crossed.has(id)).map(({ id }) => id));
  return clusters.filter(({ id }) => sealed.has(id) && !around(id).some((at) => sealed.has(at)));
}

/** What a boundary holds, without the boundary. */
export function contentOf(graph: SizedGraph, cluster: SizedCluster): SizedGraph {
  const ids = new Set([cluster.id]);
  const isIn = ({ parent }: { readonly parent?: string }) =>
    parent !== undefined && ids.has(parent);
  const clusters = graph.clusters.filter((own) => isIn(own) && ids.add(own.id));
  const nodes = graph.nodes.filter((own) => isIn(own) && ids.add(own.id));
  ids.delete(cluster.id);
  const edges = graph.edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  return { ...graph, clusters, nodes, edges };
}

/** Lets drawn boundaries stand like boxes of their sizes. */
export function sealed(
  graph: SizedGraph,
  drawn: ReadonlyMap<SizedCluster, PlacedGraph>,
): SizedGraph {
  const boxes: SizedNode[] = [];
  const held = new Set<string>();
  for (const [{ id, parent, corner = 0 }, { width, height, nodes, clusters }] of drawn) {
    const sides = {
      top: [CORNER, Math.max(CORNER, width - CORNER - corner)],
      right: [CORNER, height - CORNER],
      bottom: [CORNER, width - CORNER],
      left: [CORNER, height - CORNER],
    } as const;
    boxes.push({ id, width, height, sides, ...(parent !== undefined && { parent }) });
    for (const own of [...nodes.keys(), ...clusters.keys()]) if (own !== id) held.add(own);
  }
  const borders = new Set(boxes.map(({ id }) => id));
  return {
    ...graph,
    nodes: [...graph.nodes.filter(({ id }) => !held.has(id)), ...boxes],
    clusters: graph.clusters.filter(({ id }) => !held.has(id) && !borders.has(id)),
    edges: graph.edges.filter(({ source }) => !held.has(source)),
  };
}

/** Puts what the boundaries hold back into what stood like boxes. */
export function unsealed(
  placed: PlacedGraph,
  drawn: ReadonlyMap<SizedCluster, PlacedGraph>,
): PlacedGraph {
  const nodes = new Map(placed.nodes);
  const clusters = new Map(placed.clusters);
  const edges = new Map(placed.edges);
  for (const [{ id }, content] of drawn) {
    const box = nodes.get(id);
    if (!box) continue;
    nodes.delete(id);
    // Many lines at a side make a box longer than it was.
    const inside = moved(content, {
      x: box.x + (box.width - content.width) / 2,
      y: box.y + (box.height - content.height) / 2,
    });
    for (const [key, rect] of inside.nodes) nodes.set(key, rect);
    for (const [key, rect] of inside.clusters) clusters.set(key, rect);
    for (const [key, route] of inside.edges) edges.set(key, route);
    clusters.set(id, box);
  }
  return { ...placed, nodes, clusters, edges };
}
