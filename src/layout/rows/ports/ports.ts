import type { Graph, Interval } from '../graph/graph.ts';
import type { Layers } from '../layers/layers.ts';
import type { Ordered } from '../ordered.ts';
import { SPACING } from '../spacing.ts';
import type { Turns } from '../turns/turns.ts';

/** Where lines meet boxes: offsets from the middles of their items, by segment. */
export interface Ports {
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  /** By segment, the first segment of the trunk that it shares at its upper or lower end, or itself. */
  readonly upperTrunk: readonly number[];
  readonly lowerTrunk: readonly number[];
  /** By item, the width that its ports need; boxes with many lines grow. */
  readonly widths: readonly number[];
}

/** From so many edges on, those of one source and look leave as one line. */
const TRUNK = 3;
/** Two ports stand at most this share of a side apart. */
const WIDEST = 0.4;

/** A side of a box that lies in a layer: its upper or its lower one. */
type Face = 'top' | 'bottom';

/**
 * Gives every end of a line at a box its port. On each side ports follow the order of the far ends;
 * edges of one source that look alike share one port and start as one trunk. Lines that turn into a
 * side of a box have no port yet.
 */
export function assignPorts({ graph, layers, rows }: Ordered, turns: Turns): Ports {
  const { items, segments } = layers;
  const at = new Int32Array(items.length);
  for (const row of rows) for (const [index, item] of row.entries()) at[item] = index;
  const upper = segments.map(() => 0);
  const lower = segments.map(() => 0);
  const upperTrunk = [...segments.keys()];
  const lowerTrunk = [...segments.keys()];
  const widths = items.map(({ width }) => Math.ceil(width));

  const place = (item: number, face: Face, own: readonly number[]): void => {
    const node = graph.nodes[items[item]?.node ?? -1];
    if (!node || node.kind === 'gate') return;
    const far = (segment: number) => {
      const { upper: above = 0, lower: below = 0 } = segments[segment] ?? {};
      return at[face === 'top' ? above : below] ?? 0;
    };
    const slots = slotsOf(graph, layers, items[item]?.node ?? -1, own, far);
    const { offsets, grown } = spread(node.reach[face], slots.length);
    widths[item] = Math.max(widths[item] ?? 0, Math.ceil(node.width) + grown);
    const ports = face === 'top' ? lower : upper;
    const trunks = face === 'top' ? lowerTrunk : upperTrunk;
    for (const [slot, members] of slots.entries()) {
      for (const segment of members) {
        ports[segment] = offsets[slot] ?? 0;
        trunks[segment] = members[0] ?? segment;
      }
    }
  };
  const all = [...segments.keys()];
  const bottoms = Map.groupBy(
    all.filter((segment) => !turns.upper.has(segment)),
    (segment) => segments[segment]?.upper ?? 0,
  );
  const tops = Map.groupBy(
    all.filter((segment) => !turns.lower.has(segment)),
    (segment) => segments[segment]?.lower ?? 0,
  );
  for (const [item, own] of bottoms) place(item, 'bottom', own);
  for (const [item, own] of tops) place(item, 'top', own);
  return { upper, lower, upperTrunk, lowerTrunk, widths };
}

/**
 * Segments that share a port, from left to right by their far ends. A trunk holds only neighbours,
 * or what runs between its branches would have to cross it.
 */
function slotsOf(
  { edges }: Graph,
  { segments }: Layers,
  node: number,
  own: readonly number[],
  far: (segment: number) => number,
): number[][] {
  const edgeOf = (segment: number) => segments[segment]?.edge ?? 0;
  const lookOf = (segment: number) => {
    const edge = edges[edgeOf(segment)];
    return edge?.source === node ? edge.look : undefined;
  };
  if (own.length === 1) return [[...own]];
  const sorted = own.toSorted((a, b) => far(a) - far(b) || edgeOf(a) - edgeOf(b));
  if (own.length < TRUNK) return sorted.map((segment) => [segment]);
  const looks = Map.groupBy(sorted, lookOf);
  const slots: number[][] = [];
  for (const segment of sorted) {
    const look = lookOf(segment);
    const last = slots.at(-1);
    const shared = look !== undefined && (looks.get(look)?.length ?? 0) >= TRUNK;
    if (shared && last && lookOf(last[0] ?? -1) === look) last.push(segment);
    else slots.push([segment]);
  }
  return slots;
}

/**
 * Ports evenly over a stretch of a side, about the side's middle where the stretch allows it, so that
 * boxes in a chain stand level; and by how much the side has to grow for them.
 */
export function spread(
  [from, to]: Interval,
  count: number,
): { readonly offsets: number[]; readonly grown: number } {
  const length = to - from;
  const even = Math.max(SPACING.ports, length / Math.max(1, count));
  const wanted = Math.min(length * WIDEST, even);
  const most = count > 1 ? length / (count - 1) : wanted;
  const gap = Math.floor(Math.max(Math.min(wanted, most), count > 1 ? SPACING.crowdedPorts : 0));
  const grown = Math.max(0, Math.ceil((gap * (count - 1) - length) / 2) * 2);
  const half = (gap * (count - 1)) / 2;
  const middle = from <= -half && half <= to ? 0 : (from + to) / 2;
  const first = Math.round(middle - half);
  return { offsets: Array.from({ length: count }, (_, slot) => first + slot * gap), grown };
}
