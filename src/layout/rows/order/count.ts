import type { Board, Order } from './board.ts';

/** What orders are compared by: a crossing weighs 2, a box between the ends of a flat edge 5. */
export const COST = { crossing: 2, apart: 5 };

/**
 * Crossings between two sets of places, the first belonging to the left of two neighbours: pairs in
 * which the left one's line ends further right. Both lists are sorted.
 */
export function pairCrossings(left: readonly number[], right: readonly number[]): number {
  let count = 0;
  let j = 0;
  for (let i = 0; i < left.length; i++) {
    const place = left[i] ?? 0;
    while (j < right.length && (right[j] ?? 0) < place) j++;
    count += j;
  }
  return count;
}

/**
 * Crossings between a layer and the one below it, counted with an accumulator tree (Barth, Jünger,
 * Mutzel 2002).
 */
export function gapCrossings({ below }: Board, { rows, at }: Order, layer: number): number {
  const upper = rows[layer] ?? [];
  const width = rows[layer + 1]?.length ?? 0;
  if (width < 2) return 0;
  let first = 1;
  while (first < width) first *= 2;
  const tree = new Int32Array(2 * first);
  let count = 0;
  for (const item of upper) {
    const places = (below[item] ?? []).map((other) => at[other] ?? 0);
    if (places.length > 1) places.sort((a, b) => a - b);
    for (const place of places) {
      for (let index = place + first; index > 0; index >>= 1) {
        if (index > 1 && (index & 1) === 0) count += tree[index + 1] ?? 0;
        tree[index] = (tree[index] ?? 0) + 1;
      }
    }
  }
  return count;
}

/** The cost of the flat edges of a layer whose ends are not neighbours. */
export function flatCost({ flats }: Board, { at }: Order, layer: number): number {
  let cost = 0;
  for (const { source, target } of flats[layer] ?? []) {
    cost += COST.apart * (Math.abs((at[source] ?? 0) - (at[target] ?? 0)) - 1);
  }
  return cost;
}

export function orderCost(board: Board, order: Order): number {
  let cost = 0;
  for (let layer = 0; layer < order.rows.length; layer++) {
    cost += COST.crossing * gapCrossings(board, order, layer) + flatCost(board, order, layer);
  }
  return cost;
}
