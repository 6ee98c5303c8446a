import type { PlacedGraph, SizedCluster, SizedGraph } from '../../engine.ts';
import type { Rect } from '../../geometry.ts';
import { aimOf } from '../aim.ts';
import { moved, toOrigin } from '../emit/unframe.ts';
import { SPACING } from '../spacing.ts';
import { asBoxes, asClusters, emptyClusters } from './empty.ts';
import { EMPTY, placeGrid } from './grid.ts';
import { pack } from './pack.ts';
import { type Part, partsOf } from './parts.ts';
import { contentOf, sealed, sealedClusters, unsealed } from './sealed.ts';

/** Draws a graph whose boxes are all joined. */
export type DrawJoined = (graph: SizedGraph) => PlacedGraph;

/** Places any graph: its parts by themselves, and those then side by side. */
export function placeParts(graph: SizedGraph, drawJoined: DrawJoined): PlacedGraph {
  const empty = emptyClusters(graph);
  if (empty.length === 0) return toOrigin(placeAll(graph, drawJoined));
  return asClusters(toOrigin(placeAll(asBoxes(graph, empty), drawJoined)), empty);
}

function placeAll(graph: SizedGraph, drawJoined: DrawJoined): PlacedGraph {
  const parts = partsOf(graph).map((part) => placePart(part, drawJoined));
  const [only] = parts;
  if (!only) return EMPTY;
  if (parts.length === 1) return only;
  const { at, width, height } = pack(parts, SPACING.parts, aimOf(graph).sheet);
  const all = parts.map((part, index) => moved(part, at[index] ?? { x: 0, y: 0 }));
  return {
    width,
    height,
    nodes: new Map(all.flatMap(({ nodes }) => [...nodes])),
    clusters: new Map(all.flatMap(({ clusters }) => [...clusters])),
    edges: new Map(all.flatMap(({ edges }) => [...edges])),
    ...(all.some(({ grid }) => grid) && { grid: true }),
  };
}

function placePart(part: Part, drawJoined: DrawJoined): PlacedGraph {
  switch (part.kind) {
    case 'closed':
      return enclose(part.cluster, placeAll(part.graph, drawJoined));
    case 'loose':
      return placeGrid(part.nodes, aimOf(part.graph).boxes);
    case 'joined':
      return placeJoined(part.graph, drawJoined);
  }
}

/** Draws first what is sealed off, each by itself, and then the whole with boxes in their place. */
function placeJoined(graph: SizedGraph, drawJoined: DrawJoined): PlacedGraph {
  const drawn = new Map(
    sealedClusters(graph).map((cluster) => [
      cluster,
      enclose(cluster, placeAll(contentOf(graph, cluster), drawJoined)),
    ]),
  );
  if (drawn.size === 0) return drawJoined(graph);
  return unsealed(drawJoined(sealed(graph, drawn)), drawn);
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
