import { neighboursOf } from '../columns/neighbours.ts';
import { variablesOf } from '../columns/separate.ts';
import { entriesOf, leastAt } from '../columns/titles.ts';
import { type Draft, endsOf } from '../draft.ts';
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
 * the line crosses no more than before. Pairs first, then far ones.
 */
export function findSideTurns(draft: Draft): SideTurns {
  const taken = takenSides(draft);
  const upper = new Map<number, Side>();
  const lower = new Map<number, Side>();
  for (const { segment, end, box, side } of candidatesOf(draft)) {
    const slot = `${box} ${side}`;
    if (taken.has(slot) || upper.has(segment) || lower.has(segment)) continue;
    taken.add(slot);
    // Two lines must not turn in the same room between two boxes.
    const next = nextTo(draft, box, side);
    if (next !== undefined) taken.add(`${next} ${side === 'left' ? 'right' : 'left'}`);
    (end === 'upper' ? upper : lower).set(segment, side);
  }
  return { upper, lower };
}

function candidatesOf(draft: Draft): Candidate[] {
  const { graph, layers, ports, extents, columns } = draft;
  const { items, segments } = layers;
  const variables = variablesOf(items.length, graph.clusters.length);
  const neighbours = neighboursOf(draft, extents, variables);
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
    if (entries.some((entry) => x < leastAt(draft, entry))) return undefined;
    if (crossings.straight(segment, x) > crossings.bent(segment)) return undefined;
    return distance;
  };

  const candidates: Candidate[] = [];
  for (const end of ['upper', 'lower'] as const) {
    const port = end === 'upper' ? ports.upper : ports.lower;
    const faces = Map.groupBy(segments.keys(), (segment) => segments[segment]?.[end] ?? 0);
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
function hasSides({ graph, layers }: Draft, box: number): boolean {
  const node = graph.nodes[layers.items[box]?.node ?? -1];
  return node !== undefined && node.reach.left[0] <= node.reach.left[1] && node.loops.length === 0;
}

/** Sides at which flat edges meet boxes, as `box side`. */
function takenSides({ layers, columns }: Draft): Set<string> {
  const taken = new Set<string>();
  for (const { source, target } of layers.flats) {
    const sourceIsLeft = (columns.x[source] ?? 0) < (columns.x[target] ?? 0);
    taken.add(`${source} ${sourceIsLeft ? 'right' : 'left'}`);
    taken.add(`${target} ${sourceIsLeft ? 'left' : 'right'}`);
  }
  return taken;
}

function sharedTrunks({ ports }: Draft): Set<number> {
  const shared = new Set<number>();
  for (const trunk of [ports.upperTrunk, ports.lowerTrunk]) {
    for (const group of Map.groupBy(trunk.keys(), (segment) => trunk[segment]).values()) {
      if (group.length > 1) for (const segment of group) shared.add(segment);
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
