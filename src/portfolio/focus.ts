import type { Rect } from '#layout/geometry.ts';
import type { ViewGraph } from '#views/graph.ts';

/** What a telephone held upright shows of a drawing at nine tenths of its size; pixels of the drawing. */
const SIGHT = 400;

/** A box of the drawing. */
interface Box {
  readonly id: string;
  readonly box: Rect;
}

/**
 * The box that a narrow frame opens on: the dearest, else the one at which most lines end; but one from
 * which at least half as many boxes are in sight as from the best place. None in a drawing without boxes.
 */
export function focusOf(
  { nodes, edges }: Pick<ViewGraph, 'nodes' | 'edges'>,
  boxes: readonly Box[],
  ratios: ReadonlyMap<string, { readonly ratio: number }>,
): string | undefined {
  const inSight = new Map(boxes.map(({ id, box }) => [id, seenFrom(box, boxes)]));
  const lines = (id: string) =>
    edges.filter(({ source, target }) => source === id || target === id).length;
  const most = (measure: (id: string) => number) =>
    nodes
      .map(({ id }) => ({ id, size: measure(id) }))
      .filter(({ size }) => size > 0)
      .toSorted((a, b) => b.size - a.size)[0]?.id;
  const fullest = most((id) => inSight.get(id) ?? 0);
  const enough = fullest === undefined ? 0 : (inSight.get(fullest) ?? 0) / 2;
  const wanted = [most((id) => ratios.get(id)?.ratio ?? 0), most(lines), fullest];
  return wanted.find((id) => id !== undefined && (inSight.get(id) ?? 0) >= enough);
}

/** How many boxes are whole in a frame whose middle is that of this one; a frame shows all of the height. */
function seenFrom({ x, width }: Rect, boxes: readonly Box[]): number {
  const ends = boxes.map(({ box }) => box.x + box.width);
  const from = Math.max(0, Math.min(x + width / 2 - SIGHT / 2, Math.max(...ends) - SIGHT));
  return boxes.filter(({ box }) => box.x >= from && box.x + box.width <= from + SIGHT).length;
}
