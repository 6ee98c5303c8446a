import type { Point } from '../../geometry.ts';

/** A line that leaves a trunk begins this much before it parts, so that its corner can be round. */
const LEAD_IN = 6;

/**
 * Draws a trunk once: of lines that begin together, each but the first keeps what it does not share
 * with one before it. All begin at the same point. Returns for each the points that are its own.
 */
export function ownPieces(lines: readonly (readonly Point[])[]): Point[][] {
  return lines.map((line, index) => {
    const shared = Math.max(0, ...lines.slice(0, index).map((other) => sharedLength(line, other)));
    return shared > LEAD_IN ? dropLength(line, shared - LEAD_IN) : [...line];
  });
}

/** How far two lines from one point run together; pieces are level or upright. */
export function sharedLength(a: readonly Point[], b: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < a.length && i < b.length; i++) {
    const [from, p, q] = [a[i - 1], a[i], b[i]];
    if (!from || !p || !q) break;
    const [px, py, qx, qy] = [p.x - from.x, p.y - from.y, q.x - from.x, q.y - from.y];
    if (px * qy !== py * qx || px * qx + py * qy <= 0) break;
    const [own, other] = [Math.hypot(px, py), Math.hypot(qx, qy)];
    length += Math.min(own, other);
    if (own !== other) break;
  }
  return length;
}

/** What is left of a line after a length of it. */
function dropLength(points: readonly Point[], length: number): Point[] {
  let rest = length;
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    if (!from || !to) break;
    const own = Math.hypot(to.x - from.x, to.y - from.y);
    if (own > rest) {
      const share = rest / own;
      const start = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      return [start, ...points.slice(i)];
    }
    rest -= own;
  }
  return [...points];
}
