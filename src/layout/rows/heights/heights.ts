import type { Channel } from '../channels/channels.ts';
import { boxHeight } from '../columns/extents.ts';
import { type Graph, OUTSIDE } from '../graph/graph.ts';
import type { Layer, Layers } from '../layers/layers.ts';
import { SPACING } from '../spacing.ts';

/** Places along the rows: from top to bottom. */
export interface Heights {
  /** By layer, the middle of its items. */
  readonly middle: readonly number[];
  /** By layer, the uppermost track under it. */
  readonly track: readonly number[];
  /** By cluster. */
  readonly top: readonly number[];
  readonly bottom: readonly number[];
  readonly total: number;
}

/**
 * Stacks layers, and under each: closing borders, tracks, opening borders with their titles. A gap
 * without tracks shrinks to the length of an arrow.
 */
export function stackLayers(graph: Graph, layers: Layers, channels: readonly Channel[]): Heights {
  const { clusters } = graph;
  const middle: number[] = [];
  const track: number[] = [];
  const top = clusters.map(() => 0);
  const bottom = clusters.map(() => 0);
  let y = 0;
  for (const [index, layer] of layers.layers.entries()) {
    const opening = padsAbove(graph, layers, index);
    const height = layerHeight(graph, layers, layer);
    y += Math.max(0, ...opening.values());
    for (const [cluster, pad] of opening) top[cluster] = y - pad;
    middle.push(y + height / 2);
    y += height;
    const closing = closeBorders(graph, layers, index, y, top);
    for (const [cluster, at] of closing) bottom[cluster] = at;
    const next = layers.layers[index + 1];
    const borderBelow = Math.max(y, ...closing.values());
    if (!next) {
      y = borderBelow;
      track.push(y);
      break;
    }
    const closes = borderBelow > y;
    const opens = padsAbove(graph, layers, index + 1).size > 0;
    const levels = channels[index]?.levels ?? 0;
    const before = closes ? SPACING.labelGap + 2 : roomBelow(layer);
    const after = opens ? SPACING.labelGap + 2 : roomAbove(next);
    track.push(borderBelow + before);
    y =
      borderBelow + gapHeight(levels, before, after, layer.kind === next.kind && !closes && !opens);
  }
  return { middle, track, top, bottom, total: y };
}

function gapHeight(levels: number, before: number, after: number, plain: boolean): number {
  if (levels > 0) return before + (levels - 1) * SPACING.tracks + after;
  return plain ? before + after : Math.max(before, after, 14);
}

/** From a layer to the first track under it. */
function roomBelow({ kind }: Layer): number {
  return kind === 'boxes' ? SPACING.arrow : SPACING.labelGap;
}

/** From the last track to the layer under it. */
function roomAbove({ kind }: Layer): number {
  return kind === 'boxes' ? SPACING.arrow + 2 : SPACING.labelGap;
}

function layerHeight(graph: Graph, { items }: Layers, layer: Layer): number {
  return Math.max(
    0,
    ...layer.items.map((item) => {
      const node = graph.nodes[items[item]?.node ?? -1];
      return node ? boxHeight(node) : (items[item]?.height ?? 0);
    }),
  );
}

/** By cluster that opens above a layer: the room from its upper border to the layer. */
function padsAbove(graph: Graph, { spans }: Layers, layer: number): Map<number, number> {
  const pads = new Map<number, number>();
  for (let cluster = spans.length - 1; cluster >= 0; cluster--) {
    if (spans[cluster]?.first !== layer) continue;
    const inner = pads.get(cluster) ?? 0;
    const pad =
      inner +
      (graph.turned
        ? SPACING.border
        : Math.ceil(graph.clusters[cluster]?.title.height ?? 0) + SPACING.title);
    pads.set(cluster, pad);
    const parent = graph.clusters[cluster]?.parent ?? OUTSIDE;
    if (parent !== OUTSIDE && spans[parent]?.first === layer) {
      pads.set(parent, Math.max(pads.get(parent) ?? 0, pad));
    }
  }
  return pads;
}

/** By cluster that closes under a layer: where its lower border lies. */
function closeBorders(
  { clusters, turned }: Graph,
  { spans }: Layers,
  layer: number,
  rowBottom: number,
  top: readonly number[],
): Map<number, number> {
  const bottoms = new Map<number, number>();
  for (let cluster = spans.length - 1; cluster >= 0; cluster--) {
    if (spans[cluster]?.last !== layer) continue;
    const title = clusters[cluster]?.title;
    const least = turned && title ? (top[cluster] ?? 0) + title.height + SPACING.border : 0;
    const bottom = Math.max((bottoms.get(cluster) ?? rowBottom) + SPACING.nested, Math.ceil(least));
    bottoms.set(cluster, bottom);
    const parent = clusters[cluster]?.parent ?? OUTSIDE;
    if (parent !== OUTSIDE && spans[parent]?.last === layer) {
      bottoms.set(parent, Math.max(bottoms.get(parent) ?? rowBottom, bottom));
    }
  }
  return bottoms;
}
