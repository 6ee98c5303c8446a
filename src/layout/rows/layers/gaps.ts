import type { Graph } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import { SPACING } from '../spacing.ts';

/** Where labels stand: how many rows of labels each gap has, and the place of each edge's label. */
export interface LabelRows {
  /** By gap, the one under a row of boxes having the row's number. */
  readonly counts: readonly number[];
  /** By edge; nothing for edges without a label and flat ones. */
  readonly places: readonly (LabelPlace | undefined)[];
}

export interface LabelPlace {
  readonly gap: number;
  /** The row of labels within the gap. */
  readonly row: number;
}

/**
 * Gives each label a row between two rows of boxes: next to the end at which fewer edges meet, so
 * that a fan is labelled at its tips. With `most` above 1, labels that are wider together than the
 * widest row of boxes are dealt out over several rows.
 */
export function labelRows(
  { nodes, edges, aim }: Graph,
  falls: readonly Fall[],
  rows: readonly number[],
  most: number,
): LabelRows {
  const below = nodes.map(() => 0);
  const above = nodes.map(() => 0);
  for (const { upper, lower } of falls) {
    if (rows[upper] === rows[lower]) continue;
    below[upper] = (below[upper] ?? 0) + 1;
    above[lower] = (above[lower] ?? 0) + 1;
  }
  const gaps = falls.map(({ upper, lower }, edge) => {
    const [from, to] = [rows[upper] ?? 0, rows[lower] ?? 0];
    if (from === to || !edges[edge]?.label) return undefined;
    return (below[upper] ?? 0) < (above[lower] ?? 0) ? from : to - 1;
  });
  const rowWidths: number[] = [];
  for (const [node, { width }] of nodes.entries()) {
    const row = rows[node] ?? 0;
    rowWidths[row] = (rowWidths[row] ?? 0) + width + aim.boxes;
  }
  const widest = Math.max(0, ...rowWidths);
  const counts = rowWidths.map(() => 0);
  const places: (LabelPlace | undefined)[] = edges.map(() => undefined);
  for (const [gap, members] of Map.groupBy(gaps.keys(), (edge) => gaps[edge])) {
    if (gap === undefined) continue;
    const total = members.reduce(
      (sum, edge) => sum + (edges[edge]?.label?.width ?? 0) + SPACING.labels,
      0,
    );
    const count = Math.min(most, Math.max(1, Math.ceil(total / widest)));
    counts[gap] = count;
    for (const [index, edge] of members.entries()) places[edge] = { gap, row: index % count };
  }
  return { counts, places };
}
