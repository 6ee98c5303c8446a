import type { Columns } from '../columns/columns.ts';
import type { Draft } from '../draft.ts';
import type { Layers } from '../layers/layers.ts';
import type { Ports } from '../ports/ports.ts';
import { levelsOf } from './levels.ts';
import { type Wire, wireOf } from './wires.ts';

/** A level piece of a line: on which track it runs, and how far. */
export interface Run {
  /** 0 for the uppermost track of the gap. */
  readonly track: number;
  readonly to: number;
}

/** The level pieces of lines between a layer and the next one. */
export interface Channel {
  /** How many tracks lie over each other. */
  readonly tracks: number;
  /** By segment of the gap, its level pieces from top to bottom; nothing for straight lines. */
  readonly runs: ReadonlyMap<number, readonly Run[]>;
  /** What each level piece covers. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** One channel under each layer. */
export function routeChannels({ layers, ports, columns }: Draft): Channel[] {
  return segmentsByGap(layers).map((segments) => route(wiresIn(layers, ports, columns, segments)));
}

/** The segments of each gap, by the layer above it. */
export function segmentsByGap({ layers, segments, items }: Layers): number[][] {
  const gaps: number[][] = layers.map(() => []);
  for (const [segment, { upper }] of segments.entries()) {
    gaps[items[upper]?.layer ?? 0]?.push(segment);
  }
  return gaps;
}

/** Segments that share a trunk at either end make up one wire. */
export function wiresIn(
  { segments: all }: Layers,
  ports: Ports,
  { x }: Columns,
  segments: readonly number[],
): Wire[] {
  const sizes = new Map<number, number>();
  for (const segment of segments) {
    const trunk = ports.upperTrunk[segment] ?? segment;
    sizes.set(trunk, (sizes.get(trunk) ?? 0) + 1);
  }
  const groups = Map.groupBy(segments, (segment) => {
    const trunk = ports.upperTrunk[segment] ?? segment;
    return (sizes.get(trunk) ?? 0) > 1 ? trunk : (ports.lowerTrunk[segment] ?? segment);
  });
  return [...groups.values()].map((group) => {
    const uppers = group.map((s) => (x[all[s]?.upper ?? 0] ?? 0) + (ports.upper[s] ?? 0));
    const lowers = group.map((s) => (x[all[s]?.lower ?? 0] ?? 0) + (ports.lower[s] ?? 0));
    return wireOf(group, uppers, lowers);
  });
}

function route(all: readonly Wire[]): Channel {
  const { wires, levels } = levelsOf(all);
  const runs = new Map<number, Run[]>();
  for (const [index, wire] of wires.entries()) {
    for (const [place, segment] of wire.segments.entries()) {
      const list = runs.get(segment) ?? [];
      runs.set(segment, list);
      list.push({ track: levels[index] ?? 0, to: wire.lowers[place] ?? wire.lowers[0] ?? 0 });
    }
  }
  for (const list of runs.values()) list.sort((a, b) => a.track - b.track);
  return {
    tracks: Math.max(-1, ...levels) + 1,
    runs,
    spans: wires.map(({ from, to }) => ({ from, to })),
  };
}
