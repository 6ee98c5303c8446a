import { type Draft, endsOf } from '../draft.ts';
import { hasSides, isFree, sharedTrunks, slotsOf, takenSides } from './sides.ts';
import type { Side, Turns } from './turns.ts';

/**
 * Turns worth a try although there is no room for them as things stand: the outermost lines of a
 * face that are bent twice there, towards a free side, by how little would have to move.
 */
export function guessTurns(draft: Draft): Turns[] {
  const { layers, columns, ports, turns } = draft;
  const { extents } = draft.room;
  const { items, segments } = layers;
  const taken = takenSides(draft);
  const trunks = sharedTrunks(draft);
  const guesses: { turns: Turns; move: number; segment: number }[] = [];
  for (const end of ['upper', 'lower'] as const) {
    const port = ports[end];
    const free = [...segments.keys()].filter((segment) => isFree(draft, segment));
    for (const [box, face] of Map.groupBy(free, (segment) => segments[segment]?.[end] ?? 0)) {
      if (items[box]?.kind !== 'box' || !hasSides(draft, box)) continue;
      const sorted = face.toSorted((a, b) => (port[a] ?? 0) - (port[b] ?? 0) || a - b);
      const outer: [number, Side][] = [
        [sorted[0] ?? 0, 'left'],
        [sorted.at(-1) ?? 0, 'right'],
      ];
      for (const [segment, side] of outer) {
        const [above, below] = endsOf(draft, segment);
        if (above === below || trunks.has(segment)) continue;
        if (slotsOf(draft, box, side).some((slot) => taken.has(slot))) continue;
        const x = end === 'upper' ? below : above;
        const from = columns.x[box] ?? 0;
        const reach = extents[box]?.[side] ?? 0;
        const beside = side === 'left' ? from - reach - x : x - from - reach;
        if (beside < -reach) continue;
        const next = { ...turns, [end]: new Map([...turns[end], [segment, side] as const]) };
        guesses.push({ turns: next, move: -beside, segment });
      }
    }
  }
  return guesses
    .sort((a, b) => a.move - b.move || a.segment - b.segment)
    .map((guess) => guess.turns);
}
