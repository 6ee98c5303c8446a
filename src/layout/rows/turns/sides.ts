import { entriesOf, entryRange } from '../columns/titles.ts';
import { type Draft, endsOf } from '../draft.ts';
import { isWithin } from '../graph/graph.ts';
import { SPACING } from '../spacing.ts';
import { gapCrossings } from './crossings.ts';
import type { Side } from './turns.ts';

/** A line that could meet a box at its side. */
interface Candidate {
  readonly segment: number;
  readonly end: 'upper' | 'lower';
  readonly box: number;
  readonly side: Side;
  /** How far beside the box the line comes past. */
  readonly distance: number;
  /** It is one of the only two lines of a face, and the other can take the other side. */
  readonly paired: boolean;
}

export interface SideTurns {
  readonly upper: ReadonlyMap<number, Side>;
  readonly lower: ReadonlyMap<number, Side>;
}

/**
 * Lines that come past beside a box and turn into its side: one bend instead of two. Only the
 * outermost line of a face may do so, where the side is free, nothing stands between in the row, and
 * the line crosses no more than before. Pairs first, then far ones. Turns that the draft has stay.
 */
export function findSideTurns(draft: Draft): SideTurns {
  const taken = takenSides(draft);
  const upper = new Map(draft.turns.upper);
  const lower = new Map(draft.turns.lower);
  for (const { segment, end, box, side } of candidatesOf(draft)) {
    if (taken.has(`${box} ${side}`) || upper.has(segment) || lower.has(segment)) continue;
    for (const slot of slotsOf(draft, box, side)) taken.add(slot);
    (end === 'upper' ? upper : lower).set(segment, side);
  }
  return { upper, lower };
}

function candidatesOf(draft: Draft): Candidate[] {
  const { layers, ports, columns } = draft;
  const { items, segments } = layers;
  const { extents, neighbours } = draft.room;
  const crossings = gapCrossings(draft);
  const place = (variable: number) => placeOf(draft, variable);
  const trunks = sharedTrunks(draft);

  const fits = (segment: number, end: 'upper' | 'lower', box: number, side: Side) => {
    if (trunks.has(segment)) return undefined;
    const [above, below] = endsOf(draft, segment);
    const x = end === 'upper' ? below : above;
    const [edge, sign] =
      side === 'left'
        ? [(columns.x[box] ?? 0) - (extents[box]?.left ?? 0), -1]
        : [(columns.x[box] ?? 0) + (extents[box]?.right ?? 0), 1];
    const distance = sign * (x - edge);
    if (distance < SPACING.sideReach) return undefined;
    const next = neighbours[box]?.[side];
    if (next && sign * (place(next.variable) - x) < next.reach + SPACING.line) return undefined;
    const entries = end === 'lower' ? entriesOf(draft, segment) : [];
    if (!entries.every((entry) => isWithin(x, entryRange(draft, entry)))) return undefined;
    if (crossings.straight(segment, x) > crossings.bent(segment)) return undefined;
    return distance;
  };

  const candidates: Candidate[] = [];
  for (const end of ['upper', 'lower'] as const) {
    const port = end === 'upper' ? ports.upper : ports.lower;
    const free = [...segments.keys()].filter((segment) => isFree(draft, segment));
    const faces = Map.groupBy(free, (segment) => segments[segment]?.[end] ?? 0);
    for (const [box, face] of faces) {
      if (items[box]?.kind !== 'box' || !hasSides(draft, box)) continue;
      const sorted = face.toSorted((a, b) => (port[a] ?? 0) - (port[b] ?? 0) || a - b);
      const outer = [
        { segment: sorted[0] ?? 0, side: 'left' },
        { segment: sorted.at(-1) ?? 0, side: 'right' },
      ] as const;
      const found = outer.flatMap(({ segment, side }) => {
        const distance = fits(segment, end, box, side);
        return distance === undefined ? [] : [{ segment, end, box, side, distance }];
      });
      const paired = found.length === 2 && face.length === 2;
      candidates.push(...found.map((one) => ({ ...one, paired })));
    }
  }
  return candidates.sort(
    (a, b) =>
      Number(b.paired) - Number(a.paired) || b.distance - a.distance || a.segment - b.segment,
  );
}

/** A shape without upright sides to speak of is met from above and below only. */
export function hasSides({ graph, layers }: Draft, box: number): boolean {
  const node = graph.nodes[layers.items[box]?.node ?? -1];
  return node !== undefined && node.reach.left[0] <= node.reach.left[1] && node.loops.length === 0;
}

/** Whether a segment has no turn at either end. */
export function isFree({ layers, turns }: Draft, segment: number): boolean {
  const { upper = -1, lower = -1 } = layers.segments[segment] ?? {};
  if (turns.upper.has(segment) || turns.lower.has(segment)) return false;
  return !turns.arms.has(upper) && !turns.arms.has(lower);
}

/** The side at which a line turns, and that of the box beside it: they share their room. */
export function slotsOf(draft: Draft, box: number, side: Side): string[] {
  const next = nextTo(draft, box, side);
  const across = side === 'left' ? 'right' : 'left';
  return [`${box} ${side}`, ...(next === undefined ? [] : [`${next} ${across}`])];
}

/** Sides at which flat edges or turned lines meet boxes, as `box side`. */
export function takenSides(draft: Draft): Set<string> {
  const { layers, columns, turns } = draft;
  const taken = new Set<string>();
  for (const end of ['upper', 'lower'] as const) {
    for (const [segment, side] of turns[end]) {
      const box = layers.segments[segment]?.[end] ?? 0;
      for (const slot of slotsOf(draft, box, side)) taken.add(slot);
    }
  }
  for (const { source, target } of layers.flats) {
    const sourceIsLeft = (columns.x[source] ?? 0) < (columns.x[target] ?? 0);
    taken.add(`${source} ${sourceIsLeft ? 'right' : 'left'}`);
    taken.add(`${target} ${sourceIsLeft ? 'left' : 'right'}`);
  }
  return taken;
}

export function sharedTrunks({ ports }: Draft): Set<number> {
  const shared = new Set<number>();
  for (const trunk of [ports.upperTrunk, ports.lowerTrunk]) {
    for (const [segment, first] of trunk.entries()) {
      if (first !== segment) shared.add(segment).add(first);
    }
  }
  return shared;
}

/** The item next to a box in its row. */
function nextTo({ layers, rows }: Draft, box: number, side: Side): number | undefined {
  const row = rows[layers.items[box]?.layer ?? 0] ?? [];
  return row[row.indexOf(box) + (side === 'left' ? -1 : 1)];
}

/** Where a variable of the columns is: an item's middle, or a boundary's border. */
export function placeOf({ layers, columns }: Draft, variable: number): number {
  const items = layers.items.length;
  if (variable < items) return columns.x[variable] ?? 0;
  const cluster = (variable - items) >> 1;
  const isLeft = (variable - items) % 2 === 0;
  return (isLeft ? columns.left[cluster] : columns.right[cluster]) ?? 0;
}
