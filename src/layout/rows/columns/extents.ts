import type { Graph } from '../graph/graph.ts';
import type { Item } from '../layers/layers.ts';
import { loopRoom } from '../loops/loops.ts';

/** How far an item reaches to the left and right of its middle. */
export interface Extent {
  readonly left: number;
  readonly right: number;
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
