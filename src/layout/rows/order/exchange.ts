import type { Board, Nest, Order } from './board.ts';
import { COST, pairChange, placesOf } from './count.ts';

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
  const flats = board.flats[layer] ?? [];

  /** What the crossings cost more when what stands in one stretch comes to stand right of another. */
  const passingChange = (start: number, middle: number, far: number, end: number): number => {
    let crossings = 0;
    for (let i = start; i < middle; i++) {
      const a = row[i] ?? 0;
      for (let j = far; j < end; j++) {
        const b = row[j] ?? 0;
        crossings += pairChange(upper, above.from, a, b) + pairChange(lower, below.from, a, b);
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
    order.crossings.fill(-1, Math.max(0, layer - 1), layer + 1);
  };

  /** Whether there are both, and not both clusters: those stay in their order. */
  const mayPass = (entries: Entries, a: number, b: number): boolean =>
    b in entries && ((entries[a] ?? 0) > 0 || (entries[b] ?? 0) > 0);

  /** Moves an entry that starts at a place to another index; what lies between makes room. */
  const move = (entries: Entries, index: number, start: number, to: number): void => {
    const [own = 0] = entries.splice(index, 1);
    entries.splice(to, 0, own);
    const size = Math.abs(own);
    let between = 0;
    for (let i = Math.min(index, to); i <= Math.max(index, to); i++) {
      if (i !== to) between += Math.abs(entries[i] ?? 0);
    }
    if (to > index) rotate(start, start + size, start + size + between);
    else rotate(start - between, start, start + size);
  };

  /** What flat edges cost more when what stands in a stretch moves by so many places. */
  const flatChange = (start: number, end: number, by: number): number => {
    const moved = (item: number): number => {
      const place = at[item] ?? 0;
      if (place >= start && place < end) return place + by;
      if (place >= end && place < end + by) return place - (end - start);
      return place < start && place >= start + by ? place + (end - start) : place;
    };
    let change = 0;
    for (const { source, target } of flats) {
      const before = Math.abs((at[source] ?? 0) - (at[target] ?? 0));
      change += COST.apart * (Math.abs(moved(source) - moved(target)) - before);
    }
    return change;
  };

  const settle = (entries: Entries, from: number): number => {
    let gain = 0;
    for (let pass = 0, changed = true; changed && pass < 6; pass++) {
      changed = false;
      let start = from;
      for (let index = 0; index + 1 < entries.length; index++) {
        if (mayPass(entries, index, index + 1)) {
          const middle = start + Math.abs(entries[index] ?? 0);
          const end = middle + Math.abs(entries[index + 1] ?? 0);
          const change =
            passingChange(start, middle, middle, end) + flatChange(start, middle, end - middle);
          if (change < 0) {
            move(entries, index, start, index + 1);
            gain -= change;
            changed = true;
          }
        }
        start += Math.abs(entries[index] ?? 0);
      }
    }
    return gain;
  };

  /**
   * Finds the best of all possible places of one entry, and moves it there. Returns the gain. What an
   * entry crosses more beyond another depends on the two alone, so nothing moves before that is known.
   */
  const siftOne = (entries: Entries, from: number, index: number): number => {
    let start = from;
    for (let i = 0; i < index; i++) start += Math.abs(entries[i] ?? 0);
    const end = start + Math.abs(entries[index] ?? 0);
    let best = { change: 0, to: index };
    for (const by of [1, -1] as const) {
      let crossings = 0;
      let place = by > 0 ? end : start;
      for (let to = index + by; mayPass(entries, index, to); to += by) {
        const next = place + by * Math.abs(entries[to] ?? 0);
        crossings +=
          by > 0 ? passingChange(start, end, place, next) : passingChange(next, place, start, end);
        place = next;
        const change = crossings + flatChange(start, end, by > 0 ? place - end : place - start);
        if (change < best.change) best = { change, to };
      }
    }
    if (best.to !== index) move(entries, index, start, best.to);
    return -best.change;
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
      const inner = nest.nests[nest.inner[row[place] ?? 0] ?? -1];
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
