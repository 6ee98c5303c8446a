import type { Board, Nest, Order } from './board.ts';
import { COST, flatCost, pairCrossings, placesOf } from './count.ts';

/** Changes the order within one layer while its neighbours stay. */
export interface Exchange {
  /** Swaps neighbours for as long as that helps; returns what the cost fell by. */
  settle(): number;
  /** Moves each entry to its best place among its siblings; returns what the cost fell by. */
  sift(): number;
}

/** What a nest holds directly, from left to right: how many items each entry has, clusters negative. */
type Entries = number[];

/**
 * Sets up exchanges in a layer. Clusters keep their order among each other, loose items may pass
 * them; what stands within a cluster is exchanged likewise.
 */
export function exchangeIn(board: Board, order: Order, layer: number): Exchange {
  const { above, below } = board;
  const { at } = order;
  const row = order.rows[layer] ?? new Int32Array(0);
  const { above: upper, below: lower } = board.scratch;
  placesOf(row, above, at, upper);
  placesOf(row, below, at, lower);
  const hasFlats = (board.flats[layer] ?? []).length > 0;

  /** What the crossings cost more when the entries at two neighbouring stretches change places. */
  const crossingChange = (start: number, middle: number, end: number): number => {
    let crossings = 0;
    for (let i = start; i < middle; i++) {
      const a = row[i] ?? 0;
      for (let j = middle; j < end; j++) {
        const b = row[j] ?? 0;
        crossings += pairCrossings(upper, above, b, a) - pairCrossings(upper, above, a, b);
        crossings += pairCrossings(lower, below, b, a) - pairCrossings(lower, below, a, b);
      }
    }
    return COST.crossing * crossings;
  };

  /** Lets two neighbouring stretches change places. */
  const rotate = (start: number, middle: number, end: number): void => {
    const moved = row.slice(start, middle);
    row.copyWithin(start, middle, end);
    row.set(moved, start + end - middle);
    for (let place = start; place < end; place++) at[row[place] ?? 0] = place;
  };

  /** Swaps an entry that starts at a place with the next; returns the change of the cost. */
  const swap = (entries: Entries, index: number, start: number): number => {
    const [left, right] = [entries[index] ?? 0, entries[index + 1] ?? 0];
    const middle = start + Math.abs(left);
    const end = middle + Math.abs(right);
    const before = hasFlats ? flatCost(board, order, layer) : 0;
    const change = crossingChange(start, middle, end);
    rotate(start, middle, end);
    entries[index] = right;
    entries[index + 1] = left;
    return hasFlats ? change + flatCost(board, order, layer) - before : change;
  };

  const canSwap = (entries: Entries, index: number): boolean =>
    index >= 0 &&
    index + 1 < entries.length &&
    ((entries[index] ?? 0) > 0 || (entries[index + 1] ?? 0) > 0);

  const settle = (entries: Entries, from: number): number => {
    let gain = 0;
    for (let pass = 0, changed = true; changed && pass < 6; pass++) {
      changed = false;
      let start = from;
      for (let index = 0; index + 1 < entries.length; index++) {
        const left = Math.abs(entries[index] ?? 0);
        if (canSwap(entries, index)) {
          const end = start + left + Math.abs(entries[index + 1] ?? 0);
          if (hasFlats || crossingChange(start, start + left, end) < 0) {
            const change = swap(entries, index, start);
            if (change < 0) {
              gain -= change;
              changed = true;
            } else swap(entries, index, start);
          }
        }
        start += Math.abs(entries[index] ?? 0);
      }
    }
    return gain;
  };

  /** Moves one entry through all its possible places, and to the best. Returns the gain. */
  const siftOne = (entries: Entries, from: number, index: number): number => {
    const size = Math.abs(entries[index] ?? 0);
    let start = from;
    for (let i = 0; i < index; i++) start += Math.abs(entries[i] ?? 0);
    let at = index;
    let change = 0;
    let best = { change: 0, index };
    const step = (by: 1 | -1): void => {
      if (by > 0) {
        const passed = Math.abs(entries[at + 1] ?? 0);
        change += swap(entries, at, start);
        start += passed;
      } else {
        start -= Math.abs(entries[at - 1] ?? 0);
        change += swap(entries, at - 1, start);
      }
      at += by;
    };
    for (const by of [1, -1] as const) {
      while (canSwap(entries, by > 0 ? at : at - 1)) {
        step(by);
        if (change < best.change) best = { change, index: at };
      }
      while (at !== index) step(at > index ? -1 : 1);
      change = 0;
    }
    while (at !== best.index) step(at > best.index ? -1 : 1);
    return size === 0 ? 0 : -best.change;
  };

  /** Sifts every entry once, each found again by its first item. */
  const sift = (entries: Entries, from: number): number => {
    let gain = 0;
    const firsts: number[] = [];
    let start = from;
    for (const entry of entries) {
      firsts.push(row[start] ?? 0);
      start += Math.abs(entry);
    }
    for (const first of firsts) {
      let place = from;
      let index = 0;
      while (index < entries.length && row[place] !== first) {
        place += Math.abs(entries[index] ?? 0);
        index += 1;
      }
      if (index < entries.length) gain += siftOne(entries, from, index);
    }
    return gain;
  };

  const inAll = (
    nest: Nest,
    from: number,
    act: (entries: Entries, from: number) => number,
  ): number => {
    if (nest.nests.length === 0) {
      return nest.size > 1
        ? act(
            Array.from(nest.items, () => 1),
            from,
          )
        : 0;
    }
    let gain = 0;
    const entries: Entries = [];
    for (let place = from; place < from + nest.size; ) {
      const inner = nest.inner.get(row[place] ?? 0);
      if (inner) gain += inAll(inner, place, act);
      entries.push(inner ? -inner.size : 1);
      place += inner ? inner.size : 1;
    }
    return gain + act(entries, from);
  };
  const nest = board.nests[layer];
  return {
    settle: () => (nest ? inAll(nest, 0, settle) : 0),
    sift: () => (nest ? inAll(nest, 0, sift) : 0),
  };
}
