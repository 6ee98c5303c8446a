import type { Size } from '../../geometry.ts';
import type { Aim } from '../aim.ts';

/**
 * A connected graph as the passes see it: numbered, self-loops taken out, and turned so that lines
 * run from top to bottom. In a drawing whose lines run sideways, `width` is a height and `left` is
 * the drawing's upper side.
 */
export interface Graph {
  readonly nodes: readonly Node[];
  /** A parent comes before what it holds. */
  readonly clusters: readonly Cluster[];
  readonly edges: readonly Edge[];
  /** Lines run up: what would be the last row is the first. */
  readonly reversed: boolean;
  /** Lines run sideways: titles stand at the left of the rows instead of above them. */
  readonly turned: boolean;
  readonly aim: Aim;
}

/** No cluster: what is at the outside. */
export const OUTSIDE = -1;

export interface Node extends Size {
  /** A box, or the point at which a line to a boundary ends inside it. */
  readonly kind: 'box' | 'gate';
  readonly cluster: number;
  readonly first: boolean;
  readonly carrier: boolean;
  /** Where lines may meet each side, from its middle. */
  readonly reach: Reach;
  readonly loops: readonly Loop[];
}

export type Interval = readonly [from: number, to: number];

export function isWithin(value: number, [from, to]: Interval): boolean {
  return from <= value && value <= to;
}

export interface Reach {
  readonly top: Interval;
  readonly right: Interval;
  readonly bottom: Interval;
  readonly left: Interval;
}

/** A line from a box to itself. */
export interface Loop {
  /** Its place among the edges of the sized graph. */
  readonly edge: number;
  readonly label: Size | undefined;
}

export interface Cluster {
  readonly parent: number;
  /** Nesting: 0 at the outside. */
  readonly depth: number;
  /** The title's ground from the upper left corner on. */
  readonly title: Size;
  /** Room that lines from above keep off at the right end of the upper border. */
  readonly corner: number;
}

export interface Edge {
  /** Its place among the edges of the sized graph. */
  readonly edge: number;
  readonly source: number;
  readonly target: number;
  readonly label: Size | undefined;
  /** Lines of one look may share a trunk. */
  readonly look: string | undefined;
}

/** The clusters around something, innermost first. */
export function around({ clusters }: Pick<Graph, 'clusters'>, cluster: number): number[] {
  const list: number[] = [];
  for (let at = cluster; at !== OUTSIDE; at = clusters[at]?.parent ?? OUTSIDE) list.push(at);
  return list;
}

/** The borders between two neighbours, by the clusters around them: innermost first. */
export interface Borders {
  readonly closing: readonly number[];
  readonly opening: readonly number[];
}

const NO_BORDERS: Borders = { closing: [], opening: [] };

/** The clusters that end, and those that begin, between what stands in one and in another. */
export function bordersBetween(
  graph: Pick<Graph, 'clusters'>,
  from = OUTSIDE,
  to = OUTSIDE,
): Borders {
  if (from === to) return NO_BORDERS;
  const [before, after] = [around(graph, from), around(graph, to)];
  return {
    closing: before.filter((cluster) => !after.includes(cluster)),
    opening: after.filter((cluster) => !before.includes(cluster)),
  };
}

/** The innermost cluster that holds both clusters, or is one of them and holds the other. */
export function commonCluster(graph: Graph, a: number, b: number): number {
  if (a === b) return a;
  const chain = new Set(around(graph, a));
  return around(graph, b).find((cluster) => chain.has(cluster)) ?? OUTSIDE;
}
