import type { Size } from '../../geometry.ts';

/**
 * The graph dealt out over layers: rows of boxes, and between them rows of labels. Every edge is a
 * chain of items from layer to layer, so that nothing that follows needs to know of long edges.
 */
export interface Layers {
  readonly items: readonly Item[];
  /** Items by layer; boundaries are contiguous in each. */
  readonly layers: readonly Layer[];
  /** By edge, its items from the upper to the lower box; none for a flat edge. */
  readonly chains: readonly (readonly number[])[];
  readonly segments: readonly Segment[];
  readonly flats: readonly Flat[];
  /** By cluster, its first and last layer. */
  readonly spans: readonly Span[];
}

export interface Layer {
  readonly kind: 'boxes' | 'labels';
  readonly items: readonly number[];
}

/**
 * A box, a label, a point at which an edge passes a layer, or the ground of a boundary that holds
 * nothing else in its layer.
 */
export interface Item extends Size {
  readonly kind: 'box' | 'gate' | 'label' | 'pass' | 'ground';
  readonly layer: number;
  readonly cluster: number;
  /** The node of a box or gate; −1 for others. */
  readonly node: number;
  /** The edge of a label or pass; −1 for others. */
  readonly edge: number;
}

/** A piece of an edge between two neighbouring layers. */
export interface Segment {
  readonly edge: number;
  readonly upper: number;
  readonly lower: number;
}

/** An edge within a row, by the items at its ends. */
export interface Flat {
  readonly edge: number;
  readonly source: number;
  readonly target: number;
}

export interface Span {
  readonly first: number;
  readonly last: number;
}
