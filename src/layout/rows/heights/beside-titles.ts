import type { Channel } from '../channels/channels.ts';
import type { Draft } from '../draft.ts';
import { around } from '../graph/graph.ts';
import { opensAtLabels } from '../layers/title-room.ts';

/** Boundaries whose titles level lines must clear: those along which rows or tracks lie. */
export interface TitleCrossings {
  /** By layer, clusters over whose title's side a flat edge of that layer comes in. */
  readonly rows: readonly ReadonlySet<number>[];
  /** By layer, clusters over whose title's side a line in the gap under it comes in. */
  readonly gaps: readonly ReadonlySet<number>[];
}

/** Where a level line meets the side of a boundary along which its title stands. */
export function titleCrossings(
  { graph, layers, columns }: Draft,
  channels: readonly Channel[],
): TitleCrossings {
  const rows = layers.layers.map(() => new Set<number>());
  const gaps = layers.layers.map(() => new Set<number>());
  for (const { source, target } of graph.turned ? layers.flats : []) {
    const [a, b] = [layers.items[source], layers.items[target]];
    if (!a || !b) continue;
    const right = (columns.x[source] ?? 0) < (columns.x[target] ?? 0) ? b : a;
    const left = right === a ? b : a;
    const shared = new Set(around(graph, left.cluster));
    for (const cluster of around(graph, right.cluster)) {
      if (!shared.has(cluster)) rows[right.layer]?.add(cluster);
    }
  }
  for (const [layer, { spans }] of channels.entries()) {
    for (const [cluster, { title }] of graph.clusters.entries()) {
      const { first, last } = layers.spans[cluster] ?? { first: 0, last: -1 };
      if (layer < first || layer >= last) continue;
      if (!graph.turned && (layer > first || !opensAtLabels(layers, cluster))) continue;
      const left = columns.left[cluster] ?? 0;
      const meets = spans.some(({ from, to }) => from < left + title.width && to > left);
      if (meets) gaps[layer]?.add(cluster);
    }
  }
  return { rows, gaps };
}
