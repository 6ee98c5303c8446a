import type { Point } from '#layout/geometry.ts';
import { number as n } from '#svg/escape.ts';

/** How many rows an end of a line stands for. */
export type Cardinality = 'one' | 'zero or one' | 'many';

const TOES = { length: 11, half: 6 };

/**
 * The sign at the last point of a line, drawn back along the way that it arrives: a crow's foot for many
 * rows, two bars for one, a bar and a ring for one or none.
 */
export function endPath(points: readonly Point[], cardinality: Cardinality): string {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const at = (back: number, aside: number) =>
    `${n(tip.x - ux * back - uy * aside)} ${n(tip.y - uy * back + ux * aside)}`;
  const bar = (back: number) => `M${at(back, TOES.half)}L${at(back, -TOES.half)}`;
  if (cardinality === 'many') {
    return `M${at(0, TOES.half)}L${at(TOES.length, 0)}L${at(0, -TOES.half)}`;
  }
  if (cardinality === 'one') return bar(5) + bar(9);
  return `${bar(5)}M${at(8, 0)}A3.5 3.5 0 1 1 ${at(15, 0)}A3.5 3.5 0 1 1 ${at(8, 0)}`;
}
