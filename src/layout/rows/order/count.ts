import type { Board, Links, Order } from './board.ts';

/** What orders are compared by: a crossing weighs 2, a box between the ends of a flat edge 5. */
export const COST = { crossing: 2, apart: 5 };

/** Lists of places up to this long are counted by insertion. */
const SHORT = 24;

/**
 * Writes the places of what each item of a row is joined to into `places`, in the room that `links`
 * gives it, each list sorted.
 */
export function placesOf(
  row: ArrayLike<number>,
  { from, to }: Links,
  at: Int32Array,
  places: Int32Array,
): void {
  for (let index = 0; index < row.length; index++) {
    const item = row[index] ?? 0;
    const [start, end] = [from[item] ?? 0, from[item + 1] ?? 0];
    for (let i = start; i < end; i++) {
      const place = at[to[i] ?? 0] ?? 0;
      let j = i;
      for (; j > start && (places[j - 1] ?? 0) > place; j--) places[j] = places[j - 1] ?? 0;
      places[j] = place;
    }
  }
}

/**
 * What crossings of the lines of two neighbours on one side grow by when the left one comes to stand at
 * the right: pairs whose ends stand in the order of the two, less those in which they do not. The places
 * of the lines of an item start where `from` says; each list is sorted.
 */
export function pairChange(
  places: Int32Array,
  from: Int32Array,
  left: number,
  right: number,
): number {
  const end = from[left + 1] ?? 0;
  const last = from[right + 1] ?? 0;
  const first = from[right] ?? 0;
  let change = 0;
  let before = first;
  let upTo = first;
  for (let i = from[left] ?? 0; i < end; i++) {
    const place = places[i] ?? 0;
    while (before < last && (places[before] ?? 0) < place) before++;
    if (upTo < before) upTo = before;
    while (upTo < last && places[upTo] === place) upTo++;
    change += last - upTo - (before - first);
  }
  return change;
}

/** Crossings between a layer and the one below it: inversions among the places of lower ends. */
export function gapCrossings(board: Board, order: Order, layer: number): number {
  const known = order.crossings[layer] ?? 0;
  if (known >= 0) return known;
  const count = countCrossings(board, order, layer);
  order.crossings[layer] = count;
  return count;
}

function countCrossings(
  { below: { from, to }, scratch: { ends, counts } }: Board,
  { rows, at }: Order,
  layer: number,
): number {
  const upper = rows[layer];
  const width = rows[layer + 1]?.length ?? 0;
  if (!upper || upper.length < 2 || width < 2) return 0;
  let length = 0;
  for (let index = 0; index < upper.length; index++) {
    const item = upper[index] ?? 0;
    const last = from[item + 1] ?? 0;
    const start = length;
    for (let i = from[item] ?? 0; i < last; i++) {
      const place = at[to[i] ?? 0] ?? 0;
      let j = length++;
      for (; j > start && (ends[j - 1] ?? 0) > place; j--) ends[j] = ends[j - 1] ?? 0;
      ends[j] = place;
    }
  }
  return length <= SHORT ? shortInversions(ends, length) : inversions(ends, length, width, counts);
}

function shortInversions(sequence: Int32Array, length: number): number {
  let count = 0;
  for (let i = 1; i < length; i++) {
    const place = sequence[i] ?? 0;
    for (let j = 0; j < i; j++) if ((sequence[j] ?? 0) > place) count++;
  }
  return count;
}

/** With an accumulator tree (Barth, Jünger, Mutzel 2002). */
function inversions(sequence: Int32Array, length: number, width: number, tree: Int32Array): number {
  let first = 1;
  while (first < width) first *= 2;
  tree.fill(0, 0, 2 * first);
  let count = 0;
  for (let at = 0; at < length; at++) {
    for (let index = (sequence[at] ?? 0) + first; index > 0; index >>= 1) {
      if (index > 1 && (index & 1) === 0) count += tree[index + 1] ?? 0;
      tree[index] = (tree[index] ?? 0) + 1;
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
