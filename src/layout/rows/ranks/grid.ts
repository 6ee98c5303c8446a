import type { Graph } from '../graph/graph.ts';

/** Columns of a grid: a little wider than tall. */
export function gridColumns(count: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(1.2 * count)));
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
