import type { LayoutEngine, SizedGraph } from '../engine.ts';
import { drawBest } from './choose/choose.ts';
import { fromFrame } from './emit/unframe.ts';
import { toFrame } from './graph/frame.ts';
import { placeParts } from './parts/place.ts';

/**
 * The project's own engine: rows of boxes, channels of orthogonal lines between them (Sugiyama's
 * scheme), labels with room of their own, edges within rows, and trunks. Synchronous; the same graph
 * gives the same places.
 */
export function createRowsEngine(): LayoutEngine {
  return { name: 'rows-1', place: (graph) => placeParts(graph, drawJoined) };
}

function drawJoined(sized: SizedGraph) {
  const graph = toFrame(sized);
  const { drawn, plain } = drawBest(graph);
  const placed = fromFrame(sized, graph, drawn);
  return plain ? { ...placed, plain } : placed;
}
