import type { Size } from '../../geometry.ts';
import type { Graph, Loop, Node } from '../graph/graph.ts';
import type { Item } from '../layers/layers.ts';

/** How far an item reaches to the left and right of its middle. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Loops at the right of a box: how far they reach, and the room between the outline and labels. */
export const LOOP = { reach: 22, height: 18, gap: 6, least: 28, between: 10, end: 6 };

/** The room of a box's loops: one under the other, labels at the right. */
export function loopRoom(loops: readonly Loop[]): Size {
  if (loops.length === 0) return { width: 0, height: 0 };
  const widest = Math.max(...loops.map(({ label }) => label?.width ?? 0));
  const labels = widest > 0 ? LOOP.gap + widest + LOOP.end : LOOP.end;
  return {
    width: LOOP.reach + labels,
    height: loops.reduce((sum, loop) => sum + loopHeight(loop), 0),
  };
}

export function loopHeight({ label }: Loop): number {
  return Math.max(LOOP.least, (label?.height ?? 0) + LOOP.between);
}

/** Height of a box together with its loops. */
export function boxHeight({ height, loops }: Node): number {
  return Math.max(height, loopRoom(loops).height);
}

export function extentsOf(
  graph: Graph,
  items: readonly Item[],
  widths: readonly number[],
): Extent[] {
  return items.map(({ node }, index) => {
    const half = Math.ceil((widths[index] ?? 0) / 2);
    const loops = graph.nodes[node]?.loops ?? [];
    return { left: half, right: half + Math.ceil(loopRoom(loops).width) };
  });
}
