import type { PlacedGraph, PlacedRoute, SizedGraph, SizedNode } from '../../engine.ts';
import { centre, type Rect } from '../../geometry.ts';
import { clipAt } from '../../route.ts';
import { gridColumns, meanSize } from '../ranks/grid.ts';

/** Nothing, placed. */
export const EMPTY: PlacedGraph = {
  width: 0,
  height: 0,
  nodes: new Map(),
  clusters: new Map(),
  edges: new Map(),
};

/** Boxes without lines, in rows of like length. */
export function placeGrid(nodes: readonly SizedNode[], gap: number): PlacedGraph {
  const columns = gridColumns(nodes.length, meanSize(nodes, gap));
  const boxes = new Map<string, Rect>();
  let [y, width] = [0, 0];
  for (let from = 0; from < nodes.length; from += columns) {
    const row = nodes.slice(from, from + columns);
    const tallest = Math.max(...row.map((node) => node.height));
    let x = 0;
    for (const node of row) {
      const { width: own, height } = node;
      boxes.set(node.id, { x, y: y + (tallest - height) / 2, width: own, height });
      x += own + gap;
    }
    width = Math.max(width, x - gap);
    y += tallest + gap;
  }
  return { ...EMPTY, width, height: y - gap, nodes: boxes };
}

/**
 * What is left for a graph that is too large to be drawn: its boxes in the places that they would have
 * without lines, and straight lines without words between them.
 */
export function withStraightLines(sized: SizedGraph, boxes: PlacedGraph): PlacedGraph {
  const edges = new Map<string, PlacedRoute>();
  for (const { key, source, target } of sized.edges) {
    const from = boxes.nodes.get(source) ?? boxes.clusters.get(source);
    const to = boxes.nodes.get(target) ?? boxes.clusters.get(target);
    if (!from || !to || from === to) continue;
    edges.set(key, { points: clipAt([centre(from), centre(to)], from, to) });
  }
  return { ...boxes, edges, grid: true };
}
