import { contains, type Point, type Rect } from './geometry.ts';

/** Without points on a straight line between their neighbours, and rounded to half pixels. */
export function simplify(points: readonly Point[]): Point[] {
  const rounded = points.map(({ x, y }) => ({
    x: Math.round(x * 2) / 2,
    y: Math.round(y * 2) / 2,
  }));
  const kept: Point[] = [];
  for (const point of straighten(rounded)) {
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    if (last && before && isStraight(before, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Jogs of a pixel or less, as engines leave them, are taken out of upright and level stretches. */
function straighten(points: readonly Point[]): Point[] {
  const out = points.map((point) => ({ ...point }));
  for (let i = 1; i < out.length; i++) {
    const [a, b] = [out[i - 1], out[i]];
    if (!a || !b) continue;
    if (Math.abs(a.x - b.x) <= 1) b.x = a.x;
    else if (Math.abs(a.y - b.y) <= 1) b.y = a.y;
  }
  return out;
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return Math.abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) < 0.5;
}

/** A line whose ends lie inside boundaries, cut at their borders. */
export function clipAt(
  points: readonly Point[],
  from: Rect | undefined,
  to: Rect | undefined,
): Point[] {
  const start = from ? leave(points, from) : [...points];
  return to ? leave(start.toReversed(), to).toReversed() : start;
}

/** What is left of a line after the last place where it leaves a box. */
function leave(points: readonly Point[], box: Rect): Point[] {
  const last = points.findLastIndex((point) => contains(box, point));
  const [inside, outside] = [points[last], points[last + 1]];
  if (!inside || !outside) return [...points];
  return [borderPoint(inside, outside, box), ...points.slice(last + 1)];
}

function borderPoint(inside: Point, outside: Point, box: Rect): Point {
  const ratios = [
    outside.x > inside.x ? (box.x + box.width - inside.x) / (outside.x - inside.x) : undefined,
    outside.x < inside.x ? (box.x - inside.x) / (outside.x - inside.x) : undefined,
    outside.y > inside.y ? (box.y + box.height - inside.y) / (outside.y - inside.y) : undefined,
    outside.y < inside.y ? (box.y - inside.y) / (outside.y - inside.y) : undefined,
  ].filter((ratio) => ratio !== undefined);
  const t = Math.min(1, ...ratios);
  return { x: inside.x + t * (outside.x - inside.x), y: inside.y + t * (outside.y - inside.y) };
}
