import type { Columns } from '../columns/columns.ts';
import type { Layers } from '../layers/layers.ts';
import type { Ports } from '../ports/ports.ts';
import { levelsOf } from './levels.ts';

/** Lines that run as one between two layers: a trunk with its branches, or a single line. */
export interface Wire {
  readonly segments: readonly number[];
  /** Where it meets the upper and the lower layer. */
  readonly uppers: readonly number[];
  readonly lowers: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** The level pieces of lines between a layer and the next one. */
export interface Channel {
  /** How many tracks lie over each other. */
  readonly levels: number;
  /** By segment of the gap, its track, 0 being the uppermost; nothing for straight lines. */
  readonly tracks: ReadonlyMap<number, number>;
}

/** One channel under each layer. */
export function routeChannels(layers: Layers, ports: Ports, columns: Columns): Channel[] {
  const gaps: number[][] = layers.layers.map(() => []);
  for (const [segment, { upper }] of layers.segments.entries()) {
    gaps[layers.items[upper]?.layer ?? 0]?.push(segment);
  }
  return gaps.map((segments) => {
    const wires = wiresOf(layers, ports, columns, segments).filter(({ from, to }) => from < to);
    const levels = levelsOf(wires);
    const tracks = new Map<number, number>();
    for (const [index, wire] of wires.entries()) {
      for (const segment of wire.segments) tracks.set(segment, levels[index] ?? 0);
    }
    return { levels: wires.length === 0 ? 0 : Math.max(...levels) + 1, tracks };
  });
}

/** Segments that share a trunk at either end make up one wire. */
function wiresOf(
  { segments: all }: Layers,
  ports: Ports,
  { x }: Columns,
  segments: readonly number[],
): Wire[] {
  const groups = Map.groupBy(segments, (segment) => {
    const [upper = segment, lower = segment] = [
      ports.upperTrunk[segment],
      ports.lowerTrunk[segment],
    ];
    return upper !== segment ||
      ports.upperTrunk.indexOf(segment) !== ports.upperTrunk.lastIndexOf(segment)
      ? upper
      : lower;
  });
  return [...groups.values()].map((group) => {
    const uppers = group.map((s) => (x[all[s]?.upper ?? 0] ?? 0) + (ports.upper[s] ?? 0));
    const lowers = group.map((s) => (x[all[s]?.lower ?? 0] ?? 0) + (ports.lower[s] ?? 0));
    const ends = [...uppers, ...lowers];
    return { segments: group, uppers, lowers, from: Math.min(...ends), to: Math.max(...ends) };
  });
}
