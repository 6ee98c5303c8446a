import { segmentsByGap, wiresIn } from '../channels/channels.ts';
import { costAbove } from '../channels/levels.ts';
import type { Wire } from '../channels/wires.ts';
import type { Draft } from '../draft.ts';

/** What a line crosses in its gap, before tracks are given out. */
export interface GapCrossings {
  /** As it runs now: up or down to a track, along it, and on. */
  bent(segment: number): number;
  /** If it ran straight through the gap at a place. */
  straight(segment: number, x: number): number;
}

export function gapCrossings({ layers, ports, columns }: Draft): GapCrossings {
  const gaps = segmentsByGap(layers);
  const wires: (readonly Wire[])[] = [];
  const gapOf = (segment: number): readonly Wire[] => {
    const gap = layers.items[layers.segments[segment]?.upper ?? 0]?.layer ?? 0;
    const found = wires[gap] ?? wiresIn(layers, ports, columns, gaps[gap] ?? []);
    wires[gap] = found;
    return found;
  };
  return {
    bent(segment) {
      const gap = gapOf(segment);
      const own = gap.find(({ segments }) => segments.includes(segment));
      if (!own) return 0;
      let sum = 0;
      for (const other of gap) {
        if (other === own || other.from > own.to || own.from > other.to) continue;
        sum += Math.min(costAbove(own, other), costAbove(other, own));
      }
      return sum;
    },
    straight(segment, x) {
      return gapOf(segment).filter(
        ({ segments, from, to }) => !segments.includes(segment) && from < x && x < to,
      ).length;
    },
  };
}
