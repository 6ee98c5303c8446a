import type { Board, Nest, Order } from './board.ts';
import { COST, flatCost, pairCrossings } from './count.ts';

/** An item, or all that a cluster holds in the layer, in order. */
interface Entry {
  readonly items: readonly number[];
  readonly isCluster: boolean;
}

/** Changes the order within one layer while its neighbours stay. */
export interface Exchange {
  /** Swaps neighbours for as long as that helps; returns what the cost fell by. */
  settle(): number;
  /** Moves each entry to its best place among its siblings; returns what the cost fell by. */
  sift(): number;
}

/**
 * Sets up exchanges in a layer. Clusters keep their order among each other, loose items may pass
 * them; what stands within a cluster is exchanged likewise.
 */
export function exchangeIn(board: Board, order: Order, layer: number): Exchange {
  const { at } = order;
  const row = order.rows[layer] ?? [];
  const places = (near: readonly (readonly number[])[]) => {
    const lists = new Map<number, number[]>();
    for (const item of row) {
      const list = (near[item] ?? []).map((other) => at[other] ?? 0);
      lists.set(item, list.length > 1 ? list.sort((a, b) => a - b) : list);
    }
    return lists;
  };
  const [above, below] = [places(board.above), places(board.below)];
  const hasFlats = (board.flats[layer] ?? []).length > 0;

  const crossingsOf = (left: number, right: number) =>
    pairCrossings(above.get(left) ?? NONE, above.get(right) ?? NONE) +
    pairCrossings(below.get(left) ?? NONE, below.get(right) ?? NONE);

  /** What the cost changes by when two neighbours change places. */
  const exchangeCost = (left: Entry, right: Entry): number => {
    let crossings = 0;
    for (const a of left.items) {
      for (const b of right.items) crossings += crossingsOf(b, a) - crossingsOf(a, b);
    }
    return COST.crossing * crossings;
  };

  const write = (entries: readonly Entry[], from: number, start: number): void => {
    let place = start;
    for (const { items } of entries.slice(from, from + 2)) {
      for (const item of items) {
        row[place] = item;
        at[item] = place++;
      }
    }
  };

  /** Swaps an entry and the next one; returns the change of the cost. */
  const swap = (entries: Entry[], index: number): number => {
    const [left, right] = [entries[index], entries[index + 1]];
    if (!left || !right) return 0;
    const before = hasFlats ? flatCost(board, order, layer) : 0;
    const start = at[left.items[0] ?? 0] ?? 0;
    const change = exchangeCost(left, right);
    entries[index] = right;
    entries[index + 1] = left;
    write(entries, index, start);
    return hasFlats ? change + flatCost(board, order, layer) - before : change;
  };

  const canSwap = (entries: readonly Entry[], index: number): boolean => {
    const [left, right] = [entries[index], entries[index + 1]];
    return left !== undefined && right !== undefined && !(left.isCluster && right.isCluster);
  };

  const settle = (entries: Entry[]): number => {
    let gain = 0;
    for (let pass = 0, changed = true; changed && pass < 6; pass++) {
      changed = false;
      for (let index = 0; index + 1 < entries.length; index++) {
        if (!canSwap(entries, index)) continue;
        const change = swap(entries, index);
        if (change < 0) {
          gain -= change;
          changed = true;
        } else swap(entries, index);
      }
    }
    return gain;
  };

  const siftOne = (entries: Entry[], from: number): number => {
    let best = { change: 0, index: from };
    let index = from;
    let change = 0;
    for (const step of [1, -1]) {
      for (;;) {
        const first = step > 0 ? index : index - 1;
        if (first < 0 || !canSwap(entries, first)) break;
        change += swap(entries, first);
        index += step;
        if (change < best.change) best = { change, index };
      }
      while (index !== from) {
        const back = index > from ? index - 1 : index;
        swap(entries, back);
        index += index > from ? -1 : 1;
      }
      change = 0;
    }
    while (index !== best.index) {
      swap(entries, best.index > index ? index : index - 1);
      index += best.index > index ? 1 : -1;
    }
    return -best.change;
  };

  const sift = (entries: Entry[]): number => {
    let gain = 0;
    for (const entry of [...entries]) gain += siftOne(entries, entries.indexOf(entry));
    return gain;
  };

  const inAll = (nest: Nest, act: (entries: Entry[]) => number): number => {
    let gain = 0;
    for (const inner of nest.nests) gain += inAll(inner, act);
    return gain + act(entriesOf(nest, at));
  };
  const nest = board.nests[layer];
  return {
    settle: () => (nest ? inAll(nest, settle) : 0),
    sift: () => (nest ? inAll(nest, sift) : 0),
  };
}

const NONE: readonly number[] = [];

/** What a nest holds directly, from left to right. */
function entriesOf({ items, nests }: Nest, at: Int32Array): Entry[] {
  const entries: Entry[] = items.map((item) => ({ items: [item], isCluster: false }));
  for (const inner of nests) {
    const held = heldBy(inner).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
    entries.push({ items: held, isCluster: true });
  }
  return entries.sort((a, b) => (at[a.items[0] ?? 0] ?? 0) - (at[b.items[0] ?? 0] ?? 0));
}

function heldBy({ items, nests }: Nest): number[] {
  return [...items, ...nests.flatMap(heldBy)];
}
