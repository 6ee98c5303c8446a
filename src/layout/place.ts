import type { ViewGraph } from '#views/graph.ts';
import type { LayoutEngine } from './engine.ts';
import { NO_INSETS, type Point } from './geometry.ts';
import { placeManual } from './manual/place.ts';
import { hasBadge, withoutMarks } from './marks.ts';
import { meetOutline, type OutlineEnd } from './outline.ts';
import type { PlacedGraphView, PlacedView } from './placed.ts';
import { placeSequence } from './sequence/place.ts';
import { type SizeOptions, sizeView, TITLE_INSET } from './sized.ts';

/** Free ground around the whole drawing, so that strokes and rings are not cut off. */
const MARGIN = 8;

/** What placing needs from outside: an engine, the font's metrics, and what is drawn for. */
export interface PlaceOptions extends SizeOptions {
  readonly engine: LayoutEngine;
}

/** Places a view: sizes from the words, then a sequence of steps, the author's or the engine's arrangement. */
export function placeView(graph: ViewGraph, options: PlaceOptions): PlacedView {
  switch (graph.diagram) {
    case 'sequence':
      return placeSequence(graph, options.measure);
    case 'manual':
      return placeManual(graph, options);
    default:
      return placeGraph(graph, options);
  }
}

function placeGraph(graph: ViewGraph, options: PlaceOptions): PlacedGraphView {
  const sized = sizeView(graph, options);
  const places = options.engine.place(sized.graph);
  // The edges behind a boundary at the rim are a part of it.
  const rim = graph.clusters.some(({ parent, instances }) => !parent && instances) ? 2 : 0;
  const shift = ({ x, y }: Point) => ({ x: x + MARGIN, y: y + MARGIN + rim });
  const ends = new Map<string, OutlineEnd>();
  for (const node of graph.nodes) {
    const place = places.nodes.get(node.id);
    const marks = sized.marks.get(node.id) ?? NO_INSETS;
    if (!place) continue;
    const box = withoutMarks({ ...place, ...shift(place) }, marks);
    const badge = hasBadge(node, options.badges ?? false);
    ends.set(node.id, { box, shape: node.style.shape, marks, badge });
  }
  return {
    layout: 'graph',
    graph,
    width: places.width + 2 * MARGIN + rim,
    height: places.height + 2 * MARGIN + rim,
    nodes: graph.nodes.flatMap((node) => {
      const box = ends.get(node.id)?.box;
      const text = sized.boxes.get(node.id)?.text;
      return box && text ? [{ node, box, text }] : [];
    }),
    clusters: graph.clusters.flatMap((cluster) => {
      const place = places.clusters.get(cluster.id);
      const title = sized.titles.get(cluster.id);
      if (!place || !title) return [];
      const box = { ...place, ...shift(place) };
      const titleAt = { x: box.x + TITLE_INSET.x, y: box.y + TITLE_INSET.y };
      return [{ cluster, box, title, titleAt }];
    }),
    edges: graph.edges.flatMap((edge) => {
      const route = places.edges.get(edge.key);
      const text = sized.labels.get(edge.key);
      if (!route) return [];
      const [from, to] = [ends.get(edge.source), ends.get(edge.target)];
      // What a line adds to a trunk begins away from the box, so only its far end meets an outline.
      const points = meetOutline(route.points.map(shift), route.whole ? undefined : from, to);
      const whole = route.whole && meetOutline(route.whole.map(shift), from, to);
      const label = route.label && text && { box: { ...route.label, ...shift(route.label) }, text };
      return [{ edge, points, ...(label && { label }), ...(whole && { whole }) }];
    }),
    ...(places.grid && { grid: true }),
  };
}
