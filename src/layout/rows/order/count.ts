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
 * Crossings of the lines of two neighbours on one side: pairs in which the left one's line ends
 * further right. Both lists of places are sorted.
 */
export function pairCrossings(
  places: Int32Array,
  { from }: Links,
  left: number,
  right: number,
): number {
  const [first, last] = [from[right] ?? 0, from[right + 1] ?? 0];
  if (first === last) return 0;
  let count = 0;
  let j = first;
  for (let i = from[left] ?? 0; i < (from[left + 1] ?? 0); i++) {
    const place = places[i] ?? 0;
    while (j < last && (places[j] ?? 0) < place) j++;
    count += j - first;
  }
  return count;
}

/** Crossings between a layer and the one below it: inversions among the places of lower ends. */
export function gapCrossings({ below }: Board, { rows, at }: Order, layer: number): number {
  const upper = rows[layer];
  const width = rows[layer + 1]?.length ?? 0;
  if (!upper || upper.length < 2 || width < 2) return 0;
  const sequence: number[] = [];
  for (let index = 0; index < upper.length; index++) {
    const item = upper[index] ?? 0;
    const start = sequence.length;
    for (let i = below.from[item] ?? 0; i < (below.from[item + 1] ?? 0); i++) {
      const place = at[below.to[i] ?? 0] ?? 0;
      let j = sequence.length;
      sequence.push(place);
      for (; j > start && (sequence[j - 1] ?? 0) > place; j--) sequence[j] = sequence[j - 1] ?? 0;
      sequence[j] = place;
    }
  }
  return sequence.length <= SHORT ? shortInversions(sequence) : inversions(sequence, width);
}

function shortInversions(sequence: number[]): number {
  let count = 0;
  for (let i = 1; i < sequence.length; i++) {
    const place = sequence[i] ?? 0;
    for (let j = 0; j < i; j++) if ((sequence[j] ?? 0) > place) count++;
  }
  return count;
}

/** With an accumulator tree (Barth, Jünger, Mutzel 2002). */
function inversions(sequence: readonly number[], width: number): number {
  let first = 1;
  while (first < width) first *= 2;
  const tree = new Int32Array(2 * first);
  let count = 0;
  for (const place of sequence) {
    for (let index = place + first; index > 0; index >>= 1) {
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
