import type { ViewGraph } from '#views/graph.ts';
import { crosses, overlaps, type Rect, union } from '../geometry.ts';
import type { PlacedGraphView } from '../placed.ts';
import { type SizedView, type SizeOptions, sizeView } from '../sized.ts';
import { clearTitles, placeBoundaries } from './boundaries.ts';
import { type Ground, groundOf } from './boxes.ts';
import { placeLabels } from './labels.ts';
import { leadLines } from './lines.ts';

/** Free ground around the whole drawing, so that strokes and rings are not cut off. */
const MARGIN = 8;
/**
 * Pixels of the drawing for one of Structurizr's, as little as does. At a half its text would be as
 * large as ours; our boxes are smaller, so a little less is often enough, and labels may need more.
 */
const SCALES = [0.44, 0.48, 0.52, 0.57, 0.62, 0.68, 0.75, 0.83] as const;

/**
 * A view as its author arranged it: the middles of boxes stay where they were, scaled to our boxes;
 * bends and places of labels are the author's. Labels give way to boxes, titles and one another.
 */
export function placeManual(graph: ViewGraph, options: SizeOptions): PlacedGraphView {
  const sized = sizeView(graph, options);
  let best: { readonly view: PlacedGraphView; readonly faults: number } | undefined;
  for (const scale of SCALES) {
    const ground = groundOf(graph, sized, scale, options.badges ?? false);
    const view = draw(graph, sized, ground);
    const faults = troublesOf(view, ground);
    if (!best || faults < best.faults) best = { view, faults };
    if (faults === 0) break;
  }
  return best?.view ?? draw(graph, sized, groundOf(graph, sized, 0.5, false));
}

function draw(graph: ViewGraph, sized: SizedView, ground: Ground): PlacedGraphView {
  const boundaries = placeBoundaries(graph, sized, ground);
  const lines = leadLines(graph, ground, boundaries);
  const clusters = clearTitles(
    boundaries,
    lines.map(({ points }) => points),
  );
  const edges = placeLabels(lines, sized, ground, clusters);
  const nodes = graph.nodes.flatMap((node) => {
    const box = ground.boxes.get(node.id);
    const text = sized.boxes.get(node.id)?.text;
    return box && text ? [{ node, box, text }] : [];
  });
  const all = union([
    ...ground.ends.values().map(({ box, marks }) => grown(box, marks)),
    ...clusters.map(({ box, cluster }) =>
      grown(box, cluster.instances === undefined ? undefined : STACK),
    ),
    ...edges.flatMap(({ points, label }) => [
      ...points.map(({ x, y }) => ({ x: x - 4, y: y - 4, width: 8, height: 8 })),
      ...(label ? [label.box] : []),
    ]),
  ]) ?? { x: 0, y: 0, width: 0, height: 0 };
  const by = { x: MARGIN - Math.floor(all.x), y: MARGIN - Math.floor(all.y) };
  const moved = <At extends { readonly x: number; readonly y: number }>(at: At): At => ({
    ...at,
    x: at.x + by.x,
    y: at.y + by.y,
  });
  return {
    layout: 'manual',
    graph,
    width: Math.ceil(all.width) + 2 * MARGIN,
    height: Math.ceil(all.height) + 2 * MARGIN,
    nodes: nodes.map((placed) => ({ ...placed, box: moved(placed.box) })),
    clusters: clusters.map((placed) => ({
      ...placed,
      box: moved(placed.box),
      titleAt: moved(placed.titleAt),
    })),
    edges: edges.map(({ label, points, ...placed }) => ({
      ...placed,
      points: points.map(moved),
      ...(label && { label: { ...label, box: moved(label.box) } }),
    })),
  };
}

const STACK = { top: 8, right: 8, bottom: 0, left: 0 };

function grown(box: Rect, by: typeof STACK | undefined): Rect {
  if (!by) return box;
  return {
    x: box.x - by.left,
    y: box.y - by.top,
    width: box.width + by.left + by.right,
    height: box.height + by.top + by.bottom,
  };
}

/** What a larger scale could mend; what overlaps in the author's own arrangement is not counted. */
function troublesOf({ nodes, clusters, edges }: PlacedGraphView, ground: Ground): number {
  const labels = edges.flatMap(({ label }) => (label ? [label.box] : []));
  const titles = clusters.map(({ title, titleAt }) => ({ ...titleAt, ...sizeOf(title) }));
  let count = 0;
  for (const [index, { node, box }] of nodes.entries()) {
    for (const other of nodes.slice(index + 1)) {
      if (overlaps(box, other.box) && !ground.overlapped(node.id, other.node.id)) count += 10;
    }
    for (const label of labels) if (overlaps(box, label)) count += 2;
    for (const { cluster, box: outer } of clusters) {
      const meets = overlaps(box, outer) && !holds(clusters, cluster.id, node.parent);
      if (meets && !ground.insideBefore(node.id, cluster.id)) count += 10;
    }
    for (const title of titles) if (overlaps(box, title)) count += 2;
  }
  for (const [index, label] of labels.entries()) {
    for (const other of labels.slice(index + 1)) if (overlaps(label, other)) count += 2;
    for (const title of titles) if (overlaps(label, title)) count += 1;
  }
  for (const { points, edge } of edges) {
    for (const other of edges) {
      const box = other.label?.box;
      if (!box || other.edge.key === edge.key) continue;
      if (points.some((to, at) => at > 0 && crosses(points[at - 1] ?? to, to, box))) count += 0.5;
    }
  }
  return count;
}

function sizeOf({ width, height }: { readonly width: number; readonly height: number }) {
  return { width, height };
}

function holds(
  clusters: PlacedGraphView['clusters'],
  outer: string,
  inner: string | undefined,
): boolean {
  for (let at = inner; at !== undefined; ) {
    if (at === outer) return true;
    const id = at;
    at = clusters.find(({ cluster }) => cluster.id === id)?.cluster.parent;
  }
  return false;
}
