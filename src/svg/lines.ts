import type { Point } from '#layout/geometry.ts';
import { attributes, number as n } from './escape.ts';

const CORNER = 6;
const HEAD = { length: 10, half: 3.6 };
/** The most that a head of a thick line takes of its line: what a layout keeps free before a box, and a bit. */
const LONGEST = 22;
/** A line of more than this would show beside the tip of its head. */
const THICK = 2;

/** A line through points, its corners rounded by 6 px or half the shorter side. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${n(first.x)} ${n(first.y)}`;
  for (const [index, point] of rest.entries()) {
    const before = points[index] ?? first;
    const after = rest[index + 1];
    if (!after) {
      path += `L${n(point.x)} ${n(point.y)}`;
      continue;
    }
    // A corner may take all of the first or last piece, and half of one between two corners.
    const radius = Math.min(
      CORNER,
      distance(before, point) / (index === 0 ? 1 : 2),
      distance(point, after) / (rest[index + 2] ? 2 : 1),
    );
    const enter = towards(point, before, radius);
    const leave = towards(point, after, radius);
    path += `L${n(enter.x)} ${n(enter.y)}Q${n(point.x)} ${n(point.y)} ${n(leave.x)} ${n(leave.y)}`;
  }
  return path;
}

/** A line that swings through its points (Catmull and Rom's spline, as Bézier curves). */
export function curvedPath(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  let path = `M${n(first.x)} ${n(first.y)}`;
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index] ?? first;
    const before = points[index - 1] ?? from;
    const after = points[index + 2] ?? to;
    path +=
      `C${n(from.x + (to.x - before.x) / 6)} ${n(from.y + (to.y - before.y) / 6)} ` +
      `${n(to.x - (after.x - from.x) / 6)} ${n(to.y - (after.y - from.y) / 6)} ${n(to.x)} ${n(to.y)}`;
  }
  return path;
}

/**
 * The head of a line at its last point, turned the way the line arrives: a filled triangle, or the open
 * one that UML gives to answers.
 */
export function headMarkup(
  points: readonly Point[],
  { color, width, open = false }: HeadLook,
): string {
  const at = corners(points, width);
  if (!at) return '';
  const [left, tip, right] = at;
  const d = open ? `M${left}L${tip}L${right}` : `M${tip}L${left}L${right}Z`;
  const paint = open ? { fill: 'none', stroke: color, 'stroke-width': width } : { fill: color };
  return `<path${attributes({ class: 'head', d, ...paint })}/>`;
}

/** How a head is painted. */
export interface HeadLook {
  readonly color: string;
  /** That of its line. */
  readonly width: number;
  readonly open?: boolean;
}

/** How long and half how wide a head is, by the width of its line. */
function headSize(width: number): { readonly length: number; readonly half: number } {
  return {
    length: Math.min(LONGEST, Math.max(HEAD.length, 5.5 + 2.2 * width)),
    half: Math.max(HEAD.half, 1.5 + 0.9 * width),
  };
}

/** A line as far as it is drawn: a thick one ends within its filled head. */
export function beforeHead(points: readonly Point[], width: number): readonly Point[] {
  const [before, tip] = [points.at(-2), points.at(-1)];
  if (!before || !tip || width <= THICK) return points;
  const by = Math.min(headSize(width).length - 1, distance(before, tip));
  return [...points.slice(0, -1), towards(tip, before, by)];
}

function corners(
  points: readonly Point[],
  width: number,
): readonly [left: string, tip: string, right: string] | undefined {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return undefined;
  const length = distance(before, tip) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const { length: back, half } = headSize(width);
  const base = { x: tip.x - ux * back, y: tip.y - uy * back };
  return [
    `${n(base.x - uy * half)} ${n(base.y + ux * half)}`,
    `${n(tip.x)} ${n(tip.y)}`,
    `${n(base.x + uy * half)} ${n(base.y - ux * half)}`,
  ];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return {
    x: from.x + ((to.x - from.x) * by) / length,
    y: from.y + ((to.y - from.y) * by) / length,
  };
}
