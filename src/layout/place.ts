import type { GraphNode, ViewGraph } from '#views/graph.ts';
import type { LayoutEngine, SizedGraph } from './engine.ts';
import { sizeLabel, sizeNode, sizeTitle } from './measure/blocks.ts';
import type { TextMeasure } from './measure/text.ts';
import { meetOutline } from './outline.ts';
import type { PlacedGraphView, PlacedView } from './placed.ts';
import { placeSequence } from './sequence/place.ts';
import { sidesOf } from './sides.ts';

/** From a boundary's corner to its title. */
const TITLE_INSET = { x: 16, y: 12 };
/** Free ground around the whole drawing, so that strokes and rings are not cut off. */
const MARGIN = 8;

/** What placing needs from outside: an engine, and the font's metrics. */
export interface PlaceOptions {
  readonly engine: LayoutEngine;
  readonly measure: TextMeasure;
  /** Keep room at the lower edge of boxes for badges, so that an overlay moves nothing. */
  readonly badges?: boolean;
}

/** Half the height of a badge: it stands astride the lower edge. */
const BADGE_ROOM = 10;

/** Places a view: sizes from the words, then a sequence of steps or the engine's arrangement. */
export function placeView(graph: ViewGraph, options: PlaceOptions): PlacedView {
  return graph.diagram === 'sequence'
    ? placeSequence(graph, options.measure)
    : placeGraph(graph, options);
}

function placeGraph(graph: ViewGraph, { engine, measure, badges }: PlaceOptions): PlacedGraphView {
  const footer = ({ style: { tone } }: GraphNode) =>
    badges && tone !== 'person' && tone !== 'external' ? BADGE_ROOM : 0;
  const boxes = new Map(
    graph.nodes.map((node) => [node.id, sizeNode(node, measure, footer(node))]),
  );
  const labels = new Map(graph.edges.map((edge) => [edge.key, sizeLabel(edge, measure)]));
  const titles = new Map(
    graph.clusters.map((cluster) => [cluster.id, sizeTitle(cluster, measure)]),
  );
  const sized: SizedGraph = {
    direction: graph.direction,
    nodes: graph.nodes.map(({ id, parent, kind, style }) => {
      const { width, height } = boxes.get(id) ?? { width: 0, height: 0 };
      return {
        id,
        width,
        height,
        sides: sidesOf(style.shape, { width, height }),
        ...(parent && { parent }),
        ...(kind === 'Person' && { first: true }),
      };
    }),
    clusters: graph.clusters.map(({ id, parent }) => {
      const title = titles.get(id) ?? { width: 0, height: 0 };
      return {
        id,
        title: { width: title.width + TITLE_INSET.x, height: title.height + TITLE_INSET.y },
        ...(parent && { parent }),
      };
    }),
    edges: graph.edges.map(({ key, source, target, style, order }) => {
      const label = labels.get(key);
      return {
        key,
        source,
        target,
        // Steps have an order of their own, so each keeps a line of its own.
        ...(order === undefined && { look: JSON.stringify(style) }),
        ...(label && label.width > 0 && { label: { width: label.width, height: label.height } }),
      };
    }),
  };
  const places = engine.place(sized);
  const shift = ({ x, y }: { x: number; y: number }) => ({ x: x + MARGIN, y: y + MARGIN });
  const nodeBoxes = new Map([...places.nodes].map(([id, box]) => [id, { ...box, ...shift(box) }]));
  const shapes = new Map(graph.nodes.map(({ id, style }) => [id as string, style.shape]));
  return {
    layout: 'graph',
    graph,
    width: places.width + 2 * MARGIN,
    height: places.height + 2 * MARGIN,
    nodes: graph.nodes.flatMap((node) => {
      const box = nodeBoxes.get(node.id);
      const text = boxes.get(node.id)?.text;
      return box && text ? [{ node, box, text }] : [];
    }),
    clusters: graph.clusters.flatMap((cluster) => {
      const place = places.clusters.get(cluster.id);
      const title = titles.get(cluster.id);
      if (!place || !title) return [];
      const box = { ...place, ...shift(place) };
      const titleAt = { x: box.x + TITLE_INSET.x, y: box.y + TITLE_INSET.y };
      return [{ cluster, box, title, titleAt }];
    }),
    edges: graph.edges.flatMap((edge) => {
      const route = places.edges.get(edge.key);
      const text = labels.get(edge.key);
      if (!route) return [];
      const end = (id: string) => {
        const [box, shape] = [nodeBoxes.get(id), shapes.get(id)];
        return box && shape ? { box, shape } : undefined;
      };
      const [from, to] = [end(edge.source), end(edge.target)];
      // What a line adds to a trunk begins away from the box, so only its far end meets an outline.
      const points = meetOutline(route.points.map(shift), route.whole ? undefined : from, to);
      const whole = route.whole && meetOutline(route.whole.map(shift), from, to);
      const label = route.label && text && { box: { ...route.label, ...shift(route.label) }, text };
      return [{ edge, points, ...(label && { label }), ...(whole && { whole }) }];
    }),
  };
}
