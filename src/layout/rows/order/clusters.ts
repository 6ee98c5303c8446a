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
  const { spans } = board.layers;
  const first = Math.max(spans[a]?.first ?? 0, spans[b]?.first ?? 0);
  const last = Math.min(spans[a]?.last ?? -1, spans[b]?.last ?? -1);
  if (first > last) return 0;
  const swapRanks = () => {
    const rank = order.rank[a] ?? 0;
    order.rank[a] = order.rank[b] ?? 0;
    order.rank[b] = rank;
  };
  const cost = () => {
    let sum = 0;
    for (let gap = Math.max(0, first - 1); gap <= last; gap++) {
      sum += COST.crossing * gapCrossings(board, order, gap);
    }
    for (let layer = first; layer <= last; layer++) sum += flatCost(board, order, layer);
    return sum;
  };
  const before = cost();
  const rows = order.rows.slice(first, last + 1).map((row) => row.slice());
  const stale = order.stale.slice();
  const crossings = order.crossings.slice();
  swapRanks();
  const keys = Float64Array.from(order.at);
  for (let layer = first; layer <= last; layer++) {
    const [nest, row] = [board.nests[layer], order.rows[layer]];
    if (nest && row) setRow(order, layer, arrange(nest, row, keys, order.rank));
  }
  const change = cost() - before;
  if (change < 0) return change;
  swapRanks();
  for (const [index, row] of rows.entries()) setRow(order, first + index, row);
  order.stale.set(stale);
  order.crossings.set(crossings);
  return 0;
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
