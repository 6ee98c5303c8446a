import type { ViewGraph } from '#views/graph.ts';
import { centre, crosses, overlaps, type Point, type Rect, union } from '../geometry.ts';
import type { SizedView } from '../sized.ts';

/** Free ground around a box that was placed for its author: a label fits in between. */
const GAP = 48;
/** Distance between the places that are tried. */
const STEP = 24;
/** How far beyond the drawing they go. */
const REACH = 320;
/** What a line through a box is worth, as pixels of a longer way. */
const LINE_THROUGH = 260;
/** The room of a boundary around what it holds. */
const BOUNDARY = { side: 20, top: 60 };

/**
 * Gives places to boxes that have none, next to what they are joined to or grouped with: where they
 * overlap nothing, stand in no foreign boundary, and their lines pass through few boxes. Nothing that
 * stands already is moved.
 */
export function placeNewcomers(graph: ViewGraph, sized: SizedView, boxes: Map<string, Rect>): void {
  const waiting = graph.nodes.filter(({ id }) => !boxes.has(id) && sized.boxes.has(id));
  while (waiting.length > 0) {
    const known = waiting.map(({ id }) => neighboursOf(graph, id, boxes).length);
    const [next] = waiting.splice(known.indexOf(Math.max(...known)), 1);
    const size = next && sized.boxes.get(next.id);
    if (next && size) boxes.set(next.id, bestPlace(graph, next, size, boxes));
  }
}

type Node = ViewGraph['nodes'][number];

function bestPlace(
  graph: ViewGraph,
  { id, parent }: Node,
  { width, height }: { readonly width: number; readonly height: number },
  boxes: ReadonlyMap<string, Rect>,
): Rect {
  const all = union([...boxes.values()]) ?? { x: 0, y: 0, width: 0, height: 0 };
  const neighbours = neighboursOf(graph, id, boxes);
  const family = relatives(graph, parent, boxes);
  const aims = neighbours.length > 0 ? neighbours : family;
  const aim = meanOf(aims) ?? { x: all.x + all.width / 2, y: all.y + all.height };
  const hold = union(family);
  const foreign = foreignGrounds(graph, parent, boxes);
  let best: { readonly box: Rect; readonly cost: number } | undefined;
  for (let y = all.y - REACH; y <= all.y + all.height + REACH; y += STEP) {
    for (let x = all.x - REACH; x <= all.x + all.width + REACH; x += STEP) {
      const box = { x, y, width, height };
      const own = hold && union([hold, box]);
      const room = grown(box, GAP);
      if (boxes.values().some((other) => overlaps(room, other))) continue;
      if (foreign.some((ground) => overlaps(grown(box, 12), ground))) continue;
      if (own && intrudes(graph, parent, own, boxes)) continue;
      const middle = centre(box);
      const cost = neighbours.reduce(
        (sum, other) => sum + LINE_THROUGH * throughs(middle, centre(other), other, boxes),
        distance(middle, aim) + (hold ? distance(middle, centre(hold)) / 2 : 0),
      );
      if (!best || cost < best.cost) best = { box, cost };
    }
  }
  return best?.box ?? { x: all.x, y: all.y + all.height + GAP, width, height };
}

function neighboursOf(graph: ViewGraph, id: string, boxes: ReadonlyMap<string, Rect>): Rect[] {
  return graph.edges.flatMap(({ source, target }) => {
    const other = source === id ? target : target === id ? source : undefined;
    const box = other === undefined || other === id ? undefined : boxes.get(other);
    return box ? [box] : [];
  });
}

/** The boxes that stand in the same boundary, whatever lies between. */
function relatives(
  graph: ViewGraph,
  parent: Node['parent'],
  boxes: ReadonlyMap<string, Rect>,
): Rect[] {
  if (parent === undefined) return [];
  return graph.nodes.flatMap(({ id, parent: own }) => {
    const box = boxes.get(id);
    return box && isWithin(graph, own, parent) ? [box] : [];
  });
}

/** The grounds of boundaries that do not hold a box. */
function foreignGrounds(
  graph: ViewGraph,
  parent: Node['parent'],
  boxes: ReadonlyMap<string, Rect>,
): Rect[] {
  return graph.clusters.flatMap(({ id }) => {
    const ground = isWithin(graph, parent, id) ? undefined : union(relatives(graph, id, boxes));
    return ground ? [withTitle(ground)] : [];
  });
}

/** Whether a boundary that grew would reach a box that it does not hold. */
function intrudes(
  graph: ViewGraph,
  parent: Node['parent'],
  ground: Rect,
  boxes: ReadonlyMap<string, Rect>,
): boolean {
  if (parent === undefined) return false;
  const all = withTitle(ground);
  return graph.nodes.some(({ id, parent: own }) => {
    const box = boxes.get(id);
    return box !== undefined && !isWithin(graph, own, parent) && overlaps(all, box);
  });
}

function withTitle({ x, y, width, height }: Rect): Rect {
  const { side, top } = BOUNDARY;
  return { x: x - side, y: y - top, width: width + 2 * side, height: height + top + side };
}

function isWithin({ clusters }: ViewGraph, inner: Node['parent'], outer: string): boolean {
  for (let at = inner; at !== undefined; ) {
    if (at === outer) return true;
    const id = at;
    at = clusters.find((cluster) => cluster.id === id)?.parent;
  }
  return false;
}

/** How many boxes a straight line would pass through. */
function throughs(from: Point, to: Point, end: Rect, boxes: ReadonlyMap<string, Rect>): number {
  return boxes
    .values()
    .filter((box) => box !== end && crosses(from, to, box))
    .toArray().length;
}

function meanOf(boxes: readonly Rect[]): Point | undefined {
  if (boxes.length === 0) return undefined;
  const middles = boxes.map(centre);
  return {
    x: middles.reduce((sum, { x }) => sum + x, 0) / middles.length,
    y: middles.reduce((sum, { y }) => sum + y, 0) / middles.length,
  };
}

function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
