import { around, commonCluster, type Graph, OUTSIDE } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import type { Flat, Item, Layer, Layers, Segment, Span } from './layers.ts';

/**
 * Deals a graph out over layers, by the rows of its nodes and the gaps of its labels. With
 * `labelsInside`, boundaries open above the labels of the lines that enter them.
 */
export function buildLayers(
  graph: Graph,
  falls: readonly Fall[],
  rows: readonly number[],
  labels: readonly (number | undefined)[],
  labelsInside: boolean,
): Layers {
  const { nodes, clusters, edges } = graph;
  const rowCount = Math.max(-1, ...rows) + 1;
  const labelled = new Set(labels);
  const kinds: Layer['kind'][] = [];
  const layerOfRow: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    layerOfRow.push(kinds.length);
    kinds.push('boxes');
    if (labelled.has(row)) kinds.push('labels');
  }
  const layerOf = (node: number) => layerOfRow[rows[node] ?? 0] ?? 0;
  const labelLayers = labels.map((gap) => (gap === undefined ? -1 : (layerOfRow[gap] ?? 0) + 1));
  const boxSpans = spansOf(graph, layerOf);
  const spans = labelsInside ? withLabels(graph, falls, kinds, labelLayers, boxSpans) : boxSpans;

  const items: Item[] = nodes.map(({ kind, width, height, cluster }, node) => ({
    kind,
    width,
    height,
    layer: layerOf(node),
    cluster,
    node,
    edge: -1,
  }));
  const chains: number[][] = edges.map(() => []);
  const segments: Segment[] = [];
  const flats: Flat[] = [];
  for (const [edge, { upper, lower }] of falls.entries()) {
    const [from, to] = [layerOf(upper), layerOf(lower)];
    if (from === to) {
      const { source = 0, target = 0 } = edges[edge] ?? {};
      flats.push({ edge, source, target });
      continue;
    }
    const labelAt = labelLayers[edge] ?? -1;
    const chain = [upper];
    const home = homeFinder(graph, spans, upper, lower, labelAt < (from + to) / 2);
    for (let layer = from + 1; layer < to; layer++) {
      const label = layer === labelAt ? edges[edge]?.label : undefined;
      chain.push(items.length);
      items.push({
        kind: label ? 'label' : 'pass',
        width: label?.width ?? 0,
        height: label?.height ?? 0,
        layer,
        cluster: home(layer),
        node: -1,
        edge,
      });
    }
    chain.push(lower);
    for (const [index, item] of chain.slice(1).entries()) {
      segments.push({ edge, upper: chain[index] ?? 0, lower: item });
    }
    chains[edge] = chain;
  }
  fillGround(clusters, spans, items);
  const layers: Layer[] = kinds.map((kind) => ({ kind, items: [] }));
  const members: number[][] = kinds.map(() => []);
  for (const [item, { layer }] of items.entries()) members[layer]?.push(item);
  return {
    items,
    layers: layers.map(({ kind }, layer) => ({ kind, items: members[layer] ?? [] })),
    chains,
    segments,
    flats,
    spans,
  };
}

/** From the first to the last layer in which a cluster, or one that it holds, has a box. */
function spansOf({ nodes, clusters }: Graph, layerOf: (node: number) => number): Span[] {
  const spans: Span[] = clusters.map(() => ({ first: Number.POSITIVE_INFINITY, last: -1 }));
  const include = (cluster: number, { first, last }: Span) => {
    const span = spans[cluster];
    if (!span) return;
    spans[cluster] = { first: Math.min(span.first, first), last: Math.max(span.last, last) };
  };
  for (const [node, { cluster }] of nodes.entries()) {
    include(cluster, { first: layerOf(node), last: layerOf(node) });
  }
  for (let cluster = clusters.length - 1; cluster >= 0; cluster--) {
    const parent = clusters[cluster]?.parent ?? OUTSIDE;
    const span = spans[cluster];
    if (parent !== OUTSIDE && span) include(parent, span);
  }
  return spans;
}

/**
 * The same when boundaries open above the labels of the lines that enter them: all but those at which
 * a line with a label in that layer ends, for its label stands outside, and what they hold.
 */
function withLabels(
  { nodes, clusters }: Graph,
  falls: readonly Fall[],
  kinds: readonly Layer['kind'][],
  labelLayers: readonly number[],
  spans: readonly Span[],
): Span[] {
  const closed = new Set<number>();
  for (const [edge, { lower }] of falls.entries()) {
    const { kind, cluster = OUTSIDE } = nodes[lower] ?? {};
    const first = spans[cluster]?.first;
    if (kind === 'gate' && first !== undefined && labelLayers[edge] === first - 1)
      closed.add(cluster);
  }
  const open: Span[] = [];
  for (const [cluster, { first, last }] of spans.entries()) {
    const { parent = OUTSIDE } = clusters[cluster] ?? {};
    const above = !closed.has(cluster) && kinds[first - 1] === 'labels' ? first - 1 : first;
    open.push({ first: Math.max(above, open[parent]?.first ?? 0), last });
  }
  return open;
}

/**
 * In which cluster an edge passes a layer: the innermost one around either end, but not around
 * both, that is open there; else the one around both. So edges leave a boundary through its bottom,
 * and no label stands on a border. A line that ends at a boundary is never within that one. Where both
 * ends have one, the end nearer to the label decides.
 */
function homeFinder(
  graph: Graph,
  spans: readonly Span[],
  upper: number,
  lower: number,
  upperFirst: boolean,
): (layer: number) => number {
  const { nodes } = graph;
  const clusterOf = (node: number) => nodes[node]?.cluster ?? OUTSIDE;
  const common = commonCluster(graph, clusterOf(upper), clusterOf(lower));
  const outer = new Set(around(graph, common));
  const chainOf = (node: number) =>
    around(graph, clusterOf(node))
      .filter((own) => !outer.has(own))
      .slice(nodes[node]?.kind === 'gate' ? 1 : 0);
  const chains = [chainOf(upper), chainOf(lower)];
  if (!upperFirst) chains.reverse();
  return (layer) => {
    for (const chain of chains) {
      const home = chain.find((cluster) => {
        const span = spans[cluster];
        return span && span.first <= layer && layer <= span.last;
      });
      if (home !== undefined) return home;
    }
    return common;
  };
}

/** An item of no size for each boundary in each of its layers where it holds nothing. */
function fillGround(clusters: Graph['clusters'], spans: readonly Span[], items: Item[]): void {
  const held = clusters.map(() => new Set<number>());
  for (const { cluster, layer } of items) {
    for (let at = cluster; at !== OUTSIDE; at = clusters[at]?.parent ?? OUTSIDE) {
      held[at]?.add(layer);
    }
  }
  for (let cluster = clusters.length - 1; cluster >= 0; cluster--) {
    const { first, last } = spans[cluster] ?? { first: 0, last: -1 };
    for (let layer = first; layer <= last; layer++) {
      if (held[cluster]?.has(layer)) continue;
      items.push({ kind: 'ground', width: 0, height: 0, layer, cluster, node: -1, edge: -1 });
      const parent = clusters[cluster]?.parent ?? OUTSIDE;
      for (let at = parent; at !== OUTSIDE; at = clusters[at]?.parent ?? OUTSIDE) {
        held[at]?.add(layer);
      }
    }
  }
}
