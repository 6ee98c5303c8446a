import { arrange, nestKey } from './arrange.ts';
import { type Board, type Links, type Nest, type Order, setRow } from './board.ts';

/** Where the things that an item is joined to stand, on average. */
export type Measure = 'barycentre' | 'median';

export interface SweepOptions {
  readonly down: boolean;
  readonly measure: Measure;
  /** Turns round what has the same key. */
  readonly flip: boolean;
}

/**
 * One sweep: every layer in turn is ordered by where its items' neighbours stand in the layer
 * before it, from top to bottom or back. Returns the keys by which it did so.
 */
export function sweep(
  board: Board,
  order: Order,
  { down, measure, flip }: SweepOptions,
): Float64Array {
  const count = order.rows.length;
  const keys = new Float64Array(order.at.length).fill(Number.NaN);
  const near = down ? board.above : board.below;
  for (let step = 0; step < count; step++) {
    const layer = down ? step : count - 1 - step;
    const [row, nest] = [order.rows[layer], board.nests[layer]];
    if (!row || !nest) continue;
    if (step > 0) {
      for (const item of row) keys[item] = keyOf(near, item, order.at, measure);
      for (const item of row) {
        if (!Number.isNaN(keys[item])) continue;
        const [partner] = board.beside[item] ?? [];
        if (partner !== undefined) keys[item] = keys[partner] ?? Number.NaN;
      }
    }
    setRow(order, layer, arrange(nest, row, keys, order.rank, flip));
  }
  return keys;
}

function keyOf({ from, to }: Links, item: number, at: Int32Array, measure: Measure): number {
  const [start, end] = [from[item] ?? 0, from[item + 1] ?? 0];
  const count = end - start;
  if (count === 0) return Number.NaN;
  if (count === 1) return at[to[start] ?? 0] ?? 0;
  if (measure === 'barycentre' || count === 2) {
    let sum = 0;
    for (let i = start; i < end; i++) sum += at[to[i] ?? 0] ?? 0;
    return sum / count;
  }
  const places = Array.from(to.subarray(start, end), (other) => at[other] ?? 0);
  places.sort((a, b) => a - b);
  const middle = count >> 1;
  if (count % 2 === 1) return places[middle] ?? 0;
  const [low, high] = [places[middle - 1] ?? 0, places[middle] ?? 0];
  // Between the two medians, nearer to where the places are close together (Gansner et al. 1993).
  const left = low - (places[0] ?? 0);
  const right = (places.at(-1) ?? 0) - high;
  return left + right === 0 ? (low + high) / 2 : (low * right + high * left) / (left + right);
}

/**
 * The global order of sibling clusters for the next sweep: by the mean of their keys over all
 * layers, as shares of a layer's width.
 */
export function rankClusters(board: Board, order: Order, keys: Float64Array): void {
  const sums = new Map<number, { sum: number; count: number }>();
  const add = (nest: Nest, width: number): void => {
    for (const inner of nest.nests) {
      const key = nestKey(inner, keys);
      if (!Number.isNaN(key)) {
        const total = sums.get(inner.cluster) ?? { sum: 0, count: 0 };
        sums.set(inner.cluster, { sum: total.sum + key / width, count: total.count + 1 });
      }
      add(inner, width);
    }
  };
  for (const [layer, nest] of board.nests.entries()) {
    if (nest.nests.length > 0) add(nest, Math.max(1, order.rows[layer]?.length ?? 1));
  }
  const count = Math.max(1, order.rank.length);
  const means = order.rank.map((rank, cluster) => {
    const total = sums.get(cluster);
    return total ? total.sum / total.count : rank / count;
  });
  const sorted = [...order.rank.keys()].sort(
    (a, b) => (means[a] ?? 0) - (means[b] ?? 0) || (order.rank[a] ?? 0) - (order.rank[b] ?? 0),
  );
  for (const [rank, cluster] of sorted.entries()) order.rank[cluster] = rank;
}
