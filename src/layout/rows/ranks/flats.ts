import { misshape } from '../aim.ts';
import { commonCluster, type Graph, type Node } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import { SPACING } from '../spacing.ts';
import { classesOf, join } from './classes.ts';
import { longestRows } from './longest.ts';

/** An edge becomes flat only for a gain of this much: small edits of the model change little. */
const MARGIN = 2;
/** An external system beside what calls it; two that one caller calls, side by side. */
const BONUS = { outsider: 3, siblings: 2 };

/**
 * The edges that run within a row, which is what makes a drawing look arranged by hand. Greedy: the
 * edge that shortens and flattens the drawing most, by longest-path rows, then the next. Edges that
 * are banned were flat before, and their ends could not be made neighbours.
 */
export function chooseFlats(
  graph: Graph,
  falls: readonly Fall[],
  banned: ReadonlySet<number>,
): number[] {
  const candidates = candidatesOf(graph, falls, banned);
  const flats: number[] = [];
  let classOf = classesOf(graph, falls, flats);
  let cost = rowsCost(graph, falls, flats, classOf);
  for (;;) {
    let best: { edge: number; gain: number; classOf: Int32Array; cost: number } | undefined;
    for (const { edge, bonus } of candidates) {
      const fall = falls[edge];
      if (!fall || flats.includes(edge) || !hasRoom(falls, [...flats, edge])) continue;
      const joined = join(classOf, fall);
      const tried = rowsCost(graph, falls, [...flats, edge], joined);
      if (tried === undefined || cost === undefined) continue;
      const gain = cost - tried + bonus;
      if (gain >= MARGIN && gain > (best?.gain ?? 0)) {
        best = { edge, gain, classOf: joined, cost: tried };
      }
    }
    if (!best) return flats.sort((a, b) => a - b);
    flats.push(best.edge);
    classOf = best.classOf;
    cost = best.cost;
  }
}

/** Whether no node has more flat edges than sides. */
export function hasRoom(falls: readonly Fall[], flats: readonly number[]): boolean {
  const ends = flats.flatMap((edge) => [falls[edge]?.upper, falls[edge]?.lower]);
  return ends.every((node) => ends.filter((other) => other === node).length <= 2);
}

/**
 * What rows cost, in rows: the length of edges, and how far the drawing would be from the shape that
 * it should have. Nothing when the flat edges contradict the others.
 */
export function rowsCost(
  { nodes, edges, turned, aim }: Graph,
  falls: readonly Fall[],
  flats: readonly number[],
  classOf: Int32Array,
): number | undefined {
  const falling = flats.length === 0 ? falls : falls.filter((_, edge) => !flats.includes(edge));
  const rows = longestRows(falling, classOf);
  if (!rows) return undefined;
  const first = rows.reduce((least, row) => Math.min(least, row), 0);
  const across: number[] = [];
  const along: number[] = [];
  for (const [index, node] of nodes.entries()) {
    const row = (rows[index] ?? 0) - first;
    across[row] = (across[row] ?? 0) + node.width + aim.boxes;
    along[row] = Math.max(along[row] ?? 0, node.height);
  }
  let cost = 0;
  for (const { upper, lower } of falls) cost += (rows[lower] ?? 0) - (rows[upper] ?? 0);
  for (const edge of flats) {
    const row = (rows[falls[edge]?.upper ?? 0] ?? 0) - first;
    across[row] = (across[row] ?? 0) + flatRoom(edges[edge]?.label?.width) - aim.boxes;
  }
  const label = Math.max(0, ...edges.map((edge) => edge.label?.height ?? 0));
  const widest = Math.max(...across.map((own) => own ?? 0));
  const total = along.reduce((sum, own) => sum + (own ?? 0) + label + GAP, -label - GAP);
  const size = turned ? { width: total, height: widest } : { width: widest, height: total };
  return (
    cost +
    COST.flat * flats.length +
    COST.row * across.length +
    COST.shape * misshape(aim, size) +
    Math.max(0, widest - aim.across) / COST.pixels
  );
}

/** Between two rows, but for a label, on average. */
const GAP = 50;
/**
 * In lengths of an edge by one row: an edge that does not run the author's way, a row, the logarithm
 * of an aspect; and the pixels of a row too long that count for one.
 */
const COST = { flat: 1.2, row: 0.5, shape: 8, pixels: 60 };

