import type { Graph } from './graph/graph.ts';
import type { Layers } from './layers/layers.ts';

/** A graph whose layers are in order, before anything has a place. */
export interface Ordered {
  readonly graph: Graph;
  readonly layers: Layers;
  readonly rows: readonly (readonly number[])[];
}
