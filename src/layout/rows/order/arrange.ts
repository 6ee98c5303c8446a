import type { Nest, Order } from './board.ts';

interface Entry {
  readonly nest: Nest | undefined;
  readonly item: number;
  /** NaN for what should stay where it is. */
  readonly key: number;
  /** Where it stands now. */
  readonly at: number;
}

/**
 * Puts one layer in the order of keys, clusters by the mean of what they hold. What has no key keeps
 * its place. Among the places that clusters get, sibling clusters stand in their global order.
 */
export function arrange(
  nest: Nest,
  keys: Float64Array,
  { at, rank }: Pick<Order, 'at' | 'rank'>,
): number[] {
  const entries: Entry[] = nest.items.map((item) => ({
    nest: undefined,
    item,
    key: keys[item] ?? Number.NaN,
    at: at[item] ?? 0,
  }));
  for (const inner of nest.nests) {
    entries.push({ nest: inner, item: -1, key: nestKey(inner, keys), at: firstPlace(inner, at) });
  }
  entries.sort((a, b) => a.at - b.at);
  const moving = entries
    .filter(({ key }) => !Number.isNaN(key))
    .sort((a, b) => a.key - b.key || a.at - b.at);
  let next = 0;
  const placed = entries.map((entry) =>
    Number.isNaN(entry.key) ? entry : (moving[next++] ?? entry),
  );
  const clusters = nest.nests.toSorted((a, b) => (rank[a.cluster] ?? 0) - (rank[b.cluster] ?? 0));
  let cluster = 0;
  return placed.flatMap(({ nest: inner, item }) =>
    inner ? arrange(clusters[cluster++] ?? inner, keys, { at, rank }) : item,
  );
}

/** The mean of the keys of all that a nest holds; NaN when none has one. */
export function nestKey(nest: Nest, keys: Float64Array): number {
  let sum = 0;
  let count = 0;
  const add = ({ items, nests }: Nest): void => {
    for (const item of items) {
      const key = keys[item] ?? Number.NaN;
      if (Number.isNaN(key)) continue;
      sum += key;
      count += 1;
    }
    for (const inner of nests) add(inner);
  };
  add(nest);
  return sum / count;
}

function firstPlace({ items, nests }: Nest, at: Int32Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) least = Math.min(least, at[item] ?? 0);
  for (const inner of nests) least = Math.min(least, firstPlace(inner, at));
  return least;
}
