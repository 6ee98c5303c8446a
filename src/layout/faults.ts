import { bottom, crosses, overlaps, type Point, type Rect, right } from './geometry.ts';
import { innerBox } from './measure/shapes.ts';
import type { PlacedCluster, PlacedEdge, PlacedGraphView } from './placed.ts';

/** What a drawing may never show. */
export type FaultKind =
  | 'boxes overlap'
  | 'box on a border'
  | 'boundaries overlap'
  | 'labels overlap'
  | 'label on a box'
  | 'label on a title'
  | 'label on a border'
  | 'label off its line'
  | 'line through a box'
  | 'line through a label'
  | 'line through a title'
  | 'lines on one line'
  | 'head without a line'
  | 'text outside its shape';

export interface Fault {
  readonly kind: FaultKind;
  /** What it happens to: ids of boxes and boundaries, keys of lines. */
  readonly of: readonly string[];
}

/** Two lines closer than this, for longer than that, are read as one; pixels. */
const ONE_LINE = { apart: 3, along: 8 };
/** A label is on its line when the line comes as near as this; pixels. */
const NEAR_LINE = 1;
/** The last straight piece of a line: the arrow's head and a little. */
const SHORTEST_HEAD = 12;

/** Every fault of a placed view, from its geometry alone; none is what the engine promises. */
export function faultsOf(view: PlacedGraphView): Fault[] {
  return [
    ...boxFaults(view),
    ...boundaryFaults(view),
    ...labelFaults(view),
    ...lineFaults(view),
    ...sharedLines(view.edges),
    ...shortHeads(view.edges),
    ...textFaults(view),
  ];
}

function boxFaults({ nodes }: PlacedGraphView): Fault[] {
  return pairs(nodes).flatMap(([a, b]) =>
    overlaps(a.box, b.box) ? [{ kind: 'boxes overlap', of: [a.node.id, b.node.id] }] : [],
  );
}

function boundaryFaults({ nodes, clusters }: PlacedGraphView): Fault[] {
  const parents = new Map(clusters.map(({ cluster }) => [cluster.id, cluster.parent]));
  const holds = (outer: PlacedCluster, id: string | undefined): boolean => {
    for (let at = id; at !== undefined; at = parents.get(at as typeof outer.cluster.id)) {
      if (at === outer.cluster.id) return true;
    }
    return false;
  };
  const faults: Fault[] = [];
  for (const outer of clusters) {
    for (const { node, box } of nodes) {
      const fits = holds(outer, node.parent) ? within(box, outer.box) : !overlaps(box, outer.box);
      if (!fits) faults.push({ kind: 'box on a border', of: [node.id, outer.cluster.id] });
    }
  }
  for (const [a, b] of pairs(clusters)) {
    const fits = holds(a, b.cluster.parent)
      ? within(b.box, a.box)
      : holds(b, a.cluster.parent)
        ? within(a.box, b.box)
        : !overlaps(a.box, b.box);
    if (!fits) faults.push({ kind: 'boundaries overlap', of: [a.cluster.id, b.cluster.id] });
  }
  return faults;
}

function labelFaults({ nodes, clusters, edges }: PlacedGraphView): Fault[] {
  const faults: Fault[] = [];
  const labels = edges.flatMap(({ edge, label }) =>
    label ? [{ key: edge.key, box: label.box }] : [],
  );
  for (const [a, b] of pairs(labels)) {
    if (overlaps(a.box, b.box)) faults.push({ kind: 'labels overlap', of: [a.key, b.key] });
  }
  for (const { edge, label, points, whole = points } of edges) {
    // A line from a box to itself has its label beside it.
    if (!label || edge.source === edge.target) continue;
    const near = grown(label.box, NEAR_LINE);
    if (!pieces(whole).some(([a, b]) => crosses(a, b, near))) {
      faults.push({ kind: 'label off its line', of: [edge.key] });
    }
  }
  for (const { key, box } of labels) {
    for (const other of nodes) {
      if (overlaps(box, other.box))
        faults.push({ kind: 'label on a box', of: [key, other.node.id] });
    }
    for (const placed of clusters) {
      const of = [key, placed.cluster.id];
      if (overlaps(box, titleBox(placed))) faults.push({ kind: 'label on a title', of });
      if (overlaps(box, placed.box) && !within(box, placed.box)) {
        faults.push({ kind: 'label on a border', of });
      }
    }
  }
  return faults;
}

