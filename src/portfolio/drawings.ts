import type { LayoutEngine } from '#layout/engine.ts';
import type { Point, Rect } from '#layout/geometry.ts';
import { innerBox } from '#layout/measure/shapes.ts';
import type { TextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import type { PlacedNode, PlacedView } from '#layout/placed.ts';
import { inReadingOrder } from '#layout/reading-order.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';
import type { CostBadge } from '#svg/badges.ts';
import { type EmbeddedFonts, renderDrawing } from '#svg/drawing.ts';
import { boxPaint } from '#svg/paint.ts';
import { inks } from '#svg/palette.ts';
import type { SheetBlock } from '#svg/title-block.ts';
import { buildViewGraph } from '#views/build.ts';
import type { ViewGraph } from '#views/graph.ts';
import { type DrawingState, perspectivesOf, stepsOf } from '#views/states.ts';
import type { StyleSheet } from '#views/styles.ts';
import { type Addresses, viewPath } from './addresses.ts';
import { deeperView } from './levels.ts';

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
  /** The box that a narrow frame opens on: the dearest, else the first store. */
  readonly focus?: string;
  /** What a page can put in the foreground: steps, then perspectives. */
  readonly states: readonly DrawingState[];
}

/** What drawings are made with. */
export interface DrawingTools {
  readonly index: WorkspaceIndex;
  readonly sheet: StyleSheet;
  readonly addresses: Addresses;
  readonly engine: LayoutEngine;
  readonly measure: TextMeasure;
}

/**
 * The drawing of a view, for a page. `use` tells apart two uses of one view on a page. An image view,
 * and a filtered one without a base, have none.
 */
export function drawView(
  tools: DrawingTools,
  view: View,
  costs: ReadonlyMap<string, CostBadge>,
  use: string,
  withStates = false,
): Drawing | undefined {
  const placed = place(tools, view, costs);
  if (!placed) return undefined;
  const { graph, nodes, width, height } = placed;
  const states = withStates ? [...stepsOf(graph, view), ...perspectivesOf(graph, tools.index)] : [];
  const { measure } = tools;
  const svg = renderDrawing(placed, {
    prefix: `${use}-${view.key}`,
    theme: 'auto',
    measure,
    costs,
    states,
  });
  const links = inReadingOrder(nodes).flatMap((node) => linkOf(tools, view, node));
  const [dearest] = [...costs].toSorted(([, a], [, b]) => b.ratio - a.ratio);
  const focus = dearest?.[0] ?? graph.nodes.find(({ style }) => style.tone === 'store')?.id;
  return { graph, svg, width, height, links, states, ...(focus && { focus }) };
}

/** The drawing of a view as a file of its own, with its title block and in light colours; for the same views as `drawView`. */
export function drawFile(
  tools: DrawingTools,
  view: View,
  costs: ReadonlyMap<string, CostBadge>,
  fonts: EmbeddedFonts,
  blockOf: (graph: ViewGraph) => SheetBlock,
): string | undefined {
  const placed = place(tools, view, costs);
  if (!placed) return undefined;
  const { measure } = tools;
  const block = blockOf(placed.graph);
  return renderDrawing(placed, { prefix: view.key, theme: 'light', measure, costs, fonts, block });
}

function place(
  { index, sheet, engine, measure }: DrawingTools,
  view: View,
  costs: ReadonlyMap<string, CostBadge>,
): PlacedView | undefined {
  if (view.kind === 'Image') return undefined;
  const graph = buildViewGraph(index, view, sheet);
  return graph && placeView(graph, { engine, measure, badges: costs.size > 0 });
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
