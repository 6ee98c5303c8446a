import { bordersBetween, type Graph, OUTSIDE } from '../graph/graph.ts';
import type { Item, Layers } from '../layers/layers.ts';
import { titleRoom } from '../layers/title-room.ts';
import type { Ordered } from '../ordered.ts';
import { flatRoom } from '../ranks/flats.ts';
import { type Arc, bar } from '../simplex/problem.ts';
import { SPACING } from '../spacing.ts';
import type { Extent } from './extents.ts';

/** The variables of the columns: one an item, two a cluster. */
export interface Variables {
  readonly size: number;
  left(cluster: number): number;
  right(cluster: number): number;
}

export function variablesOf(items: number, clusters: number): Variables {
  return {
    size: items + 2 * clusters,
    left: (cluster) => items + 2 * cluster,
    right: (cluster) => items + 2 * cluster + 1,
  };
}

const WEIGHT = { flat: 3, cluster: 2, loose: 1 };

/** Keeps all items of each layer apart, in their order, and within their boundaries. */
export function separate(
  { graph, layers, rows }: Ordered,
  extents: readonly Extent[],
  variables: Variables,
): Arc[] {
  const arcs: Arc[] = clusterBars(graph, variables);
  const joined = new Uint8Array(layers.items.length);
  for (const { upper, lower } of layers.segments) joined[upper] = joined[lower] = 1;
  const flatOf = (left: number, right: number) =>
    layers.flats.find(
      ({ source, target }) =>
        (source === left && target === right) || (source === right && target === left),
    );
  for (const row of rows) {
    for (let index = 0; index <= row.length; index++) {
      const [left, right] = [row[index - 1], row[index]];
      const pair = left === undefined || right === undefined ? undefined : flatOf(left, right);
      const flat = pair && flatRoom(graph.edges[pair.edge]?.label?.width);
      const loose = flat === undefined && !joined[left ?? -1] && !joined[right ?? -1];
      const weight = flat === undefined ? (loose ? WEIGHT.loose : 0) : WEIGHT.flat;
      arcs.push(...between(graph, layers, left, right, extents, variables, flat, weight));
    }
  }
  return arcs;
}

/** Bars between two neighbours of a row; an absent one is the row's end. */
function between(
  graph: Graph,
  layers: Layers,
  left: number | undefined,
  right: number | undefined,
  extents: readonly Extent[],
  variables: Variables,
  flat: number | undefined,
  weight: number,
): Arc[] {
  const { items } = layers;
  const [a, b] = [items[left ?? -1], items[right ?? -1]];
  const [from, to] = [a?.cluster ?? OUTSIDE, b?.cluster ?? OUTSIDE];
  const { closing, opening } = bordersBetween(graph, a && from, b && to);
  const arcs: Arc[] = [];
  const [innerLeft, innerRight] = [closing[0], opening[0]];
  const reachRight = extents[left ?? -1]?.right ?? 0;
  const reachLeft = extents[right ?? -1]?.left ?? 0;
  if (left !== undefined && innerLeft !== undefined) {
    const corner =
      titleRoom(graph, layers, innerLeft, a?.layer ?? 0) > 0 ? cornerOf(graph, innerLeft) : 0;
    arcs.push(bar(left, variables.right(innerLeft), reachRight + Math.max(padOf(a), corner)));
  }
  if (right !== undefined && innerRight !== undefined) {
    const room = titleRoom(graph, layers, innerRight, b?.layer ?? 0);
    // Along the rows a title and a label are two labels of one row.
    const beside = graph.turned ? SPACING.title : SPACING.labels;
    const pad = Math.max(padOf(b), room === 0 ? 0 : room + beside);
    arcs.push(bar(variables.left(innerRight), right, reachLeft + pad));
  }
  if (left === undefined || right === undefined || !a || !b) return arcs;
  const [lastClosing, lastOpening] = [closing.at(-1), opening.at(-1)];
  const start = lastClosing === undefined ? left : variables.right(lastClosing);
  const end = lastOpening === undefined ? right : variables.left(lastOpening);
  const room =
    flat ??
    (lastClosing === undefined && lastOpening === undefined
      ? gapOf(a, b, graph.aim.boxes)
      : outsideGap(a, b, closing.length, opening.length));
  const gap =
    room +
    (lastClosing === undefined ? reachRight : 0) +
    (lastOpening === undefined ? reachLeft : 0);
  arcs.push(bar(start, end, gap, weight));
  return arcs;
}

function cornerOf({ clusters }: Graph, cluster: number): number {
  return clusters[cluster]?.corner ?? 0;
}

/** Between a border and what stands next to it inside. */
function padOf(item: Item | undefined): number {
  if (item?.kind === 'ground') return 0;
  return item?.kind === 'pass' || item?.kind === 'gate' ? SPACING.line : SPACING.border;
}

/** Between two neighbours without a border between them. */
function gapOf(a: Item, b: Item, boxes: number): number {
  const [left, right] = [isLine(a), isLine(b)];
  if (left && right) return SPACING.lines;
  if (a.kind === 'label' || b.kind === 'label') return SPACING.labels;
  return left || right ? SPACING.line : boxes;
}

/** Between a boundary and what stands beside it. */
function outsideGap(a: Item, b: Item, closing: number, opening: number): number {
  const outside = closing > 0 && opening > 0 ? undefined : closing > 0 ? b : a;
  return outside && isLine(outside) ? SPACING.line : SPACING.borders;
}

function isLine({ kind }: Item): boolean {
  return kind === 'pass' || kind === 'gate';
}

/** Boundaries are as narrow as what they hold and their titles allow. */
function clusterBars({ clusters, turned }: Graph, variables: Variables): Arc[] {
  return clusters.flatMap(({ parent, title, corner }, cluster) => {
    const [left, right] = [variables.left(cluster), variables.right(cluster)];
    const least = turned ? 2 * SPACING.border : Math.ceil(title.width) + SPACING.border + corner;
    const arcs = [bar(left, right, least, WEIGHT.cluster)];
    if (parent === OUTSIDE) return arcs;
    const above = graphTitle(clusters, parent, turned);
    arcs.push(
      bar(variables.left(parent), left, Math.max(SPACING.nested, above)),
      bar(right, variables.right(parent), SPACING.nested),
    );
    return arcs;
  });
}

/** The room that a title takes at the left of what a boundary holds: only where lines run sideways. */
function graphTitle(clusters: Graph['clusters'], cluster: number, turned: boolean): number {
  return turned ? Math.ceil(clusters[cluster]?.title.width ?? 0) + SPACING.title : 0;
}
