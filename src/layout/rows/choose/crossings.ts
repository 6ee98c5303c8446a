import type { Point } from '../../geometry.ts';

interface Piece {
  readonly line: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Points at which lines of level and upright pieces pass through one another. */
export function orthogonalCrossings(lines: readonly (readonly Point[])[]): number {
  const level: Piece[] = [];
  const upright: Piece[] = [];
  for (const [line, points] of lines.entries()) {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]];
      if (!a || !b) continue;
      if (a.y === b.y) level.push(piece(line, a.y, a.x, b.x));
      else if (a.x === b.x) upright.push(piece(line, a.x, a.y, b.y));
    }
  }
  level.sort((a, b) => a.at - b.at);
  let count = 0;
  for (const { line, at, from, to } of upright) {
    for (let i = firstAfter(level, from); i < level.length; i++) {
      const other = level[i];
      if (!other || other.at >= to) break;
      if (other.line !== line && other.from < at && at < other.to) count += 1;
    }
  }
  return count;
}

function piece(line: number, at: number, a: number, b: number): Piece {
  return { line, at, from: Math.min(a, b), to: Math.max(a, b) };
}

/** The first of the pieces, sorted by place, that lies beyond a place. */
function firstAfter(pieces: readonly Piece[], at: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
