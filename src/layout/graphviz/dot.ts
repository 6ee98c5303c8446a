import { commonAncestor } from '../clusters.ts';
import type { SizedCluster, SizedEdge, SizedGraph } from '../engine.ts';
import type { Size } from '../geometry.ts';

/** Pixels to Graphviz's inches. */
const DPI = 72;
const CLUSTER_MARGIN = 18;
/** Free ground around a label. */
export const LABEL_MARGIN = 5;
/** Between a box and the loop at its right. */
export const LOOP_REACH = 22;

/** How the names of a graph are written in DOT: short, and free of anything to escape. */
export interface DotNames {
  readonly node: ReadonlyMap<string, string>;
  readonly cluster: ReadonlyMap<string, string>;
}

export function dotNames(graph: SizedGraph): DotNames {
  return {
    node: new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`])),
    cluster: new Map(graph.clusters.map(({ id }, index) => [id, `c${index}`])),
  };
}

/** Lines that run from a box to itself; they are drawn beside it, so Graphviz never sees them. */
export function selfLoops(graph: SizedGraph): ReadonlyMap<string, readonly SizedEdge[]> {
  return Map.groupBy(
    graph.edges.filter(({ source, target }) => source === target),
    ({ source }) => source,
  );
}

/** The room at a box's right that its loops and their labels take. */
export function loopRoom(loops: readonly SizedEdge[]): Size {
  if (loops.length === 0) return { width: 0, height: 0 };
  const width = LOOP_REACH + Math.max(...loops.map(({ label }) => label?.width ?? 0)) + 12;
  const height = loops.reduce((sum, { label }) => sum + Math.max(28, (label?.height ?? 0) + 10), 0);
  return { width, height };
}

/**
 * A graph as DOT text. Each label is a node of its own, in the boundary that both of its line's ends
 * share, so that Graphviz keeps room for it; a line that ends at a boundary runs to a point inside
 * it and is cut at the border later. Lines into people are turned round, so that people stay first.
 */
export function toDot(graph: SizedGraph, splines: 'ortho' | 'polyline'): string {
  const names = dotNames(graph);
  const loops = selfLoops(graph);
  const clusterOf = new Map<string, string | undefined>([
    ...graph.clusters.map(({ id, parent }) => [id, parent] as const),
    ...graph.nodes.map(({ id, parent }) => [id, parent] as const),
  ]);
  const first = new Set(graph.nodes.filter((node) => node.first).map(({ id }) => id));
  const bodies = new Map<string | undefined, string[]>();
  const put = (cluster: string | undefined, line: string) => {
    const body = bodies.get(cluster) ?? [];
    bodies.set(cluster, body);
    body.push(line);
  };

  for (const node of graph.nodes) {
    const room = loopRoom(loops.get(node.id) ?? []);
    const size = { width: node.width + room.width, height: Math.max(node.height, room.height) };
    put(node.parent, `${names.node.get(node.id)} [${box(size)}];`);
  }
  const anchors = new Set<string>();
  const end = (id: string) => {
    const node = names.node.get(id);
    if (node) return node;
    const anchor = `a${names.cluster.get(id)}`;
    if (!anchors.has(anchor)) put(id, `${anchor} [${box({ width: 8, height: 8 })}];`);
    anchors.add(anchor);
    return anchor;
  };
  const lines: string[] = [];
  for (const [index, edge] of graph.edges.entries()) {
    if (edge.source === edge.target) continue;
    const turned = first.has(edge.target) && !first.has(edge.source);
    const [from, to] = turned ? [edge.target, edge.source] : [edge.source, edge.target];
    const weight = clusterOf.get(from) === clusterOf.get(to) ? 2 : 1;
    if (!edge.label) {
      lines.push(`${end(from)} -> ${end(to)} [id=e${index} weight=${weight} minlen=2];`);
      continue;
    }
    const home = commonAncestor(clusterOf, edge.source, edge.target);
    const { width, height } = edge.label;
    put(
      home,
      `l${index} [${box({ width: width + 2 * LABEL_MARGIN, height: height + 2 * LABEL_MARGIN })}];`,
    );
    lines.push(`${end(from)} -> l${index} [id=e${index} weight=${weight}];`);
    lines.push(`l${index} -> ${end(to)} [id=f${index} weight=${weight}];`);
  }

  const subgraph = (cluster: SizedCluster): string =>
    [
      `subgraph cluster_${names.cluster.get(cluster.id)} {`,
      `margin=${CLUSTER_MARGIN};`,
      `label=<<table border="0" fixedsize="true" ${tableSize(cluster.title)}><tr><td></td></tr></table>>;`,
      ...(bodies.get(cluster.id) ?? [
        `e${names.cluster.get(cluster.id)} [${box({ width: 8, height: 8 })}];`,
      ]),
      ...graph.clusters.filter(({ parent }) => parent === cluster.id).map(subgraph),
      '}',
    ].join('\n');
  return [
    'digraph {',
    `graph [rankdir=${graph.direction} splines=${splines} nodesep=0.42 ranksep=0.3 labeljust=l dpi=72];`,
    'node [shape=box fixedsize=true label=""];',
    'edge [dir=none];',
    ...(bodies.get(undefined) ?? []),
    ...graph.clusters.filter(({ parent }) => parent === undefined).map(subgraph),
    ...lines,
    '}',
  ].join('\n');
}

function box({ width, height }: Size): string {
  return `width=${(width / DPI).toFixed(4)} height=${(height / DPI).toFixed(4)}`;
}

function tableSize({ width, height }: Size): string {
  return `width="${Math.ceil(width)}" height="${Math.ceil(height)}"`;
}
