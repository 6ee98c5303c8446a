import type { LayoutEngine, PlacedGraph, SizedGraph } from '../engine.ts';
import { drawBest } from './choose/choose.ts';
import { isBeyond } from './choose/effort.ts';
import { fromFrame } from './emit/unframe.ts';
import { toFrame } from './graph/frame.ts';
import { orient } from './graph/orient.ts';
import { withStraightLines } from './parts/grid.ts';
import { placeParts } from './parts/place.ts';

/**
 * The project's own engine: rows of boxes, channels of orthogonal lines between them (Sugiyama's
 * scheme), labels with room of their own, edges within rows, and trunks. Synchronous; the same graph
 * gives the same places.
 */
export function createRowsEngine(): LayoutEngine {
  return { name: 'rows-1', place: (graph) => placeParts(graph, drawJoined) };
}

function drawJoined(sized: SizedGraph): PlacedGraph {
  const graph = toFrame(sized);
  if (isBeyond(graph, orient(graph))) return withoutCare(sized);
  return fromFrame(sized, graph, drawBest(graph));
}

function withoutCare(sized: SizedGraph): PlacedGraph {
  return withStraightLines(sized, placeParts({ ...sized, edges: [] }, drawJoined));
}

/**
 * Whether a part of a graph is beyond the engine: `place` then gives a grid of boxes with straight lines.
 * It takes a moment for any graph.
 */
export function isTooLarge(sized: SizedGraph): boolean {
  let found = false;
  placeParts(sized, (part) => {
    const graph = toFrame(part);
    found ||= isBeyond(graph, orient(graph));
    return withoutCare(part);
  });
  return found;
}
