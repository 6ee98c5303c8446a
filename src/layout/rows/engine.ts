import type { LayoutEngine, PlacedGraph, SizedCluster, SizedGraph } from '../engine.ts';
import type { Rect } from '../geometry.ts';
import { fromFrame, moved, toOrigin } from './emit/unframe.ts';
import { asBoxes, asClusters, emptyClusters } from './graph/empty.ts';
import { toFrame } from './graph/frame.ts';
import { type Part, partsOf } from './graph/parts.ts';
import { pack } from './pack.ts';
import { draw, type Settings } from './pipeline.ts';
import { gridColumns } from './ranks/grid.ts';
import { SPACING } from './spacing.ts';

const EMPTY: PlacedGraph = {
  width: 0,
  height: 0,
  nodes: new Map(),
  clusters: new Map(),
  edges: new Map(),
};

const WIDTH = 1500;

/**
 * The project's own engine: rows of boxes, channels of orthogonal lines between them (Sugiyama's
 * scheme), labels with room of their own, edges within rows, and trunks. Synchronous; the same graph
 * gives the same places.
 */
export function createRowsEngine(): LayoutEngine {
  return { name: 'rows-1', place };
}

function place(graph: SizedGraph): PlacedGraph {
  const empty = emptyClusters(graph);
  if (empty.length === 0) return toOrigin(placeAll(graph));
  return asClusters(toOrigin(placeAll(asBoxes(graph, empty))), empty);
}

/** Places the parts of a graph by themselves, and packs them. */
function placeAll(graph: SizedGraph): PlacedGraph {
  const parts = partsOf(graph).map((part) => placePart(part));
  const [only] = parts;
  if (!only) return EMPTY;
  if (parts.length === 1) return only;
  const { at, width, height } = pack(parts, SPACING.parts);
  const all = parts.map((part, index) => moved(part, at[index] ?? { x: 0, y: 0 }));
  return {
    width,
    height,
    nodes: new Map(all.flatMap(({ nodes }) => [...nodes])),
    clusters: new Map(all.flatMap(({ clusters }) => [...clusters])),
    edges: new Map(all.flatMap(({ edges }) => [...edges])),
  };
}

function placePart(part: Part): PlacedGraph {
  switch (part.kind) {
    case 'closed':
      return enclose(part.cluster, placeAll(part.graph));
    case 'loose':
      return placeGrid(part);
    case 'joined': {
      const frame = toFrame(part.graph);
      const settings: Settings = {
        flats: true,
        starts: ['model', 'down', 'up'],
        width: part.graph.width ?? WIDTH,
        labelRows: 1,
        labelsInside: frame.turned === false,
        pivots: 6000,
      };
      return fromFrame(part.graph, frame, draw(frame, settings));
    }
  }
}

/** Draws a boundary around what it holds. */
function enclose(cluster: SizedCluster, inside: PlacedGraph): PlacedGraph {
  const { title } = cluster;
  const top = title.height + SPACING.title;
  const width = Math.max(inside.width + 2 * SPACING.border, title.width + SPACING.border);
  const height = top + inside.height + SPACING.nested;
  const border: Rect = { x: 0, y: 0, width, height };
  const content = moved(inside, { x: (width - inside.width) / 2, y: top });
  return {
    ...content,
    width,
    height,
    clusters: new Map([[cluster.id, border], ...content.clusters]),
  };
}

/** Boxes without lines, in rows of like length. */
function placeGrid({ nodes }: Extract<Part, { kind: 'loose' }>): PlacedGraph {
  const columns = gridColumns(nodes.length);
  const boxes = new Map<string, Rect>();
  let [y, width] = [0, 0];
  for (let from = 0; from < nodes.length; from += columns) {
    const row = nodes.slice(from, from + columns);
    const height = Math.max(...row.map((node) => node.height));
    let x = 0;
    for (const node of row) {
      boxes.set(node.id, {
        x,
        y: y + (height - node.height) / 2,
        width: node.width,
        height: node.height,
      });
      x += node.width + SPACING.boxes;
    }
    width = Math.max(width, x - SPACING.boxes);
    y += height + SPACING.boxes;
  }
  return { ...EMPTY, width, height: y - SPACING.boxes, nodes: boxes };
}
