import type { Point, Rect, Size } from '../../geometry.ts';
import type { Interval, Loop, Node } from '../graph/graph.ts';

/** A loop's reach from the box, its height, and the ground around its label. */
const LOOP = { reach: 22, height: 18, gap: 6, least: 28, between: 10, end: 6 };

/** The room of a box's loops: one under the other, labels at the right. */
export function loopRoom(loops: readonly Loop[]): Size {
  if (loops.length === 0) return { width: 0, height: 0 };
  const widest = Math.max(...loops.map(({ label }) => label?.width ?? 0));
  const labels = widest > 0 ? LOOP.gap + widest + LOOP.end : LOOP.end;
  return {
    width: LOOP.reach + labels,
    height: loops.reduce((sum, loop) => sum + loopHeight(loop), 0),
  };
}

function loopHeight({ label }: Loop): number {
  return Math.max(LOOP.least, (label?.height ?? 0) + LOOP.between);
}

/** By how much a box has to grow so that all its loops leave within a stretch of its side. */
export function loopGrowth(loops: readonly Loop[], [from, to]: Interval): number {
  const [first, last] = [loops[0], loops.at(-1)];
  if (!first || !last) return 0;
  const ends = (loopHeight(first) + loopHeight(last)) / 2 - LOOP.height;
  const needed = loopRoom(loops).height - ends;
  return Math.max(0, Math.ceil((needed - Math.max(to - from, LOOP.least)) / 2) * 2);
}

/** Height of a box together with its loops, about the box's middle. */
export function heightWithLoops({ height, loops, reach }: Node): number {
  const middle = (reach.right[0] + reach.right[1]) / 2;
  return Math.max(height, loopRoom(loops).height + 2 * Math.abs(middle));
}

export interface LoopRoute {
  readonly edge: number;
  readonly points: readonly Point[];
  readonly label: Rect | undefined;
}

/** The lines of a box's loops, from top to bottom. */
export function loopRoutes({ loops, reach }: Node, box: Rect): LoopRoute[] {
  const x = box.x + box.width;
  const middle = box.y + box.height / 2 + (reach.right[0] + reach.right[1]) / 2;
  let y = middle - loopRoom(loops).height / 2;
  return loops.map((loop) => {
    const height = loopHeight(loop);
    const from = y + height / 2 - LOOP.height / 2;
    const points = [
      { x, y: from },
      { x: x + LOOP.reach, y: from },
      { x: x + LOOP.reach, y: from + LOOP.height },
      { x, y: from + LOOP.height },
    ];
    const label = loop.label && {
      x: x + LOOP.reach + LOOP.gap,
      y: y + (height - loop.label.height) / 2,
      ...loop.label,
    };
    y += height;
    return { edge: loop.edge, points, label };
  });
}
