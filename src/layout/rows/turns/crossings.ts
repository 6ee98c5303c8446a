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
  const wireOf = new Map<number, Wire>();
  const gapOf = (segment: number): readonly Wire[] => {
    const gap = layers.items[layers.segments[segment]?.upper ?? 0]?.layer ?? 0;
    const known = wires[gap];
    if (known) return known;
    const found = wiresIn(layers, ports, columns, gaps[gap] ?? []);
    wires[gap] = found;
    for (const wire of found) for (const own of wire.segments) wireOf.set(own, wire);
    return found;
  };
  return {
    bent(segment) {
      const gap = gapOf(segment);
      const own = wireOf.get(segment);
      if (!own) return 0;
      let sum = 0;
      for (const other of gap) {
        if (other === own || other.from > own.to || own.from > other.to) continue;
        sum += Math.min(costAbove(own, other), costAbove(other, own));
      }
      return sum;
    },
    straight(segment, x) {
      const gap = gapOf(segment);
      const own = wireOf.get(segment);
      let count = 0;
      for (const wire of gap) if (wire !== own && wire.from < x && x < wire.to) count += 1;
      return count;
    },
  };
}
