import { OUTSIDE } from '../graph/graph.ts';
import type { Layers } from '../layers/layers.ts';

/** What stays the same while layers are put in order. */
export interface Board {
  readonly layers: Layers;
  /** By item, the items that it is joined to in the layer above, and below. */
  readonly above: readonly (readonly number[])[];
  readonly below: readonly (readonly number[])[];
  /** By item, those that it is joined to in its own layer. */
  readonly beside: readonly (readonly number[])[];
  /** By layer, how its items are nested. */
  readonly nests: readonly Nest[];
  /** By layer, its flat edges. */
  readonly flats: readonly (readonly Layers['flats'][number][])[];
}

/** What one cluster holds in one layer. */
export interface Nest {
  readonly cluster: number;
  readonly items: readonly number[];
  readonly nests: readonly Nest[];
}

/** An order of all layers. `at` is by item: its place in its layer. */
export interface Order {
  readonly rows: number[][];
  readonly at: Int32Array;
  /** By cluster, its place among its siblings: the same in every layer, or boxes would collide. */
  readonly rank: number[];
}

export function createBoard(layers: Layers, parents: readonly number[]): Board {
  const above: number[][] = layers.items.map(() => []);
  const below: number[][] = layers.items.map(() => []);
  const beside: number[][] = layers.items.map(() => []);
  for (const { upper, lower } of layers.segments) {
    above[lower]?.push(upper);
    below[upper]?.push(lower);
  }
  const flats: Layers['flats'][number][][] = layers.layers.map(() => []);
  for (const flat of layers.flats) {
    beside[flat.source]?.push(flat.target);
    beside[flat.target]?.push(flat.source);
    flats[layers.items[flat.source]?.layer ?? 0]?.push(flat);
  }
  const nests = layers.layers.map(({ items }) => nestOf(layers, items, parents));
  return { layers, above, below, beside, nests, flats };
}

export function copyOrder({ rows, at, rank }: Order): Order {
  return { rows: rows.map((row) => [...row]), at: at.slice(), rank: [...rank] };
}

/** Writes the places of a layer's items after the layer has changed. */
export function renumber({ rows, at }: Order, layer: number): void {
  const row = rows[layer] ?? [];
  for (let i = 0; i < row.length; i++) at[row[i] ?? 0] = i;
}

function nestOf(layers: Layers, items: readonly number[], parents: readonly number[]): Nest {
  interface Draft {
    cluster: number;
    items: number[];
    nests: Draft[];
  }
  const root: Draft = { cluster: OUTSIDE, items: [], nests: [] };
  const drafts = new Map<number, Draft>([[OUTSIDE, root]]);
  const draftOf = (cluster: number): Draft => {
    const known = drafts.get(cluster);
    if (known) return known;
    const draft: Draft = { cluster, items: [], nests: [] };
    drafts.set(cluster, draft);
    draftOf(parents[cluster] ?? OUTSIDE).nests.push(draft);
    return draft;
  };
  for (const item of items) draftOf(layers.items[item]?.cluster ?? OUTSIDE).items.push(item);
  return root;
}
