import { entriesOf, entryRange } from '../columns/titles.ts';
import { type Draft, endsOf } from '../draft.ts';
import { isWithin } from '../graph/graph.ts';
import { SPACING } from '../spacing.ts';
import { gapCrossings } from './crossings.ts';
import { placeOf, type SideTurns, sharedTrunks } from './sides.ts';
import type { Side } from './turns.ts';

/**
 * Labels that can stand on a level piece of their line, between where it comes down and where it
 * goes on: two bends instead of four, and no track above or below the label.
 */
export function findArms(draft: Draft, sides: SideTurns): Map<number, Side> {
  const { graph, layers } = draft;
  const { items, segments } = layers;
  const { extents, neighbours } = draft.room;
  const crossings = gapCrossings(draft);
  const into = new Map(segments.map(({ lower }, segment) => [lower, segment]));
  const out = new Map(segments.map(({ upper }, segment) => [upper, segment]));
  const trunks = sharedTrunks(draft);
  const isFree = (segment: number) =>
    !sides.upper.has(segment) && !sides.lower.has(segment) && !trunks.has(segment);

  const arms = new Map(draft.turns.arms);
  const spans = new Map<number, readonly [number, number]>();
  for (const label of arms.keys()) {
    const [from] = endsOf(draft, into.get(label) ?? -1);
    const [, to] = endsOf(draft, out.get(label) ?? -1);
    spans.set(label, [Math.min(from, to), Math.max(from, to)]);
  }
  for (const [label, { kind }] of items.entries()) {
    const [above, below] = [into.get(label), out.get(label)];
    if (kind !== 'label' || above === undefined || below === undefined) continue;
    const [from] = endsOf(draft, above);
    const [, to] = endsOf(draft, below);
    if (arms.has(label)) continue;
    if (!isFree(above) || !isFree(below)) continue;
    const half = (extents[label]?.left ?? 0) + SPACING.armEnd;
    if (Math.abs(to - from) < 2 * half) continue;
    const { left, right } = neighbours[label] ?? {};
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const before =
      left && (spans.get(left.variable)?.[1] ?? placeOf(draft, left.variable) + left.reach);
    const after =
      right && (spans.get(right.variable)?.[0] ?? placeOf(draft, right.variable) - right.reach);
    if (before !== undefined && low - before < SPACING.line) continue;
    if (after !== undefined && after - high < SPACING.line) continue;
    const entries = entriesOf(draft, above);
    if (!entries.every((entry) => isWithin(from, entryRange(draft, entry)))) continue;
    const crossed = crossings.straight(above, from) + crossings.straight(below, to);
    if (crossed > crossings.bent(above) + crossings.bent(below)) continue;
    const bends = [above, below].filter((segment) => {
      const [x, y] = endsOf(draft, segment);
      return x !== y;
    });
    if (graph.turned && bends.length < 2) continue;
    arms.set(label, from < to ? 'right' : 'left');
    spans.set(label, [low, high]);
  }
  return arms;
}
