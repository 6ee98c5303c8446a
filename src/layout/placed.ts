import type { GraphCluster, GraphEdge, GraphNode, ViewGraph } from '#views/graph.ts';
import type { Point, Rect, Size } from './geometry.ts';
import type { TextBlock } from './measure/blocks.ts';

/** A box and its text; the text's lines are centred in the shape's inner box. */
export interface PlacedNode {
  readonly node: GraphNode;
  readonly box: Rect;
  readonly text: TextBlock;
}

export interface PlacedCluster {
  readonly cluster: GraphCluster;
  readonly box: Rect;
  readonly title: TextBlock;
  /** Upper left corner of the title. */
  readonly titleAt: Point;
}

export interface PlacedLabel {
  readonly box: Rect;
  readonly text: TextBlock;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
  readonly label?: PlacedLabel;
  /** All of a line that shares a piece with one drawn before it; `points` is what it adds. */
  readonly whole?: readonly Point[];
  /** The line swings through its points instead of turning at them. */
  readonly curved?: true;
}

/** A view whose boxes, boundaries, lines and labels have their places. */
export interface PlacedGraphView extends Size {
  /** `manual`: as its author arranged it. */
  readonly layout: 'graph' | 'manual';
  readonly graph: ViewGraph;
  readonly nodes: readonly PlacedNode[];
  readonly clusters: readonly PlacedCluster[];
  readonly edges: readonly PlacedEdge[];
  /** The view was too large for a layout; its author should hear of it. */
  readonly grid?: boolean;
}

/** The stretch of a lifeline during which its participant works. */
export interface Activation {
  readonly box: Rect;
  /** Keys of the lines that reach or leave the participant meanwhile. */
  readonly lines: readonly string[];
}

/** A frame around steps of a sequence that belong together. */
export interface PlacedFrame {
  readonly box: Rect;
  readonly title: string;
  readonly titleWidth: number;
}

/** A dynamic view as a sequence diagram: participants side by side, steps from top to bottom. */
export interface PlacedSequenceView extends Size {
  readonly layout: 'sequence';
  readonly graph: ViewGraph;
  readonly nodes: readonly PlacedNode[];
  /** One a participant, in the order of `nodes`. */
  readonly lifelines: readonly { readonly x: number; readonly from: number; readonly to: number }[];
  readonly activations: readonly Activation[];
  readonly frames: readonly PlacedFrame[];
  readonly edges: readonly PlacedEdge[];
}

export type PlacedView = PlacedGraphView | PlacedSequenceView;
