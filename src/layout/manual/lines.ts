import type { AuthorCourse, GraphEdge, ViewGraph } from '#views/graph.ts';
import { bottom, centre, contains, type Point, type Rect, right } from '../geometry.ts';
import { isOnShape, type OutlineEnd } from '../outline.ts';
import type { PlacedCluster } from '../placed.ts';
import { type Ground, scaled } from './boxes.ts';

/** A line without its label. */
export interface Line {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
  readonly curved: boolean;
  /** Where its author, or its place among several, wants the label: 0 to 1. */
  readonly at: number;
}

/** Between two lines that join the same boxes. */
const BESIDE = 28;
/** A line this little off the straight was meant to be straight; pixels. */
const NEARLY = 24;
/** How far a line from a box to itself stands out. */
const LOOP = 34;
const NO_COURSE: AuthorCourse = { bends: [], routing: 'Direct' };

/** The lines as their author led them, from outline to outline. */
export function leadLines(
  graph: ViewGraph,
  ground: Ground,
  clusters: readonly PlacedCluster[],
): Line[] {
  const ends = new Map<string, OutlineEnd>([
    ...clusters.map(({ cluster, box }): [string, OutlineEnd] => [
      cluster.id,
      { box, shape: 'Box' },
    ]),
    ...ground.ends,
  ]);
  const twins = Map.groupBy(
    graph.edges.filter(({ course }) => (course?.bends.length ?? 0) === 0),
    ({ source, target }) => [source, target].sort().join(' '),
  );
  return graph.edges.flatMap((edge): Line[] => {
    const [from, to] = [ends.get(edge.source), ends.get(edge.target)];
    if (!from || !to) return [];
    const course = edge.course ?? NO_COURSE;
    const among = twins.get([edge.source, edge.target].sort().join(' ')) ?? [];
    const place = Math.max(0, among.indexOf(edge));
    const count = among.includes(edge) ? among.length : 1;
    const bends = bendsOf(edge, course, from, to, ground.scale);
    const at = course.position === undefined ? (place + 1) / (count + 1) : course.position / 100;
    const points =
      edge.source === edge.target && bends.length === 0
        ? loop(from.box, place)
        : led(edge, bends, course, from, to, { place, count });
    return [{ edge, points, curved: course.routing === 'Curved' && points.length > 2, at }];
  });
}

/**
 * The author's bends in the direction in which the line is drawn: an answer runs against its
 * relationship, and tools differ in which way round they keep its bends.
 */
function bendsOf(
  { response }: GraphEdge,
  { bends }: AuthorCourse,
  from: OutlineEnd,
  to: OutlineEnd,
  scale: number,
): Point[] {
  const points = bends.map((bend) => scaled(bend, scale));
  if (!response || points.length < 2) return points;
  const length = (way: readonly Point[]) => lengthOf([centre(from.box), ...way, centre(to.box)]);
  const back = points.toReversed();
  return length(back) < length(points) ? back : points;
}

function led(
  edge: GraphEdge,
  bends: readonly Point[],
  { routing }: AuthorCourse,
  from: OutlineEnd,
  to: OutlineEnd,
  { place, count }: { readonly place: number; readonly count: number },
): Point[] {
  const [start, end] = [centre(from.box), centre(to.box)];
  if (contains(from.box, end) && edge.source !== edge.target)
    return outwards(to.box, from.box).reverse();
  if (contains(to.box, start) && edge.source !== edge.target) return outwards(from.box, to.box);
  const [first, last] = [bends[0], bends.at(-1)];
  if (first && last) {
    const way = [aimed(start, first, from.box), ...bends, aimed(end, last, to.box)];
    return clip(routing === 'Orthogonal' ? squared(way, from.box) : way, from, to);
  }
  if (routing === 'Orthogonal')
    return clip(elbow(from.box, to.box, offset(place, count)), from, to);
  return clip(straight(edge, from.box, to.box, offset(place, count)), from, to);
}

function offset(place: number, count: number): number {
  return (place - (count - 1) / 2) * BESIDE;
}

