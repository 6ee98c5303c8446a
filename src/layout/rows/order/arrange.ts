import type { Nest } from './board.ts';

/**
 * One layer in the order of keys, clusters by the mean of what they hold. What has no key keeps its
 * place. Among the places that clusters get, sibling clusters stand in their global order, `rank`.
 * What has the same key stays as it is, or with `flip` is turned round: that leads out of dead ends.
 */
export function arrange(
  nest: Nest,
  row: ArrayLike<number>,
  keys: Float64Array,
  rank: readonly number[],
  flip = false,
): number[] {
  const out: number[] = [];
  arrangeInto(out, nest, 0, row, keys, rank, flip);
  return out;
}

/** Adds what a nest holds, which stands in the row from a place on. */
function arrangeInto(
  out: number[],
  nest: Nest,
  from: number,
  row: ArrayLike<number>,
  keys: Float64Array,
  rank: readonly number[],
  flip: boolean,
): void {
  if (nest.nests.length === 0) {
    const start = out.length;
    for (let place = from; place < from + nest.size; place++) out.push(row[place] ?? 0);
    sortItems(out, start, keys, flip);
    return;
  }
  // Entries from left to right: an item, or a nest as its place among the nests, below 0.
  const entries: number[] = [];
  const entryKeys: number[] = [];
  const starts: number[] = [];
  for (let place = from; place < from + nest.size; ) {
    const item = row[place] ?? 0;
    const index = nest.inner[item] ?? -1;
    const inner = nest.nests[index];
    if (inner) starts[index] = place;
    entries.push(inner ? -1 - index : item);
    entryKeys.push(inner ? nestKey(inner, keys) : (keys[item] ?? Number.NaN));
    place += inner ? inner.size : 1;
  }
  sortByKey(entries, entryKeys, flip);
  const ranked = [...nest.nests.keys()].sort(
    (a, b) => (rank[nest.nests[a]?.cluster ?? 0] ?? 0) - (rank[nest.nests[b]?.cluster ?? 0] ?? 0),
  );
  let next = 0;
  for (const entry of entries) {
    if (entry >= 0) {
      out.push(entry);
      continue;
    }
    const index = ranked[next++] ?? 0;
    const inner = nest.nests[index];
    if (inner) arrangeInto(out, inner, starts[index] ?? 0, row, keys, rank, flip);
  }
}

/** Sorts entries that have a key among the places of such; by insertion, for they nearly are. */
function sortByKey(entries: number[], keys: number[], flip: boolean): void {
  for (let i = 1; i < entries.length; i++) {
    const [entry, key] = [entries[i] ?? 0, keys[i] ?? 0];
    if (Number.isNaN(key)) continue;
    let hole = i;
    for (let j = i - 1; j >= 0; j--) {
      const other = keys[j] ?? 0;
      if (Number.isNaN(other)) continue;
      if (flip ? other < key : other <= key) break;
      entries[hole] = entries[j] ?? 0;
      keys[hole] = other;
      hole = j;
    }
    entries[hole] = entry;
    keys[hole] = key;
  }
}

/** The same for items alone, from a place of a list on. */
function sortItems(items: number[], start: number, keys: Float64Array, flip: boolean): void {
  for (let i = start + 1; i < items.length; i++) {
    const item = items[i] ?? 0;
    const key = keys[item] ?? 0;
    if (Number.isNaN(key)) continue;
    let hole = i;
    for (let j = i - 1; j >= start; j--) {
      const at = items[j] ?? 0;
      const other = keys[at] ?? 0;
      if (Number.isNaN(other)) continue;
      if (flip ? other < key : other <= key) break;
      items[hole] = at;
      hole = j;
    }
    items[hole] = item;
  }
}

/** The mean of the keys of all that a nest holds; NaN when none has one. */
export function nestKey({ all }: Nest, keys: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const item of all) {
    const key = keys[item] ?? Number.NaN;
    if (Number.isNaN(key)) continue;
    sum += key;
    count += 1;
  }
  return sum / count;
}
