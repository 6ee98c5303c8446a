import type { Direction } from '#views/graph.ts';
import type { Point, Rect, Size } from './geometry.ts';

/** A graph as an engine sees it: sizes and nesting, no words and no colours. */
export interface SizedGraph {
  readonly direction: Direction;
  readonly nodes: readonly SizedNode[];
  /** A parent comes before what it holds. */
  readonly clusters: readonly SizedCluster[];
  readonly edges: readonly SizedEdge[];
  /** The width in pixels that a drawing should not go beyond without need; 1500 when absent. */
  readonly width?: number;
  /** Factors for the distances that an author asked for; 1 when absent. */
  readonly spacing?: Spacing;
}

export interface Spacing {
  /** Between one row (or column, when lines run sideways) and the next. */
  readonly ranks: number;
  /** Between neighbours in a row. */
  readonly nodes: number;
}

/** The part of a side where lines may meet a box: pixels from the side's left or upper end. */
export type Stretch = readonly [from: number, to: number];

export interface Sides {
  readonly top: Stretch;
  readonly right: Stretch;
  readonly bottom: Stretch;
  readonly left: Stretch;
}

export interface SizedNode extends Size {
  readonly id: string;
  readonly parent?: string;
  /** Stands before what it is joined to, whichever way the lines run: a person. */
  readonly first?: boolean;
  /** Carries messages from one to the other, so that what it serves need not stand under it: a queue. */
  readonly carrier?: boolean;
  /** Where lines may meet it; all but its corners when absent. */
  readonly sides?: Sides;
}

export interface SizedCluster {
  readonly id: string;
  readonly parent?: string;
  /** The ground of the title, from the upper left corner on; no line, label or box may stand there. */
  readonly title: Size;
  /** Room at the upper right corner that lines keep off, in pixels: a number of instances. */
  readonly corner?: number;
}

export interface SizedEdge {
  readonly key: string;
  /** A node's or a cluster's id. */
  readonly source: string;
  readonly target: string;
  /** Absent for a line without words. */
  readonly label?: Size;
  /** Lines that look alike may leave a box as one; absent counts as a look of its own. */
  readonly look?: string;
}

/** Where everything stands; the drawing's upper left corner is 0, 0. */
export interface PlacedGraph extends Size {
  readonly nodes: ReadonlyMap<string, Rect>;
  readonly clusters: ReadonlyMap<string, Rect>;
  readonly edges: ReadonlyMap<string, PlacedRoute>;
  /** The graph was too large: boxes in a grid, and straight lines without words, in each other's way. */
  readonly grid?: boolean;
}

/** A line from the source's outline to the target's, by its bends, and where its label stands. */
export interface PlacedRoute {
  readonly points: readonly Point[];
  readonly label?: Rect;
  /**
   * For a line that leaves its box together with others: all of it. `points` is then what it does
   * not share with one that was drawn before it.
   */
  readonly whole?: readonly Point[];
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
