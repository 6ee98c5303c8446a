import { OUTSIDE } from '../graph/graph.ts';
import type { Flat, Layers } from '../layers/layers.ts';

/** What stays the same while layers are put in order. Arrays of numbers, for speed. */
export interface Board {
  readonly layers: Layers;
  readonly above: Links;
  readonly below: Links;
  /** By item, those that it is joined to in its own layer. */
  readonly beside: readonly (readonly number[])[];
  /** By layer, how its items are nested. */
  readonly nests: readonly Nest[];
  /** By layer, its flat edges. */
  readonly flats: readonly (readonly Flat[])[];
  readonly scratch: Scratch;
}

/** Room that is used again and again; its content is of no account. */
export interface Scratch {
  /** For the places of what items are joined to. */
  readonly above: Int32Array;
  readonly below: Int32Array;
  /** For the places in a layer of the ends of all lines of a gap, and to count them by place. */
  readonly ends: Int32Array;
  readonly counts: Int32Array;
}

/** The items that each item is joined to in one direction: those of `i` are at `from[i]` up to `from[i + 1]`. */
export interface Links {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** What one cluster holds in one layer. */
export interface Nest {
  readonly cluster: number;
  readonly items: readonly number[];
  readonly nests: readonly Nest[];
  /** The items, and those of inner nests. */
  readonly all: readonly number[];
  readonly size: number;
  /** By item that it holds, which of the inner nests holds that; −1 for what it holds directly. */
  readonly inner: Int32Array;
}

/** An order of all layers. */
export interface Order {
  readonly rows: readonly Int32Array[];
  /** By item, its place in its layer. */
  readonly at: Int32Array;
  /** By cluster, its place among its siblings: the same in every layer, or boxes would collide. */
  readonly rank: number[];
  /** By layer, whether it or one next to it has changed since its neighbours were exchanged without gain. */
  readonly stale: Uint8Array;
  /** By layer, the crossings under it; −1 when they have not been counted since either side changed. */
  readonly crossings: Int32Array;
}

export function createBoard(layers: Layers, parents: readonly number[]): Board {
  const beside: number[][] = layers.items.map(() => []);
  const flats: Flat[][] = layers.layers.map(() => []);
  for (const flat of layers.flats) {
    beside[flat.source]?.push(flat.target);
    beside[flat.target]?.push(flat.source);
    flats[layers.items[flat.source]?.layer ?? 0]?.push(flat);
  }
  const inner: Int32Array[] = [];
  const widest = Math.max(1, ...layers.layers.map(({ items }) => items.length));
  return {
    layers,
    above: linksOf(layers, 'lower', 'upper'),
    below: linksOf(layers, 'upper', 'lower'),
    beside,
    nests: layers.layers.map(({ items }) => nestOf(layers, items, parents, inner)),
    flats,
    scratch: {
      above: new Int32Array(layers.segments.length),
      below: new Int32Array(layers.segments.length),
      ends: new Int32Array(layers.segments.length),
      counts: new Int32Array(4 * widest),
    },
  };
}

function linksOf(
  { items, segments }: Layers,
  own: 'upper' | 'lower',
  far: 'upper' | 'lower',
): Links {
  const from = new Int32Array(items.length + 1);
  for (const segment of segments) from[segment[own] + 1] = (from[segment[own] + 1] ?? 0) + 1;
  for (let item = 0; item < items.length; item++) {
    from[item + 1] = (from[item + 1] ?? 0) + (from[item] ?? 0);
  }
  const next = from.slice();
  const to = new Int32Array(segments.length);
  for (const segment of segments) {
    const place = next[segment[own]] ?? 0;
    to[place] = segment[far];
    next[segment[own]] = place + 1;
  }
  return { from, to };
}

export function copyOrder({ rows, at, rank, stale, crossings }: Order): Order {
  return {
    rows: rows.map((row) => row.slice()),
    at: at.slice(),
    rank: [...rank],
    stale: stale.slice(),
    crossings: crossings.slice(),
  };
}

/** Puts a layer in another order. */
export function setRow(order: Order, layer: number, items: ArrayLike<number>): void {
  const { rows, at } = order;
  const row = rows[layer];
  if (!row) return;
  let changed = false;
  for (let place = 0; place < row.length; place++) {
    const item = items[place] ?? 0;
    if (row[place] === item) continue;
    row[place] = item;
    at[item] = place;
    changed = true;
  }
  if (changed) markChanged(order, layer);
}

/** Notes that a layer has changed, for itself and for those next to it. */
export function markChanged({ stale, crossings }: Order, layer: number): void {
  stale.fill(1, Math.max(0, layer - 1), layer + 2);
  crossings.fill(-1, Math.max(0, layer - 1), layer + 1);
}

/** How the items of a layer are nested; `innerAt` has for each depth which nest holds an item. */
function nestOf(
  layers: Layers,
  items: readonly number[],
  parents: readonly number[],
  innerAt: Int32Array[],
): Nest {
  const own = Map.groupBy(items, (item) => layers.items[item]?.cluster ?? OUTSIDE);
  const clusters = new Set(own.keys());
  for (const cluster of clusters) {
    if (cluster !== OUTSIDE) clusters.add(parents[cluster] ?? OUTSIDE);
  }
  const children = Map.groupBy(
    [...clusters].filter((cluster) => cluster !== OUTSIDE),
    (cluster) => parents[cluster] ?? OUTSIDE,
  );
  const make = (cluster: number, depth: number): Nest => {
    const nests = (children.get(cluster) ?? []).map((child) => make(child, depth + 1));
    const direct = own.get(cluster) ?? [];
    const inner = innerAt[depth] ?? new Int32Array(layers.items.length).fill(-1);
    innerAt[depth] = inner;
    for (const [index, nest] of nests.entries()) for (const item of nest.all) inner[item] = index;
    const all = [...direct, ...nests.flatMap((nest) => nest.all)];
    return { cluster, items: direct, nests, all, size: all.length, inner };
  };
  return make(OUTSIDE, 0);
}