/** The room between two boxes that are joined within their row. */
export function flatRoom(label: number | undefined): number {
  return label === undefined ? SPACING.sideLine : Math.ceil(label) + 2 * SPACING.sideLabel;
}

/**
 * Whether an edge leads aside rather than on: to a box without another edge while its source has
 * more to lead to, from one while its target has another caller, or between two that one box calls.
 */
export function isAside({ edges }: Graph, edge: number): boolean {
  const { source = -1, target = -1 } = edges[edge] ?? {};
  const others = edges.filter((_, other) => other !== edge);
  const has = (node: number) =>
    others.some((other) => other.source === node || other.target === node);
  if (!has(target)) return others.some((other) => other.source === source);
  if (!has(source)) return others.some((other) => other.target === target);
  const callers = new Set(others.flatMap((other) => (other.target === source ? other.source : [])));
  return others.some((other) => other.target === target && callers.has(other.source));
}

/** Edges that may run within a row, with what makes them good ones. */
export function candidatesOf(
  graph: Graph,
  falls: readonly Fall[],
  banned: ReadonlySet<number>,
): { readonly edge: number; readonly bonus: number }[] {
  if (graph.turned && runsStraight(graph)) return [];
  const { nodes, edges } = graph;
  const degree = nodes.map(() => 0);
  const callers = nodes.map(() => new Set<number>());
  const called = nodes.map(() => 0);
  const pairs = new Map<string, number>();
  const pairOf = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  for (const { source, target } of edges) {
    degree[source] = (degree[source] ?? 0) + 1;
    degree[target] = (degree[target] ?? 0) + 1;
    called[source] = (called[source] ?? 0) + 1;
    callers[target]?.add(source);
    pairs.set(pairOf(source, target), (pairs.get(pairOf(source, target)) ?? 0) + 1);
  }
  return edges.flatMap(({ source, target }, edge) => {
    const [a, b] = [nodes[source], nodes[target]];
    if (!a || !b || banned.has(edge) || !falls[edge]) return [];
    const sourceIsLeaf = degree[source] === 1;
    const targetIsLeaf = degree[target] === 1;
    if (!canBeNeighbours(a, b) || (pairs.get(pairOf(source, target)) ?? 0) > 1) return [];
    if ((callers[target]?.size ?? 0) >= 3) return [];
    if ((called[source] ?? 0) > 3 && !targetIsLeaf) return [];
    const common = commonCluster(graph, a.cluster, b.cluster);
    const outsider =
      (targetIsLeaf && b.cluster === common && a.cluster !== common) ||
      (sourceIsLeaf && a.cluster === common && b.cluster !== common);
    // Where lines run sideways, a step down into the next boundary saves a column and its labels.
    const below = graph.turned && common !== a.cluster && common !== b.cluster;
    if (a.cluster !== b.cluster && !outsider && !below) return [];
    const siblings = [...(callers[source] ?? [])].some((caller) => callers[target]?.has(caller));
    return [{ edge, bonus: (outsider ? BONUS.outsider : 0) + (siblings ? BONUS.siblings : 0) }];
  });
}

/** A chain that runs sideways may be so many sheets wide; a longer one is folded. */
const LONGEST_CHAIN = 1.6;

/** Whether a graph is a chain, each box with one before and one after it, that its author laid sideways. */
function runsStraight({ nodes, edges, aim }: Graph): boolean {
  const joined = nodes.map(() => new Set<number>());
  let length = nodes.reduce((sum, { height }) => sum + height, 0);
  for (const { source, target, label } of edges) {
    joined[source]?.add(target);
    joined[target]?.add(source);
    length += flatRoom(label?.height);
  }
  const ends = joined.filter(({ size }) => size === 1).length;
  const isChain = ends === 2 && joined.every(({ size }) => size <= 2);
  return isChain && length <= LONGEST_CHAIN * aim.sheet.width;
}

/** Boxes without loops that can be joined by a level line, whichever stands at the left. */
function canBeNeighbours(a: Node, b: Node): boolean {
  if (a.kind === 'gate' || b.kind === 'gate' || a.first || b.first) return false;
  if (a.loops.length > 0 || b.loops.length > 0) return false;
  const sides = [a.reach.left, a.reach.right, b.reach.left, b.reach.right];
  return Math.max(...sides.map(([from]) => from)) <= Math.min(...sides.map(([, to]) => to));
}
