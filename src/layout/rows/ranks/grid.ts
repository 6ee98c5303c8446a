import type { Graph } from '../graph/graph.ts';

/** Boxes are about this much wider than tall, and a grid of them may be so, too. */
const COLUMNS_PER_ROW = 1.8;

/** Columns of a grid a little wider than tall, of which the last row is as full as can be. */
export function gridColumns(count: number): number {
  const ideal = Math.sqrt(COLUMNS_PER_ROW * count);
  const near = [-1, 0, 1].map((step) => Math.round(ideal) + step).filter((columns) => columns > 0);
  const cost = (columns: number) =>
    Math.ceil(count / columns) * columns - count + Math.abs(Math.log(columns / ideal));
  return near.reduce(
    (best, columns) => (cost(columns) < cost(best) ? columns : best),
    near[0] ?? 1,
  );
}

/** For each box without edges its row, counted from the first of its boundary, in a grid. */
export function gridRows({ nodes, edges }: Graph): Map<number, number> {
  const joined = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const loose = [...nodes.keys()].filter((node) => !joined.has(node));
  const rows = new Map<number, number>();
  for (const group of Map.groupBy(loose, (node) => nodes[node]?.cluster).values()) {
    const columns = gridColumns(group.length);
    for (const [index, node] of group.entries()) rows.set(node, Math.floor(index / columns));
  }
  return rows;
}
