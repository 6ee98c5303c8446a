import type { Point, Rect } from '../../geometry.ts';
import { simplify } from '../../route.ts';
import type { Channel } from '../channels/channels.ts';
import type { Columns } from '../columns/columns.ts';
import { type Draft, endsOf } from '../draft.ts';
import { around as clustersAround, type Graph, OUTSIDE } from '../graph/graph.ts';
import type { Heights } from '../heights/heights.ts';
import type { Layers } from '../layers/layers.ts';
import { loopRoutes } from '../loops/loops.ts';
import { SPACING } from '../spacing.ts';
import type { Side } from '../turns/turns.ts';
import { ownPieces } from './trunks.ts';

/** A finished drawing of one connected graph, still in the direction in which the passes see it. */
export interface Drawn {
  /** By node; gates have no box. */
  readonly boxes: readonly (Rect | undefined)[];
  readonly clusters: readonly Rect[];
  /** By place in the sized graph. */
  readonly routes: ReadonlyMap<number, Route>;
}

export interface Route {
  readonly points: readonly Point[];
  readonly label?: Rect;
  readonly whole?: readonly Point[];
}

/** What the passes found out, and from which boxes and lines are read off. */
export interface Found extends Draft {
  readonly channels: readonly Channel[];
  readonly heights: Heights;
}

export function emit(found: Found): Drawn {
  const { graph, layers, columns, heights } = found;
  const boxes = graph.nodes.map((_, node) => boxOf(found, node));
  const clusters = graph.clusters.map((_, cluster) => {
    const [x = 0, y = 0] = [columns.left[cluster], heights.top[cluster]];
    return {
      x,
      y,
      width: (columns.right[cluster] ?? 0) - x,
      height: (heights.bottom[cluster] ?? 0) - y,
    };
  });
  const routes = new Map<number, Route>();
  for (const [edge, chain] of layers.chains.entries()) {
    if (chain.length === 0) continue;
    const { edge: key = 0, source = 0 } = graph.edges[edge] ?? {};
    const points = fallingPoints(found, boxes, chain, edge);
    const label = labelOf(found, chain);
    const falls = source === chain[0];
    routes.set(key, { points: falls ? points : points.toReversed(), ...(label && { label }) });
  }
  shareTrunks(found, routes);
  for (const { edge, source, target } of layers.flats) {
    const key = graph.edges[edge]?.edge ?? 0;
    routes.set(key, flatRoute(found, boxes, edge, source, target));
  }
  for (const [index, node] of graph.nodes.entries()) {
    const box = boxes[index];
    for (const { edge, points, label } of box ? loopRoutes(node, box) : []) {
      routes.set(edge, { points, ...(label && { label }) });
    }
  }
  return { boxes, clusters, routes };
}

/** Cuts lines that start as one so that each piece is drawn once, by the first in model order. */
function shareTrunks({ graph, layers, ports }: Found, routes: Map<number, Route>): void {
  const trunks = [ports.upperTrunk, ports.lowerTrunk].flatMap((trunk) => [
    ...Map.groupBy(trunk.keys(), (segment) => trunk[segment]).values(),
  ]);
  for (const segments of trunks) {
    if (segments.length < 2) continue;
    const keys = segments
      .map((segment) => graph.edges[layers.segments[segment]?.edge ?? 0]?.edge ?? 0)
      .sort((a, b) => a - b);
    const lines = keys.map((key) => simplify(routes.get(key)?.points ?? []));
    for (const [index, points] of ownPieces(lines).entries()) {
      const key = keys[index] ?? 0;
      const whole = lines[index] ?? [];
      if (points[0] !== whole[0]) routes.set(key, { ...routes.get(key), points, whole });
    }
  }
}

function boxOf({ graph, layers, ports, columns, heights }: Found, node: number): Rect | undefined {
  const { kind, height = 0 } = graph.nodes[node] ?? {};
  if (kind !== 'box') return undefined;
  const width = ports.widths[node] ?? 0;
  const middle = heights.middle[layers.items[node]?.layer ?? 0] ?? 0;
  return { x: (columns.x[node] ?? 0) - width / 2, y: middle - height / 2, width, height };
}

