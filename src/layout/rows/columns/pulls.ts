import type { Ordered } from '../draft.ts';
import type { Item } from '../layers/layers.ts';
import type { Ports } from '../ports/ports.ts';
import { type Arc, spring } from '../simplex/problem.ts';
import type { Turns } from '../turns/turns.ts';

/** How much a piece of a line wants to be straight: most between points on a long line. */
const STRAIGHT = { inner: 8, end: 3, direct: 2, alone: 2 };

/** Draws the ends of each segment over one another, but for those that turn anyway. */
export function pulls({ layers: { items, segments } }: Ordered, ports: Ports, turns: Turns): Arc[] {
  const above = new Int32Array(items.length);
  const below = new Int32Array(items.length);
  for (const { upper, lower } of segments) {
    below[upper] = (below[upper] ?? 0) + 1;
    above[lower] = (above[lower] ?? 0) + 1;
  }
  return segments.flatMap(({ upper, lower }, segment) => {
    if (turns.upper.has(segment) || turns.lower.has(segment)) return [];
    if (turns.arms.has(upper) || turns.arms.has(lower)) return [];
    const ends = [items[upper], items[lower]].filter(isBox).length;
    const base = [STRAIGHT.inner, STRAIGHT.end, STRAIGHT.direct][ends] ?? 0;
    const alone = below[upper] === 1 && above[lower] === 1;
    const offset = (ports.upper[segment] ?? 0) - (ports.lower[segment] ?? 0);
    return [spring(upper, lower, offset, alone ? base * STRAIGHT.alone : base)];
  });
}

function isBox(item: Item | undefined): boolean {
  return item?.kind === 'box';
}
