import type { Point } from '../../geometry.ts';
import { union } from '../../geometry.ts';
import { type Aim, misshape } from '../aim.ts';
import type { Drawn } from '../emit/emit.ts';
import { orthogonalCrossings } from './crossings.ts';

/** What a drawing is judged by; all but the last two are better when small. */
export interface Qualities {
  readonly crossings: number;
  readonly bends: number;
  /** Pixels. */
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

export function qualitiesOf({ boxes, clusters, routes }: Drawn, turned: boolean): Qualities {
  const lines = [...routes.values()].map(({ points }) => withoutStraight(points));
  const rects = [
    ...boxes.flatMap((box) => box ?? []),
    ...clusters,
    ...[...routes.values()].flatMap(({ label }) => label ?? []),
    ...lines.flat().map((point) => ({ ...point, width: 0, height: 0 })),
  ];
  const all = union(rects) ?? { width: 0, height: 0 };
  let bends = 0;
  let length = 0;
  for (const points of lines) {
    bends += Math.max(0, points.length - 2);
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]];
      if (a && b) length += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    }
  }
  const [width, height] = turned ? [all.height, all.width] : [all.width, all.height];
  return { crossings: orthogonalCrossings(lines), bends, length, width, height };
}

/** That a reader has to scroll sideways, and the pixels beyond the sheet that weigh as one more. */
const BEYOND = { any: 20, pixels: 4 };

/** One figure for a drawing, the smaller the better; a crossing weighs as much as six bends. */
export function score({ crossings, bends, length, width, height }: Qualities, aim: Aim): number {
  const beyond = width - aim.sheet.width;
  return (
    30 * crossings +
    5 * bends +
    length / 50 +
    (width * height) / 8000 +
    160 * misshape(aim, { width, height }) +
    (beyond > 0 ? BEYOND.any + beyond / BEYOND.pixels : 0)
  );
}

function withoutStraight(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before || !after) return true;
    const level = before.y === point.y && point.y === after.y;
    const upright = before.x === point.x && point.x === after.x;
    return !level && !upright;
  });
}
