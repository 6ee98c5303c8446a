import type { Graph } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';

const FEWEST_LEAVES = 4;

/**
 * Deals the leaves of one parent out over several rows where a row is too wide for them, in turn, so
 * that those of the second row stand under the gaps of the first. Returns the rows anew.
 */
export function splitWideRows(
  { nodes, edges, aim }: Graph,
  falls: readonly Fall[],
  rows: readonly number[],
): number[] {
  const width = aim.across;
  const degree = nodes.map(() => 0);
  for (const { source, target } of edges) {
    degree[source] = (degree[source] ?? 0) + 1;
    degree[target] = (degree[target] ?? 0) + 1;
  }
  const room = (node: number) => (nodes[node]?.width ?? 0) + aim.boxes;
  const out = [...rows];
  const families = Map.groupBy(
    falls.filter(
      ({ upper, lower }) =>
        rows[upper] !== rows[lower] &&
        ((degree[lower] === 1 && (degree[upper] ?? 0) > 1 && nodes[lower]?.kind === 'box') ||
          (degree[upper] === 1 && (degree[lower] ?? 0) > 1 && nodes[upper]?.kind === 'box')),
    ),
    ({ upper, lower }) => {
      const leaf = degree[lower] === 1 ? lower : upper;
      return `${leaf === lower ? upper : lower} ${leaf === lower} ${rows[leaf]} ${nodes[leaf]?.cluster}`;
    },
  );
  for (const family of families.values()) {
    const down = degree[family[0]?.lower ?? 0] === 1;
    const leaves = family.map(({ upper, lower }) => (down ? lower : upper)).sort((a, b) => a - b);
    const row = rows[leaves[0] ?? 0];
    const total = [...nodes.keys()].reduce((sum, n) => sum + (out[n] === row ? room(n) : 0), 0);
    if (leaves.length < FEWEST_LEAVES || total <= width) continue;
    const own = leaves.reduce((sum, leaf) => sum + room(leaf), 0);
    const free = Math.max(width - (total - own), width / 3);
    const parts = Math.min(Math.ceil(own / free), Math.ceil(leaves.length / 2));
    for (const [index, leaf] of leaves.entries()) {
      const by = index % parts;
      out[leaf] = (out[leaf] ?? 0) + (down ? by : -by);
    }
  }
  const least = Math.min(0, ...out);
  return least < 0 ? out.map((row) => row - least) : out;
}
