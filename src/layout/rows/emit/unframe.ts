import type { PlacedGraph, PlacedRoute, SizedGraph } from '../../engine.ts';
import { type Point, type Rect, union } from '../../geometry.ts';
import { clipAt, simplify } from '../../route.ts';
import type { Graph } from '../graph/graph.ts';
import type { Drawn } from './emit.ts';

/** Turns a drawing back to its own direction, by the names of its graph, from 0, 0 on. */
export function fromFrame(sized: SizedGraph, { turned }: Graph, drawn: Drawn): PlacedGraph {
  const point = ({ x, y }: Point): Point => (turned ? { x: y, y: x } : { x, y });
  const rect = (own: Rect): Rect =>
    turned ? { x: own.y, y: own.x, width: own.height, height: own.width } : own;
  const nodes = new Map<string, Rect>();
  for (const [index, { id }] of sized.nodes.entries()) {
    const box = drawn.boxes[index];
    if (box) nodes.set(id, rect(box));
  }
  const clusters = new Map(
    sized.clusters.flatMap(({ id }, index) => {
      const box = drawn.clusters[index];
      return box ? [[id, rect(box)] as const] : [];
    }),
  );
  const edges = new Map<string, PlacedRoute>();
  for (const [index, { key, source, target }] of sized.edges.entries()) {
    const route = drawn.routes.get(index);
    if (!route) continue;
    const points = clipAt(route.points.map(point), clusters.get(source), clusters.get(target));
    edges.set(key, {
      points: simplify(points),
      ...(route.label && { label: rect(route.label) }),
      ...(route.whole && { whole: simplify(route.whole.map(point)) }),
    });
  }
  return toOrigin({ width: 0, height: 0, nodes, clusters, edges });
}

/** Moves a drawing so that its upper left corner is 0, 0, and says how large it is. */
export function toOrigin(graph: PlacedGraph): PlacedGraph {
  const dots = [...graph.edges.values()].flatMap(({ points, label }) => [
    ...points.map((point) => ({ ...point, width: 0, height: 0 })),
    ...(label ? [label] : []),
  ]);
  const all = union([...graph.nodes.values(), ...graph.clusters.values(), ...dots]);
  if (!all) return graph;
  return { ...moved(graph, { x: -all.x, y: -all.y }), width: all.width, height: all.height };
}

/** Moves a drawing. */
export function moved(graph: PlacedGraph, by: Point): PlacedGraph {
  const point = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  const rects = (map: ReadonlyMap<string, Rect>) =>
    new Map([...map].map(([id, rect]) => [id, { ...rect, ...point(rect) }]));
  return {
    ...graph,
    nodes: rects(graph.nodes),
    clusters: rects(graph.clusters),
    edges: new Map(
      [...graph.edges].map(([key, { points, label, whole }]) => [
        key,
        {
          points: points.map(point),
          ...(label && { label: { ...label, ...point(label) } }),
          ...(whole && { whole: whole.map(point) }),
        },
      ]),
    ),
  };
}