/** A line from its upper to its lower box. */
function fallingPoints(
  found: Found,
  boxes: readonly (Rect | undefined)[],
  chain: readonly number[],
  edge: number,
): Point[] {
  const { layers, channels, heights, turns } = found;
  const points: Point[] = [];
  const first = layers.segments.findIndex((segment) => segment.edge === edge);
  const last = first + chain.length - 2;
  const middle = (item: number) => heights.middle[layers.items[item]?.layer ?? 0] ?? 0;
  for (const [index, upper] of chain.slice(0, -1).entries()) {
    const segment = first + index;
    const lower = chain[index + 1] ?? 0;
    const [from, to] = endsOf(found, segment);
    const box = boxes[upper];
    const exit = turns.upper.get(segment);
    if (index > 0) points.push({ x: from, y: middle(upper) });
    else if (box && exit) points.push(...sidePoints(found, upper, box, exit, from));
    else points.push({ x: from, y: box ? box.y + box.height : middle(upper) });

    let x = from;
    const layer = layers.items[upper]?.layer ?? 0;
    for (const run of channels[layer]?.runs.get(segment) ?? []) {
      const y = (heights.track[layer] ?? 0) + run.track * SPACING.tracks;
      points.push({ x, y }, { x: run.to, y });
      x = run.to;
    }
    const end = boxes[lower];
    const entry = turns.lower.get(segment);
    if (segment < last) points.push({ x: to, y: middle(lower) });
    else if (end && entry) points.push(...sidePoints(found, lower, end, entry, to).toReversed());
    else points.push({ x: to, y: end?.y ?? middle(lower) });
  }
  return points;
}

/** From the side of a box to where a line turns beside it. */
function sidePoints({ graph }: Found, node: number, box: Rect, side: Side, x: number): Point[] {
  const [from, to] = graph.nodes[node]?.reach[side] ?? [0, 0];
  const y = box.y + box.height / 2 + Math.round((from + to) / 2);
  return [
    { x: side === 'left' ? box.x : box.x + box.width, y },
    { x, y },
  ];
}

function labelOf({ layers, columns, heights }: Found, chain: readonly number[]): Rect | undefined {
  const at = chain.find((item) => layers.items[item]?.kind === 'label');
  const item = layers.items[at ?? -1];
  if (at === undefined || !item) return undefined;
  return rectAround(columns.x[at] ?? 0, heights.middle[item.layer] ?? 0, item);
}

function rectAround(
  x: number,
  y: number,
  { width, height }: { width: number; height: number },
): Rect {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** A level line between neighbours; its label stands outside the boundaries that part them. */
function flatRoute(
  { graph, layers, columns }: Found,
  boxes: readonly (Rect | undefined)[],
  edge: number,
  source: number,
  target: number,
): Route {
  const [from, to] = [boxes[source], boxes[target]];
  if (!from || !to) return { points: [] };
  const rightwards = (columns.x[source] ?? 0) < (columns.x[target] ?? 0);
  const [left, right] = rightwards ? [source, target] : [target, source];
  const [leftBox, rightBox] = rightwards ? [from, to] : [to, from];
  const reaches = [graph.nodes[left]?.reach.right, graph.nodes[right]?.reach.left];
  const least = Math.max(...reaches.map((reach) => reach?.[0] ?? 0));
  const most = Math.min(...reaches.map((reach) => reach?.[1] ?? 0));
  const y = leftBox.y + leftBox.height / 2 + Math.min(most, Math.max(least, 0));
  const points = [
    { x: leftBox.x + leftBox.width, y },
    { x: rightBox.x, y },
  ];
  const label = graph.edges[edge]?.label;
  const [start, end] = outsideStretch(graph, layers, columns, left, right);
  const middle = (start ?? leftBox.x + leftBox.width) / 2 + (end ?? rightBox.x) / 2;
  return {
    points: rightwards ? points : points.toReversed(),
    ...(label && { label: rectAround(middle, y, label) }),
  };
}

/** Where a level line is outside the boundaries of its ends; nothing where there is none. */
function outsideStretch(
  graph: Graph,
  { items }: Layers,
  columns: Columns,
  left: number,
  right: number,
): [number | undefined, number | undefined] {
  const [a, b] = [left, right].map((item) =>
    clustersAround(graph, items[item]?.cluster ?? OUTSIDE),
  );
  const closing = a?.findLast((cluster) => !b?.includes(cluster));
  const opening = b?.findLast((cluster) => !a?.includes(cluster));
  return [
    closing === undefined ? undefined : columns.right[closing],
    opening === undefined ? undefined : columns.left[opening],
  ];
}
