import { bordersBetween, OUTSIDE } from '../graph/graph.ts';
import { titleRoom } from '../layers/title-room.ts';
import type { Ordered } from '../ordered.ts';
import type { Variables } from './separate.ts';

/** What stands next to an item in its layer: another item, or the border of a boundary. */
export interface Obstacle {
  readonly variable: number;
  /** How far it reaches from the variable towards the item. */
  readonly reach: number;
}

export interface Neighbours {
  readonly left: Obstacle | undefined;
  readonly right: Obstacle | undefined;
}

/** By item, what stands at its left and right; the borders of its own boundary come before others. */
export function neighboursOf(
  { graph, layers, rows }: Ordered,
  extents: readonly { readonly left: number; readonly right: number }[],
  variables: Variables,
): Neighbours[] {
  const found: { left: Obstacle | undefined; right: Obstacle | undefined }[] = layers.items.map(
    () => ({ left: undefined, right: undefined }),
  );
  const clusterOf = (item: number | undefined) => layers.items[item ?? -1]?.cluster ?? OUTSIDE;
  for (const [layer, row] of rows.entries()) {
    for (let index = 0; index <= row.length; index++) {
      const [left, right] = [row[index - 1], row[index]];
      const [from, to] = [clusterOf(left), clusterOf(right)];
      const { closing, opening } = bordersBetween(graph, from, to);
      const atLeft = found[left ?? -1];
      const atRight = found[right ?? -1];
      const [innerClosing, innerOpening] = [closing[0], opening[0]];
      const [outerClosing, outerOpening] = [closing.at(-1), opening.at(-1)];
      if (atLeft) {
        if (innerClosing !== undefined) atLeft.right = border(variables.right(innerClosing), 0);
        else if (outerOpening !== undefined) atLeft.right = border(variables.left(outerOpening), 0);
        else if (right !== undefined) {
          atLeft.right = { variable: right, reach: extents[right]?.left ?? 0 };
        }
      }
      if (atRight) {
        if (innerOpening !== undefined) {
          const title = titleRoom(graph, layers, innerOpening, layer);
          atRight.left = border(variables.left(innerOpening), title);
        } else if (outerClosing !== undefined) {
          atRight.left = border(variables.right(outerClosing), 0);
        } else if (left !== undefined) {
          atRight.left = { variable: left, reach: extents[left]?.right ?? 0 };
        }
      }
    }
  }
  return found;
}

function border(variable: number, reach: number): Obstacle {
  return { variable, reach };
}
