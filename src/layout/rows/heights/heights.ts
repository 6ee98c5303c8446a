import type { Channel } from '../channels/channels.ts';
import { type Graph, OUTSIDE } from '../graph/graph.ts';
import type { Layer, Layers } from '../layers/layers.ts';
import { opensAtLabels } from '../layers/title-room.ts';
import { heightWithLoops } from '../loops/loops.ts';
import { SPACING } from '../spacing.ts';
import type { TitleCrossings } from './beside-titles.ts';

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
export function stackLayers(
  graph: Graph,
  layers: Layers,
  channels: readonly Channel[],
  crossings: TitleCrossings,
): Heights {
  const { clusters } = graph;
  const middle: number[] = [];
  const track: number[] = [];
  const top = clusters.map(() => 0);
  const bottom = clusters.map(() => 0);
  const titleEnd = (cluster: number) =>
    Math.ceil((top[cluster] ?? 0) + (clusters[cluster]?.title.height ?? 0)) + SPACING.title;
  let y = 0;
  for (const [index, layer] of layers.layers.entries()) {
    const height = layerHeight(graph, layers, layer);
    const opening = padsAbove(graph, layers, index, crossings, height);
    y += Math.max(0, ...opening.values());
    for (const cluster of crossings.rows[index] ?? []) {
      if (!opening.has(cluster)) y = Math.max(y, titleEnd(cluster) - height / 2);
    }
    for (const cluster of openedAtLabels(graph, layers, index - 1))
      y = Math.max(y, titleEnd(cluster));
    for (const [cluster, pad] of opening) top[cluster] = y - pad;
    middle.push(y + height / 2);
    y += height;
    const closing = closeBorders(graph, layers, index, y, top);
    for (const [cluster, at] of closing) bottom[cluster] = at;
    const border = Math.max(y, ...closing.values());
    const gap = gapUnder(layers, index, channels[index]?.tracks ?? 0, border > y);
    const clear = [...(crossings.gaps[index] ?? [])].map(titleEnd);
    const start = Math.max(border + gap.before, ...clear);
    track.push(start);
    const next = layers.layers[index + 1];
    const extra = next?.kind === 'boxes' ? graph.aim.ranks : 0;
    y = next ? start + gap.height - gap.before + extra : border;
  }
  return { middle, track, top, bottom, total: y };
}

/** The height of the gap between two layers without borders, and of what lies over its tracks. */
function gapUnder(
  { layers, spans }: Layers,
  index: number,
  tracks: number,
  closes: boolean,
): { readonly before: number; readonly height: number } {
  const [layer, next] = [layers[index], layers[index + 1]];
  if (!layer || !next) return { before: 0, height: 0 };
  const opens = spans.some(({ first }) => first === index + 1);
  const before = closes ? BORDER_TO_TRACK : roomBelow(layer);
  const after = opens ? BORDER_TO_TRACK : roomAbove(next);
  if (tracks > 0) return { before, height: before + (tracks - 1) * SPACING.tracks + after };
  const plain = layer.kind === next.kind && !closes && !opens;
  return { before, height: plain ? before + after : Math.max(before, after, LEAST_GAP) };
}

/** Between a border and the nearest track. */
const BORDER_TO_TRACK = 12;
/** A straight line between a box and a label, or between two labels. */
const LEAST_GAP = 14;

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
      return node ? heightWithLoops(node) : (items[item]?.height ?? 0);
    }),
  );
}

/** By cluster that opens above a layer: the room from its upper border to the layer. */
function padsAbove(
  graph: Graph,
  layers: Layers,
  layer: number,
  crossings: TitleCrossings,
  height: number,
): Map<number, number> {
  const pads = new Map<number, number>();
  const { spans } = layers;
  for (let cluster = spans.length - 1; cluster >= 0; cluster--) {
    if (spans[cluster]?.first !== layer) continue;
    const inner = pads.get(cluster) ?? 0;
    const title = Math.ceil(graph.clusters[cluster]?.title.height ?? 0) + SPACING.title;
    const beside = !pads.has(cluster) && opensAtLabels(layers, cluster);
    const own = graph.turned ? SPACING.border : beside ? BORDER_TO_TRACK : title;
    // A level line into the first row must clear a title that stands along the rows.
    const least = crossings.rows[layer]?.has(cluster) ? title - height / 2 : 0;
    const pad = Math.max(inner + own, Math.ceil(least));
    pads.set(cluster, pad);
    const parent = graph.clusters[cluster]?.parent ?? OUTSIDE;
    if (parent !== OUTSIDE && spans[parent]?.first === layer) {
      pads.set(parent, Math.max(pads.get(parent) ?? 0, pad));
    }
  }
  return pads;
}

/** Clusters that open with a row of labels; their titles end above the boxes under it. */
function openedAtLabels({ turned }: Graph, layers: Layers, layer: number): number[] {
  if (turned || layers.layers[layer]?.kind !== 'labels') return [];
  return [...layers.spans.keys()].filter((cluster) => layers.spans[cluster]?.first === layer);
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
