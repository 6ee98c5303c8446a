import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { LayoutEngine, PlacedGraph, SizedGraph } from '../engine.ts';
import { toDot } from './dot.ts';
import { readPlaces } from './read.ts';

/**
 * Graphviz `dot`, compiled to WebAssembly. Loading takes some 60 ms, a view a few more. The instance
 * is synchronous and keeps nothing between graphs.
 */
export async function loadGraphvizEngine(): Promise<LayoutEngine> {
  const graphviz = await Graphviz.load();
  return {
    name: `graphviz-${graphviz.version()}-1`,
    place(graph: SizedGraph): PlacedGraph {
      if (graph.nodes.length === 0) {
        return { width: 0, height: 0, nodes: new Map(), clusters: new Map(), edges: new Map() };
      }
      return readPlaces(graphviz.layout(toDot(graph, 'ortho'), 'json', 'dot'), graph);
    },
  };
}
