import type { Ordered } from '../ordered.ts';
import type { Ports } from '../ports/ports.ts';
import { type Arc, spring } from '../simplex/problem.ts';
import type { Turns } from '../turns/turns.ts';

/** How much a piece of a line wants to be straight: most between points on a long line. */
const STRAIGHT = { inner: 8, end: 3, direct: 2, alone: 2 };
/** A label stands over the end at which fewer lines meet rather than between both. */
const FEWER = 1;

/** Draws the ends of each segment over one another, but for those that turn anyway. */
export function pulls({ layers: { items, segments } }: Ordered, ports: Ports, turns: Turns): Arc[] {
  const above = new Int32Array(items.length);
  const below = new Int32Array(items.length);
  const into = new Int32Array(items.length);
  const out = new Int32Array(items.length);
  for (const [segment, { upper, lower }] of segments.entries()) {
    below[upper] = (below[upper] ?? 0) + 1;
    above[lower] = (above[lower] ?? 0) + 1;
    into[lower] = segment;
    out[upper] = segment;
  }
  const crowd = (label: number): number => {
    const from = below[segments[into[label] ?? 0]?.upper ?? 0] ?? 0;
    const to = above[segments[out[label] ?? 0]?.lower ?? 0] ?? 0;
    return from - to;
  };
  const arcs: Arc[] = [];
  for (const [segment, { upper, lower }] of segments.entries()) {
    if (turns.upper.has(segment) || turns.lower.has(segment)) continue;
    if (turns.arms.has(upper) || turns.arms.has(lower)) continue;
    const [from, to] = [items[upper]?.kind, items[lower]?.kind];
    const ends = (from === 'box' ? 1 : 0) + (to === 'box' ? 1 : 0);
    let weight = [STRAIGHT.inner, STRAIGHT.end, STRAIGHT.direct][ends] ?? 0;
    if (to === 'label' && from === 'box' && crowd(lower) <= 0) weight += FEWER;
    if (from === 'label' && to === 'box' && crowd(upper) > 0) weight += FEWER;
    const alone = below[upper] === 1 && above[lower] === 1;
    const offset = (ports.upper[segment] ?? 0) - (ports.lower[segment] ?? 0);
    arcs.push(spring(upper, lower, offset, alone ? weight * STRAIGHT.alone : weight));
  }
  return arcs;
}
