/** A place in a chart, in pixels. */
export type Point = readonly [x: number, y: number];

/** A line with fewer points that is nowhere further than `tolerance` from the first. */
export function simplified(points: readonly Point[], tolerance = 0.3): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  let [furthest, worst] = [0, 0];
  for (const [index, point] of points.entries()) {
    const away = distance(point, first, last);
    if (away > worst) [furthest, worst] = [index, away];
  }
  if (worst <= tolerance) return [first, last];
  const before = simplified(points.slice(0, furthest + 1), tolerance);
  return [...before.slice(0, -1), ...simplified(points.slice(furthest), tolerance)];
}

/** From a point to the nearest of a straight line. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const on = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - on * dx, y - ay - on * dy);
}

/** A line as what `d` of a path takes. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`)
    .join('');
}

/** The area between two lines that run the same way. */
export function areaOf(above: readonly Point[], below: readonly Point[]): string {
  return `${pathOf([...above, ...below.toReversed()])}Z`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
