import type { Direction } from '#views/graph.ts';
import type { Point, Rect, Size } from './geometry.ts';

/** A graph as an engine sees it: sizes and nesting, no words and no colours. */
export interface SizedGraph {
  readonly direction: Direction;
  readonly nodes: readonly SizedNode[];
  /** A parent comes before what it holds. */
  readonly clusters: readonly SizedCluster[];
  readonly edges: readonly SizedEdge[];
}

export interface SizedNode extends Size {
  readonly id: string;
  readonly parent?: string;
  /** Stands before what it is joined to, whichever way the lines run: a person. */
  readonly first?: boolean;
}

export interface SizedCluster {
  readonly id: string;
  readonly parent?: string;
  /** Room for the title at the upper left; no line, label or box may stand there. */
  readonly title: Size;
}

export interface SizedEdge {
  readonly key: string;
  /** A node's or a cluster's id. */
  readonly source: string;
  readonly target: string;
  /** Absent for a line without words. */
  readonly label?: Size;
}

/** Where everything stands; the drawing's upper left corner is 0, 0. */
export interface PlacedGraph extends Size {
  readonly nodes: ReadonlyMap<string, Rect>;
  readonly clusters: ReadonlyMap<string, Rect>;
  readonly edges: ReadonlyMap<string, PlacedRoute>;
}

/** A line from the source's outline to the target's, by its bends, and where its label stands. */
export interface PlacedRoute {
  readonly points: readonly Point[];
  readonly label?: Rect;
}

/**
 * The port behind which a layout engine stands. An engine keeps no state between graphs and gives
 * the same places for the same graph. Boxes never overlap, labels never touch boxes or one another,
 * lines never pass through boxes that they do not join.
 */
export interface LayoutEngine {
  /** Name and version: part of what a cached layout is keyed by. */
  readonly name: string;
  place(graph: SizedGraph): PlacedGraph;
}
