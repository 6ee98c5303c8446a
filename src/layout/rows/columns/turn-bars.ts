import type { Layers } from '../layers/layers.ts';
import type { Ports } from '../ports/ports.ts';
import { type Arc, bar, spring } from '../simplex/problem.ts';
import { SPACING } from '../spacing.ts';
import type { Side, Turns } from '../turns/turns.ts';
import type { Extent } from './extents.ts';
import type { Neighbours } from './neighbours.ts';

const WEIGHT = { reach: 1, arm: 2 };

/** Keeps the room in which lines turn, and holds their level pieces short. */
export function turnBars(
  layers: Layers,
  ports: Ports,
  extents: readonly Extent[],
  turns: Turns,
  neighbours: readonly Neighbours[],
): Arc[] {
  const { upper, lower, arms } = turns;
  if (upper.size === 0 && lower.size === 0 && arms.size === 0) return [];
  const { segments } = layers;
  const arcs: Arc[] = [];
  for (const [segment, side] of upper) {
    const ends = segments[segment];
    if (ends) {
      const end = { item: ends.lower, port: ports.lower[segment] ?? 0 };
      arcs.push(...sideBars(ends.upper, end, side, extents, neighbours));
    }
  }
  for (const [segment, side] of lower) {
    const ends = segments[segment];
    if (ends) {
      const end = { item: ends.upper, port: ports.upper[segment] ?? 0 };
      arcs.push(...sideBars(ends.lower, end, side, extents, neighbours));
    }
  }
  if (arms.size > 0) arcs.push(...armBars(layers, ports, extents, arms, neighbours));
  return arcs;
}

/** A place on the far side of a segment. */
interface End {
  readonly item: number;
  readonly port: number;
}

/** A line that turns beside a box: clear of the box, and of what stands next to it. */
function sideBars(
  box: number,
  { item, port }: End,
  side: Side,
  extents: readonly Extent[],
  neighbours: readonly Neighbours[],
): Arc[] {
  const own = extents[box];
  const next = neighbours[box]?.[side];
  const reach = (own?.[side] ?? 0) + SPACING.sideReach;
  const clear = (next?.reach ?? 0) + SPACING.line;
  if (side === 'left') {
    return [
      bar(item, box, reach + port, WEIGHT.reach),
      ...(next ? [bar(next.variable, item, clear - port)] : []),
    ];
  }
  return [
    bar(box, item, reach - port, WEIGHT.reach),
    ...(next ? [bar(item, next.variable, clear + port)] : []),
  ];
}

/** A level piece with a label on it, by its two ends. */
interface Arm {
  readonly from: End;
  readonly to: End;
}

/** A label on a level piece: the line comes down at one side of it and goes on at the other. */
function armBars(
  { segments }: Layers,
  ports: Ports,
  extents: readonly Extent[],
  arms: Turns['arms'],
  neighbours: readonly Neighbours[],
): Arc[] {
  const above = new Map(segments.map(({ lower }, segment) => [lower, segment]));
  const below = new Map(segments.map(({ upper }, segment) => [upper, segment]));
  const ends = new Map<number, Arm>();
  for (const [label, side] of arms) {
    const [into, out] = [above.get(label) ?? -1, below.get(label) ?? -1];
    const upper: End = { item: segments[into]?.upper ?? 0, port: ports.upper[into] ?? 0 };
    const lower: End = { item: segments[out]?.lower ?? 0, port: ports.lower[out] ?? 0 };
    ends.set(label, side === 'right' ? { from: upper, to: lower } : { from: lower, to: upper });
  }
  const arcs: Arc[] = [];
  for (const [label, { from, to }] of ends) {
    const half = (extents[label]?.left ?? 0) + SPACING.armEnd;
    arcs.push(
      bar(from.item, label, half + from.port),
      bar(label, to.item, half - to.port),
      spring(from.item, to.item, 2 * half + from.port - to.port, WEIGHT.arm),
    );
    const { left, right } = neighbours[label] ?? {};
    if (left && !ends.has(left.variable)) {
      arcs.push(bar(left.variable, from.item, left.reach + SPACING.line - from.port));
    }
    if (!right) continue;
    const next = ends.get(right.variable)?.from ?? { item: right.variable, port: -right.reach };
    arcs.push(bar(to.item, next.item, SPACING.line + to.port - next.port));
  }
  return arcs;
}
