import type { Direction, GraphEdge, GraphNode, ViewGraph } from '#views/graph.ts';
import type { SizedEdge, SizedGraph, SizedNode, Spacing } from './engine.ts';
import type { Insets } from './geometry.ts';
import { type Badges, marksOf, STACK, withMarks } from './marks.ts';
import {
  type SizedText,
  sizeLabel,
  sizeNode,
  sizeTitle,
  type TextBlock,
} from './measure/blocks.ts';
import type { TextMeasure } from './measure/text.ts';
import { sidesOf } from './sides.ts';

/** From a boundary's corner to its title. */
export const TITLE_INSET = { x: 16, y: 12 };
/** The number of instances at a boundary's upper right corner. */
const COUNT_WIDTH = 56;
/** Room within a box above a badge, so that the badge covers no words. */
const BADGE_FOOTER = 10;
/** On a sheet narrower than this, lines that should run sideways run down. */
const NARROW = 900;
const TURNED: Readonly<Record<Direction, Direction>> = { TB: 'TB', BT: 'BT', LR: 'TB', RL: 'BT' };

/** A view's words in lines, by what they belong to, and the graph of their sizes. */
export interface SizedView {
  readonly boxes: ReadonlyMap<string, SizedText>;
  readonly titles: ReadonlyMap<string, TextBlock>;
  /** By an edge's key. */
  readonly labels: ReadonlyMap<string, TextBlock>;
  /** By a box's id, the ground that its marks take. */
  readonly marks: ReadonlyMap<string, Insets>;
  readonly graph: SizedGraph;
}

export interface SizeOptions {
  readonly measure: TextMeasure;
  /** Boxes with badges at their lower edge; where there are some, all boxes keep room for one. */
  readonly badges?: Badges;
  /** The width of the sheet in pixels, where it is not a page on a screen: 640 for a telephone. */
  readonly width?: number;
  readonly spacing?: Spacing;
}

export function sizeView(view: ViewGraph, options: SizeOptions): SizedView {
  const { measure, badges = false, width, spacing } = options;
  const marks = new Map(view.nodes.map((node) => [node.id as string, marksOf(node, badges)]));
  const boxes = new Map(
    view.nodes.map((node) => {
      const footer = marks.get(node.id)?.bottom ? BADGE_FOOTER : 0;
      return [node.id as string, sizeNode(node, measure, footer)];
    }),
  );
  const labels = new Map(view.edges.map((edge) => [edge.key, sizeLabel(edge, measure)]));
  const titles = new Map(view.clusters.map((own) => [own.id as string, sizeTitle(own, measure)]));
  const holders = new Set(
    view.clusters.flatMap(({ parent, instances }) => (instances && parent) || []),
  );
  const narrow = width !== undefined && width < NARROW;
  const graph: SizedGraph = {
    direction: narrow ? TURNED[view.direction] : view.direction,
    nodes: view.nodes.map((node) => nodeOf(node, boxes.get(node.id), marks.get(node.id))),
    clusters: view.clusters.map(({ id, parent, instances }) => {
      const title = titles.get(id) ?? { width: 0, height: 0 };
      // The edges behind a boundary that stands for several stand out towards the title.
      const edges = holders.has(id) ? STACK : 0;
      return {
        id,
        title: {
          width: title.width + TITLE_INSET.x,
          height: title.height + TITLE_INSET.y + edges,
        },
        ...(parent && { parent }),
        ...(instances && { corner: COUNT_WIDTH }),
      };
    }),
    edges: view.edges.map((edge) => edgeOf(edge, labels.get(edge.key))),
    ...(width !== undefined && { width }),
    ...(spacing && { spacing }),
  };
  return { boxes, titles, labels, marks, graph };
}

function nodeOf(
  { id, parent, kind, style }: GraphNode,
  box: SizedText | undefined,
  marks: Insets | undefined,
): SizedNode {
  const { width, height } = box ?? { width: 0, height: 0 };
  const { top = 0, right = 0, bottom = 0, left = 0 } = marks ?? {};
  const sides = sidesOf(style.shape, { width, height });
  const lower = ([from, to]: readonly [number, number]) => [from + top, to + top] as const;
  return {
    id,
    ...withMarks({ width, height }, { top, right, bottom, left }),
    sides: { ...sides, left: lower(sides.left), right: lower(sides.right) },
    ...(parent && { parent }),
    ...(kind === 'Person' && { first: true }),
    ...(style.shape === 'Pipe' && { carrier: true }),
  };
}

function edgeOf(edge: GraphEdge, label: TextBlock | undefined): SizedEdge {
  const { key, source, target, style, order } = edge;
  return {
    key,
    source,
    target,
    // Steps have an order of their own, so each keeps a line of its own.
    ...(order === undefined && { look: JSON.stringify(style) }),
    ...(label && label.width > 0 && { label: { width: label.width, height: label.height } }),
  };
}
