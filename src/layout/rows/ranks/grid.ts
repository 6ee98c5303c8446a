import type { Size } from '../../geometry.ts';
import type { Graph } from '../graph/graph.ts';

/** The shape that a grid of boxes should have, width over height. */
const ASPECT = 1.8;
/** What the square of the last row's empty share counts for beside the logarithm of how far the shape is off. */
const EMPTY = 2;
/** So many boxes stand in one row. */
const ONE_ROW = 3;

/**
 * Columns of a grid of boxes of a size, gaps included, that comes near to an aspect, and whose last row
 * is not left with a single box.
 */
export function gridColumns(count: number, { width, height }: Size, wanted = ASPECT): number {
  if (count <= ONE_ROW) return Math.max(1, count);
  let best = { columns: 1, cost: Number.POSITIVE_INFINITY };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const empty = (rows * columns - count) / columns;
    const off = Math.log((columns * width) / (rows * height) / wanted);
    const cost = Math.abs(off) + EMPTY * empty ** 2;
    if (cost < best.cost) best = { columns, cost };
  }
  return best.columns;
}

/** The mean size of some boxes with the gaps between them. */
export function meanSize(boxes: readonly Size[], gap: number): Size {
  const mean = (of: (box: Size) => number) =>
    boxes.reduce((sum, box) => sum + of(box), 0) / Math.max(1, boxes.length) + gap;
  return { width: mean((box) => box.width), height: mean((box) => box.height) };
}

/** For each box without edges its row, counted from the first of its boundary, in a grid. */
export function gridRows({ nodes, edges, turned, aim }: Graph): Map<number, number> {
  const joined = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const loose = [...nodes.keys()].filter((node) => !joined.has(node));
  const rows = new Map<number, number>();
  for (const group of Map.groupBy(loose, (node) => nodes[node]?.cluster).values()) {
    const boxes = group.flatMap((node) => nodes[node] ?? []);
    const size = meanSize(boxes, aim.boxes);
    const columns = gridColumns(group.length, size, turned ? 1 / ASPECT : ASPECT);
    for (const [index, node] of group.entries()) rows.set(node, Math.floor(index / columns));
  }
  return rows;
}
