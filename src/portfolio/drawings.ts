import type { LayoutEngine } from '#layout/engine.ts';
import { type Point, type Rect, union } from '#layout/geometry.ts';
import { innerBox } from '#layout/measure/shapes.ts';
import type { TextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import type { PlacedEdge, PlacedNode, PlacedView } from '#layout/placed.ts';
import { inReadingOrder } from '#layout/reading-order.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';
import type { CostBadge } from '#svg/badges.ts';
import { type EmbeddedFonts, outOf, renderDrawing } from '#svg/drawing.ts';
import { boxPaint } from '#svg/paint.ts';
import { inks } from '#svg/palette.ts';
import type { SheetBlock } from '#svg/title-block.ts';
import { buildViewGraph } from '#views/build.ts';
import type { ViewGraph } from '#views/graph.ts';
import { type DrawingState, perspectivesOf, stepsOf } from '#views/states.ts';
import type { StyleSheet } from '#views/styles.ts';
import { type Addresses, viewPath } from './addresses.ts';
import { focusOf } from './focus.ts';
import { deeperView } from './levels.ts';
import type { Overlay } from './overlays.ts';

/** A box of a drawing that leads somewhere. */
export interface BoxLink {
  readonly box: Rect;
  readonly name: string;
  readonly href: string;
  /** The box opens a drawing one level deeper; otherwise the element's page. */
  readonly deeper: boolean;
  readonly elementId: string;
  /** Where on the box the sign of a deeper drawing stands: its inner upper right corner. */
  readonly corner: Point;
  /** The colour of the box's text. */
  readonly ink: string;
  /** The states in which the box steps back, and the sign with it. */
  readonly out?: string;
}

/** Where a box or a boundary of a drawing stands. */
export interface BoxPlace {
  /** The element's, or the boundary's. */
  readonly id: string;
  /** The element that it stands for: the container behind an instance, else itself. */
  readonly staticId: string;
  readonly box: Rect;
  readonly boundary: boolean;
}

/** A drawing as a page shows it: markup without links, and the links that lie over it. */
export interface Drawing {
  readonly graph: ViewGraph;
  /** SVG that follows the page's theme. */
  readonly svg: string;
  /** Natural size in pixels. */
  readonly width: number;
  readonly height: number;
  /** In the order of the boxes on the sheet, row by row: that of the keyboard. */
  readonly links: readonly BoxLink[];
  /**
   * The box that a narrow frame opens on. A sequence has none: it is read from its left edge.
   */
  readonly focus?: string;
  /** What a page can put in the foreground: overlays, steps, then perspectives. */
  readonly states: readonly DrawingState[];
  /** Those of them that need a legend. */
  readonly overlays: readonly Overlay[];
  /** Boundaries from the outside in, then boxes. */
  readonly places: readonly BoxPlace[];
  /** The ground that each step of a sequence takes, from top to bottom; none in other drawings. */
  readonly steps: readonly Rect[];
}

/** How many views are kept as they were placed: a thousand of them would take a tenth of a gigabyte. */
export const MOST_PLACED = 200;

/** What drawings are made with. */
export interface DrawingTools {
  readonly index: WorkspaceIndex;
  readonly sheet: StyleSheet;
  readonly addresses: Addresses;
  readonly engine: LayoutEngine;
  readonly measure: TextMeasure;
  /** What is placed once for all uses: a view is drawn on its page, in its study, in walkthroughs and in a review. */
  readonly placed?: Map<string, PlacedView>;
}

/** What is said at the boxes of a drawing. */
export interface DrawingMarks {
  readonly costs: ReadonlyMap<string, CostBadge>;
  /** What a page can say instead. All uses of a view keep room for it, so that they look the same. */
  readonly overlaysOf: (graph: ViewGraph) => readonly Overlay[];
}

/** Boxes with their own words only. */
export const NO_MARKS: DrawingMarks = { costs: new Map(), overlaysOf: () => [] };

/**
 * The drawing of a view, for a page. `use` tells apart two uses of one view on a page. An image view,
 * and a filtered one without a base, have none.
 */
export function drawView(
  tools: DrawingTools,
  view: View,
  marks: DrawingMarks,
  use: string,
  withStates = false,
): Drawing | undefined {
  const placed = place(tools, view, marks);
  if (!placed) return undefined;
  const { graph, nodes, width, height } = placed.view;
  const { overlays } = placed;
  const states = withStates
    ? [...overlays, ...stepsOf(graph, view), ...perspectivesOf(graph, tools.index)]
    : [];
  const { measure } = tools;
  const { costs } = marks;
  const svg = renderDrawing(placed.view, {
    prefix: `${use}-${view.key}`,
    theme: 'auto',
    measure,
    costs,
    states,
  });
  const out = outOf({ states });
  const links = inReadingOrder(nodes).flatMap((node) =>
    linkOf(tools, view, node).map((link) => {
      const names = out(node.node.id);
      return names === undefined ? link : { ...link, out: names };
    }),
  );
  const boxes = nodes.map(({ node: { id }, box }) => ({ id, box }));
  const focus = placed.view.layout === 'sequence' ? undefined : focusOf(graph, boxes, costs);
  return {
    graph,
    svg,
    width,
    height,
    links,
    states,
    overlays: withStates ? overlays : [],
    places: placesIn(placed.view),
    steps: placed.view.layout === 'sequence' ? placed.view.edges.flatMap(groundOf) : [],
    ...(focus && { focus }),
  };
}

/** The drawing of a view as a file of its own, with its title block and in light colours; for the same views as `drawView`. */
export function drawFile(
  tools: DrawingTools,
  view: View,
  marks: DrawingMarks,
  fonts: EmbeddedFonts,
  blockOf: (graph: ViewGraph) => SheetBlock,
): string | undefined {
  const placed = place(tools, view, marks)?.view;
  if (!placed) return undefined;
  const { measure } = tools;
  const { costs } = marks;
  const block = blockOf(placed.graph);
  return renderDrawing(placed, { prefix: view.key, theme: 'light', measure, costs, fonts, block });
}

function place(
  { index, sheet, engine, measure, placed = new Map() }: DrawingTools,
  view: View,
  { costs, overlaysOf }: DrawingMarks,
): { readonly view: PlacedView; readonly overlays: readonly Overlay[] } | undefined {
  if (view.kind === 'Image') return undefined;
  const graph = buildViewGraph(index, view, sheet);
  if (!graph) return undefined;
  const overlays = overlaysOf(graph);
  const marked = new Set([...costs.keys(), ...overlays.flatMap(({ notes }) => [...notes.keys()])]);
  const badges = graph.nodes.some(({ id }) => marked.has(id)) && marked;
  const key = JSON.stringify([view.key, badges && [...badges].sort()]);
  const known = placed.get(key) ?? placeView(graph, { engine, measure, badges });
  if (placed.size < MOST_PLACED) placed.set(key, known);
  return { view: known, overlays };
}

function placesIn(view: PlacedView): BoxPlace[] {
  const clusters = view.layout === 'sequence' ? [] : view.clusters;
  return [
    ...clusters.map(({ cluster: { id }, box }) => ({ id, staticId: id, box, boundary: true })),
    ...view.nodes.map(({ node: { id, staticId }, box }) => ({
      id,
      staticId,
      box,
      boundary: false,
    })),
  ];
}

/** What a line and its label take of the ground. */
function groundOf({ points, label }: PlacedEdge): Rect[] {
  const ends = points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }));
  const ground = union(label ? [...ends, label.box] : ends);
  return ground ? [ground] : [];
}

function linkOf({ index, addresses }: DrawingTools, view: View, placed: PlacedNode): BoxLink[] {
  const { node, box } = placed;
  const element = index.element(node.id);
  const deeper = element && deeperView(index, view, element);
  const href = deeper ? viewPath(deeper.key) : addresses.element(node.id);
  if (href === undefined) return [];
  const inner = innerBox(node.style.shape, box);
  return [
    {
      box,
      name: node.name,
      href,
      deeper: deeper !== undefined,
      elementId: node.id,
      corner: { x: inner.x + inner.width, y: inner.y },
      ink: boxPaint(node.style, inks('auto')).text,
    },
  ];
}
