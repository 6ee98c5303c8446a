import { arrange, nestKey } from './arrange.ts';
import { type Board, type Links, type Nest, type Order, setRow } from './board.ts';

/** What an order begins with: model order, a walk down or up the edges, or model order mirrored. */
export type Start = 'model' | 'down' | 'up' | 'back';

/** A first order of all layers. */
export function startOrder(board: Board, start: Start): Order {
  const { items, layers, spans } = board.layers;
  const keys = keysFor(board, start);
  const order: Order = {
    rows: layers.map(({ items: row }) => Int32Array.from(row)),
    at: new Int32Array(items.length),
    rank: rankBy(board, keys, spans.length),
    stale: new Uint8Array(layers.length).fill(1),
    crossings: new Int32Array(layers.length).fill(-1),
  };
  for (const row of order.rows) for (const [place, item] of row.entries()) order.at[item] = place;
  for (const [layer, nest] of board.nests.entries()) {
    setRow(order, layer, arrange(nest, nest.all, keys, order.rank));
  }
  return order;
}

function keysFor(board: Board, start: Start): Float64Array {
  switch (start) {
    case 'model':
      return modelKeys(board);
    case 'back':
      return modelKeys(board).map((key) => -key);
    case 'down':
    case 'up':
      return visitKeys(board, start);
  }
}

/** So many lines at one box are a fan. */
const FAN = 6;

/**
 * Boxes by their place in the model; what lies on an edge between those of its ends, or on one of a fan
 * where its tip is: a line to the second row of a fan passes between two boxes of the first.
 */
function modelKeys({ layers }: Board): Float64Array {
  const keys = Float64Array.from(layers.items, ({ node }) => (node < 0 ? Number.NaN : node));
  const degree = new Int32Array(layers.items.length);
  for (const chain of layers.chains) {
    for (const end of [chain[0], chain.at(-1)])
      if (end !== undefined) degree[end] = (degree[end] ?? 0) + 1;
  }
  for (const chain of layers.chains) {
    const [upper, lower] = [chain[0] ?? 0, chain.at(-1) ?? 0];
    let [from, to] = [keys[upper] ?? 0, keys[lower] ?? 0];
    const [out, into] = [degree[upper] ?? 0, degree[lower] ?? 0];
    if (into === 1 && out >= FAN) from = to;
    else if (out === 1 && into >= FAN) to = from;
    for (const [index, item] of chain.entries()) {
      if (index === 0 || index === chain.length - 1) continue;
      keys[item] = from + ((to - from) * index) / (chain.length - 1);
    }
  }
  return keys;
}

/** In the order in which a walk along the edges, depth first, comes past. */
function visitKeys({ layers, above, below }: Board, start: 'down' | 'up'): Float64Array {
  const [near, back] = start === 'down' ? [below, above] : [above, below];
  const keys = new Float64Array(layers.items.length).fill(Number.NaN);
  let next = 0;
  const visit = (root: number): void => {
    const path = [root];
    for (let item = path.pop(); item !== undefined; item = path.pop()) {
      if (!Number.isNaN(keys[item])) continue;
      keys[item] = next++;
      path.push(...linked(near, item).toReversed());
    }
  };
  for (const item of layers.items.keys()) if (linked(back, item).length === 0) visit(item);
  for (const item of layers.items.keys()) visit(item);
  return keys;
}

function linked({ from, to }: Links, item: number): number[] {
  return [...to.subarray(from[item] ?? 0, from[item + 1] ?? 0)];
}

/** Sibling clusters by the mean of the keys of what they hold. */
function rankBy({ nests }: Board, keys: Float64Array, count: number): number[] {
  const sums = new Float64Array(count);
  const counts = new Float64Array(count);
  const visit = (nest: Nest): void => {
    for (const inner of nest.nests) {
      const key = nestKey(inner, keys);
      if (!Number.isNaN(key)) {
        sums[inner.cluster] = (sums[inner.cluster] ?? 0) + key;
        counts[inner.cluster] = (counts[inner.cluster] ?? 0) + 1;
      }
      visit(inner);
    }
  };
  for (const nest of nests) visit(nest);
  const mean = (cluster: number) => (sums[cluster] ?? 0) / Math.max(1, counts[cluster] ?? 0);
  const sorted = Array.from({ length: count }, (_, cluster) => cluster).sort(
    (a, b) => mean(a) - mean(b) || a - b,
  );
  const rank: number[] = [];
  for (const [place, cluster] of sorted.entries()) rank[cluster] = place;
  return rank;
}
