import type { Graph } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';

/**
 * By edge, the gap in which its label stands: 0 is the one under the first row of boxes; nothing for
 * edges without a label and flat ones. A label stands next to the end at which fewer edges meet, so
 * that a fan is labelled at its tips.
 */
export function labelGaps(
  { nodes, edges }: Graph,
  falls: readonly Fall[],
  rows: readonly number[],
): (number | undefined)[] {
  const below = nodes.map(() => 0);
  const above = nodes.map(() => 0);
  for (const { upper, lower } of falls) {
    if (rows[upper] === rows[lower]) continue;
    below[upper] = (below[upper] ?? 0) + 1;
    above[lower] = (above[lower] ?? 0) + 1;
  }
  return falls.map(({ upper, lower }, edge) => {
    const [from, to] = [rows[upper] ?? 0, rows[lower] ?? 0];
    if (from === to || !edges[edge]?.label) return undefined;
    return (below[upper] ?? 0) < (above[lower] ?? 0) ? from : to - 1;
  });
}