/** From middle to middle, beside the other lines of the pair, and upright or level if nearly so. */
function straight({ source, target }: GraphEdge, from: Rect, to: Rect, by: number): Point[] {
  const [a, b] = [centre(from), centre(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  // Both directions of a pair are counted from the same side.
  const side = (source < target ? 1 : -1) * by;
  const shift = { x: (-dy / length) * side, y: (dx / length) * side };
  const [start, end] = [
    { x: a.x + shift.x, y: a.y + shift.y },
    { x: b.x + shift.x, y: b.y + shift.y },
  ];
  const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
  if (Math.abs(dx) <= NEARLY && faces(x, from.x, right(from)) && faces(x, to.x, right(to))) {
    start.x = end.x = x;
  } else if (
    Math.abs(dy) <= NEARLY &&
    faces(y, from.y, bottom(from)) &&
    faces(y, to.y, bottom(to))
  ) {
    start.y = end.y = y;
  }
  return [start, end];
}

/** Whether a line meets a side away from its ends. */
function faces(at: number, low: number, high: number): boolean {
  return at >= low + 12 && at <= high - 12;
}

/** The middle of a box, moved to stand in line with the bend next to it where it nearly does. */
function aimed(middle: Point, bend: Point, box: Rect): Point {
  const x = Math.abs(bend.x - middle.x) <= Math.min(NEARLY / 2, box.width / 4) ? bend.x : middle.x;
  const y = Math.abs(bend.y - middle.y) <= Math.min(NEARLY / 2, box.height / 4) ? bend.y : middle.y;
  return { x, y };
}

/** A way in level and upright pieces through given points. */
function squared(way: readonly Point[], from: Rect): Point[] {
  const out: Point[] = [];
  for (const to of way) {
    const last = out.at(-1);
    if (!last) {
      out.push(to);
      continue;
    }
    if (last.x !== to.x && last.y !== to.y) {
      const before = out.at(-2);
      const upright = before
        ? before.x === last.x
        : Math.abs(to.y - last.y) > from.height / 2 && Math.abs(to.x - last.x) < from.width / 2;
      out.push(upright ? { x: last.x, y: to.y } : { x: to.x, y: last.y });
    }
    out.push(to);
  }
  return out;
}

/** Level and upright pieces between two boxes: straight where they face each other, else in a step. */
function elbow(from: Rect, to: Rect, by: number): Point[] {
  const [a, b] = [centre(from), centre(to)];
  const sharedX = shared(from.x, right(from), to.x, right(to));
  const sharedY = shared(from.y, bottom(from), to.y, bottom(to));
  if (sharedX !== undefined)
    return [
      { x: sharedX + by, y: a.y },
      { x: sharedX + by, y: b.y },
    ];
  if (sharedY !== undefined)
    return [
      { x: a.x, y: sharedY + by },
      { x: b.x, y: sharedY + by },
    ];
  const gap = {
    x: Math.max(to.x - right(from), from.x - right(to)),
    y: Math.max(to.y - bottom(from), from.y - bottom(to)),
  };
  if (gap.y >= gap.x) {
    const middle = (b.y > a.y ? bottom(from) + to.y : bottom(to) + from.y) / 2 + by;
    return [
      { x: a.x + by, y: a.y },
      { x: a.x + by, y: middle },
      { x: b.x + by, y: middle },
      { x: b.x + by, y: b.y },
    ];
  }
  const middle = (b.x > a.x ? right(from) + to.x : right(to) + from.x) / 2 + by;
  return [
    { x: a.x, y: a.y + by },
    { x: middle, y: a.y + by },
    { x: middle, y: b.y + by },
    { x: b.x, y: b.y + by },
  ];
}

/** The middle of what two stretches share, where that is enough for a line. */
function shared(a: number, b: number, c: number, d: number): number | undefined {
  const [low, high] = [Math.max(a, c), Math.min(b, d)];
  return high - low >= 32 ? (low + high) / 2 : undefined;
}

/** From a box straight to the nearest side of the boundary around it. */
function outwards(inner: Rect, outer: Rect): Point[] {
  const { x, y } = centre(inner);
  const ways: readonly (readonly [number, Point, Point])[] = [
    [inner.x - outer.x, { x: inner.x, y }, { x: outer.x, y }],
    [right(outer) - right(inner), { x: right(inner), y }, { x: right(outer), y }],
    [bottom(outer) - bottom(inner), { x, y: bottom(inner) }, { x, y: bottom(outer) }],
  ];
  const [, start, end] = ways.reduce((best, way) => (way[0] < best[0] ? way : best));
  return [start, end];
}

/** A line from a box back to it, at its right side, further ones around it. */
function loop(box: Rect, place: number): Point[] {
  const middle = box.y + box.height * 0.55;
  const [half, out] = [14 + place * 8, right(box) + LOOP + place * BESIDE];
  return [
    { x: right(box), y: middle - half },
    { x: out, y: middle - half },
    { x: out, y: middle + half },
    { x: right(box), y: middle + half },
  ];
}

/** What of a line is outside both shapes. */
function clip(way: readonly Point[], from: OutlineEnd, to: OutlineEnd): Point[] {
  const out = leave(leave(way, from).toReversed(), to).toReversed();
  return out.map(({ x, y }) => ({ x: Math.round(x * 2) / 2, y: Math.round(y * 2) / 2 }));
}

/** A way without its beginning on a shape; all of it when it never leaves. */
function leave(way: readonly Point[], end: OutlineEnd): Point[] {
  for (let at = way.length - 2; at >= 0; at--) {
    const [a, b] = [way[at], way[at + 1]];
    if (!a || !b) continue;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    // From the far end of each piece backwards, a pixel at a time: shapes are not convex.
    for (let step = Math.floor(length); step >= 0; step--) {
      const point = along(a, b, step / (length || 1));
      if (!isOnShape(end, point)) continue;
      if (step >= length - 1) break;
      return [along(a, b, fine(a, b, step, length, end)), ...way.slice(at + 1)];
    }
  }
  return [...way];
}

/** Where between two steps the outline is, as a share of the piece. */
function fine(a: Point, b: Point, step: number, length: number, end: OutlineEnd): number {
  let [inside, outside] = [step / length, Math.min(1, (step + 1) / length)];
  for (let round = 0; round < 6; round++) {
    const middle = (inside + outside) / 2;
    if (isOnShape(end, along(a, b, middle))) inside = middle;
    else outside = middle;
  }
  return outside;
}

function along(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** The length of a line. */
export function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, { x, y }, index) => {
    const before = points[index - 1];
    return before ? sum + Math.hypot(x - before.x, y - before.y) : 0;
  }, 0);
}
