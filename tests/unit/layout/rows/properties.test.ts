import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '#layout/faults.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import type { PlacedGraphView } from '#layout/placed.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import type { ViewGraph } from '#views/graph.ts';
import { anyView } from '../support/arbitrary.ts';

const measure = createTextMeasure();
const engine = createRowsEngine();

function place(graph: ViewGraph): PlacedGraphView {
  const placed = placeView(graph, { engine, measure });
  if (placed.layout !== 'graph') throw new Error('not a graph');
  return placed;
}

describe('the rows engine', () => {
  it('draws small graphs of any kind without a fault', () => {
    fc.assert(
      fc.property(anyView({ nodes: 8, clusters: 3, edges: 12 }), (graph) => {
        expect(faultsOf(place(graph))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('draws large graphs of any kind without a fault', () => {
    fc.assert(
      fc.property(anyView({ nodes: 30, clusters: 6, edges: 60 }), (graph) => {
        expect(faultsOf(place(graph))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes for the same graph', () => {
    fc.assert(
      fc.property(anyView({ nodes: 12, clusters: 3, edges: 20 }), (graph) => {
        const again = structuredClone(graph);
        expect(JSON.stringify(place(again))).toBe(JSON.stringify(place(graph)));
      }),
      { numRuns: 30 },
    );
  });
});
