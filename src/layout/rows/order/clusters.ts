import { arrange } from './arrange.ts';
import { type Board, type Nest, type Order, setRow } from './board.ts';
import { COST, flatCost, gapCrossings } from './count.ts';

/**
 * Exchanges neighbouring sibling clusters in all layers at once for as long as that lowers the cost;
 * returns what it fell by.
 */
export function exchangeClusters(board: Board, order: Order): number {
  const families = siblings(board);
  let gain = 0;
  for (let pass = 0, changed = true; changed && pass < 4; pass++) {
    changed = false;
    for (const family of families) {
      const sorted = family.toSorted((a, b) => (order.rank[a] ?? 0) - (order.rank[b] ?? 0));
      for (let index = 0; index + 1 < sorted.length; index++) {
        const [a, b] = [sorted[index] ?? 0, sorted[index + 1] ?? 0];
        const change = exchange(board, order, a, b);
        if (change >= 0) continue;
        gain -= change;
        changed = true;
        [sorted[index], sorted[index + 1]] = [b, a];
      }
    }
  }
  return gain;
}

/** Exchanges two clusters if that helps; returns the change of the cost, or 0 if it was undone. */
function exchange(board: Board, order: Order, a: number, b: number): number {
  const layers = layersWith(board, a).filter((layer) => layersWith(board, b).includes(layer));
  const swapRanks = () => {
    [order.rank[a], order.rank[b]] = [order.rank[b] ?? 0, order.rank[a] ?? 0];
  };
  if (layers.length === 0) return 0;
  const gaps = [...new Set(layers.flatMap((layer) => [layer - 1, layer]))].filter((g) => g >= 0);
  const cost = () =>
    gaps.reduce((sum, gap) => sum + COST.crossing * gapCrossings(board, order, gap), 0) +
    layers.reduce((sum, layer) => sum + flatCost(board, order, layer), 0);
  const before = cost();
  const rows = layers.map((layer) => order.rows[layer]?.slice() ?? []);
  swapRanks();
  const keys = Float64Array.from(order.at);
  for (const layer of layers) {
    const nest = board.nests[layer];
    const row = order.rows[layer];
    if (nest && row) setRow(order, layer, arrange(nest, row, keys, order.rank));
  }
  const change = cost() - before;
  if (change < 0) return change;
  swapRanks();
  for (const [index, layer] of layers.entries()) setRow(order, layer, rows[index] ?? []);
  return 0;
}

function layersWith({ layers }: Board, cluster: number): number[] {
  const { first, last } = layers.spans[cluster] ?? { first: 0, last: -1 };
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Clusters that stand side by side in some layer, by what holds them. */
function siblings({ nests }: Board): number[][] {
  const families = new Map<number, Set<number>>();
  const visit = (nest: Nest): void => {
    if (nest.nests.length > 1) {
      const family = families.get(nest.cluster) ?? new Set();
      families.set(nest.cluster, family);
      for (const { cluster } of nest.nests) family.add(cluster);
    }
    for (const inner of nest.nests) visit(inner);
  };
  for (const nest of nests) visit(nest);
  return [...families.values()].map((family) => [...family]);
}