function lineFaults({ nodes, clusters, edges }: PlacedGraphView): Fault[] {
  const faults: Fault[] = [];
  const titles = clusters.map((placed) => ({ id: placed.cluster.id, box: titleBox(placed) }));
  for (const { edge, points } of edges) {
    const hit = (box: Rect) => pieces(points).some(([a, b]) => crosses(a, b, box));
    for (const { node, box } of nodes) {
      if (node.id === edge.source || node.id === edge.target) continue;
      if (hit(box)) faults.push({ kind: 'line through a box', of: [edge.key, node.id] });
    }
    for (const other of edges) {
      if (other.edge.key === edge.key || !other.label || !hit(other.label.box)) continue;
      faults.push({ kind: 'line through a label', of: [edge.key, other.edge.key] });
    }
    for (const { id, box } of titles) {
      if (hit(box)) faults.push({ kind: 'line through a title', of: [edge.key, id] });
    }
  }
  return faults;
}

/** Lines of one trunk share a little more than a point where they part; all others share nothing. */
function sharedLines(edges: readonly PlacedEdge[]): Fault[] {
  return pairs(edges).flatMap(([a, b]) => {
    const trunk =
      a.edge.source === b.edge.source && (a.whole !== undefined || b.whole !== undefined);
    if (trunk) return [];
    const shared = pieces(a.points).some((p) => pieces(b.points).some((q) => runTogether(p, q)));
    return shared ? [{ kind: 'lines on one line', of: [a.edge.key, b.edge.key] }] : [];
  });
}

function runTogether([a, b]: Piece, [c, d]: Piece): boolean {
  const along = (p: number, q: number, r: number, s: number) =>
    Math.min(Math.max(p, q), Math.max(r, s)) - Math.max(Math.min(p, q), Math.min(r, s));
  if (a.x === b.x && c.x === d.x) {
    return Math.abs(a.x - c.x) < ONE_LINE.apart && along(a.y, b.y, c.y, d.y) > ONE_LINE.along;
  }
  if (a.y === b.y && c.y === d.y) {
    return Math.abs(a.y - c.y) < ONE_LINE.apart && along(a.x, b.x, c.x, d.x) > ONE_LINE.along;
  }
  return false;
}

function shortHeads(edges: readonly PlacedEdge[]): Fault[] {
  return edges.flatMap(({ edge, points }) => {
    const last = pieces(points).at(-1);
    const length = last ? Math.hypot(last[1].x - last[0].x, last[1].y - last[0].y) : 0;
    return length < SHORTEST_HEAD ? [{ kind: 'head without a line', of: [edge.key] }] : [];
  });
}

function textFaults({ nodes }: PlacedGraphView): Fault[] {
  return nodes.flatMap(({ node, box, text }) => {
    const inner = innerBox(node.style.shape, box);
    const fits = text.width <= inner.width && text.height <= inner.height;
    return fits ? [] : [{ kind: 'text outside its shape', of: [node.id] }];
  });
}

/** What drawings of a view are compared by; none of it is a fault. */
export interface Measures {
  readonly crossings: number;
  readonly bends: number;
  /** Pixels. */
  readonly length: number;
  /** Square pixels. */
  readonly area: number;
  /** Width over height. */
  readonly aspect: number;
  /** Share of the ground that boxes cover. */
  readonly filled: number;
}

export function measuresOf({ nodes, edges, width, height }: PlacedGraphView): Measures {
  const lines = edges.map(({ points }) => points);
  return {
    crossings: crossingsOf(lines),
    bends: lines.reduce((sum, points) => sum + Math.max(0, points.length - 2), 0),
    length: lines.reduce(
      (sum, points) =>
        sum + pieces(points).reduce((own, [a, b]) => own + Math.hypot(b.x - a.x, b.y - a.y), 0),
      0,
    ),
    area: width * height,
    aspect: width / Math.max(1, height),
    filled:
      nodes.reduce((sum, { box }) => sum + box.width * box.height, 0) / Math.max(1, width * height),
  };
}

/** Points at which two lines pass through one another; ends that touch do not count. */
export function crossingsOf(lines: readonly (readonly Point[])[]): number {
  let count = 0;
  for (const [a, b] of pairs(lines.map(pieces))) {
    for (const p of a) for (const q of b) if (properlyCross(p, q)) count += 1;
  }
  return count;
}

function properlyCross([a, b]: Piece, [c, d]: Piece): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

type Piece = readonly [Point, Point];

function pieces(points: readonly Point[]): Piece[] {
  return points.slice(1).flatMap((point, index) => {
    const before = points[index];
    return before ? [[before, point] as const] : [];
  });
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, index) => list.slice(index + 1).map((b): [T, T] => [a, b]));
}

function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    right(inner) <= right(outer) &&
    bottom(inner) <= bottom(outer)
  );
}

function titleBox({ title, titleAt }: PlacedCluster): Rect {
  return { ...titleAt, width: title.width, height: title.height };
}
