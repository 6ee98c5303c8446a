import type { GraphCluster, GraphEdge, GraphNode } from '#views/graph.ts';
import type { Size } from '../geometry.ts';
import { outerSize } from './shapes.ts';
import { FONTS, type Font, LINE_HEIGHT, type TextMeasure } from './text.ts';
import { wrap } from './wrap.ts';

/** The roles that a line of text can have in a drawing; each has its font. */
export type TextRole = keyof typeof FONTS;

/** One line as it will be drawn; `y` is its baseline from the top of its block. */
export interface TextLine {
  readonly text: string;
  readonly role: TextRole;
  readonly width: number;
  readonly y: number;
}

/** Lines of text and the room that they take. */
export interface TextBlock extends Size {
  readonly lines: readonly TextLine[];
  /** An icon beside the lines: its upper left corner from the block's, and its size. */
  readonly icon?: { readonly x: number; readonly y: number; readonly size: number };
  /** Room at the left that the lines leave free. */
  readonly indent?: number;
}

/** A box at its natural size, and what is written in it. */
export interface SizedText extends Size {
  readonly text: TextBlock;
}

const MIN_WIDTH = 152;
/** Up to here a name grows its box before it takes a second line. */
const NAME_WIDTH = 184;
const MAX_WIDTH = 232;
const WIDTH_STEP = 8;
const MIN_HEIGHT = 74;
const MIN_CIRCLE = 112;
const PADDING = 12;
/** The least size of the head of a lifeline. */
const HEAD = { width: 128, height: 56 };
const LABEL = { width: 150, characters: 24 };
const STEP = { width: 190, characters: 30 };
const MAX_DESCRIPTION_LINES = 2;
/** Room between the parts of a box, and between a label's words and its technology. */
const PART_GAP = 3;

/** Stacks lines of several roles under each other, without wrapping. */
function stack(
  parts: readonly { readonly role: TextRole; readonly lines: readonly string[] }[],
  gap: number,
  measure: TextMeasure,
): TextBlock {
  const lines: TextLine[] = [];
  let y = 0;
  let width = 0;
  for (const [index, part] of parts.filter(({ lines: rows }) => rows.length > 0).entries()) {
    if (index > 0) y += gap;
    const font: Font = FONTS[part.role];
    for (const text of part.lines) {
      const lineWidth = measure.width(text, font);
      const height = Math.round(font.size * LINE_HEIGHT * 2) / 2;
      lines.push({
        text,
        role: part.role,
        width: lineWidth,
        y: y + Math.round(height * 0.78 * 2) / 2,
      });
      y += height;
      width = Math.max(width, lineWidth);
    }
  }
  return { lines, width, height: y };
}

/**
 * The size of a box and its text: as narrow as the text allows, in steps, from 152 to 232 px; only
 * one unbreakable word makes it wider. A description that would need a third line is left to the
 * text twin of the drawing, never cut. `footer` is room below the text, for a mark on the lower edge.
 */
export function sizeNode(node: GraphNode, measure: TextMeasure, footer = 0): SizedText {
  const { shape } = node.style;
  const aside = node.style.icon && node.style.iconPosition === 'Left' ? ICON.size + ICON.gap : 0;
  for (let width = leastWidth(node, measure); width < MAX_WIDTH; width += WIDTH_STEP) {
    const text = withIcon(nodeText(node, width - 2 * PADDING - aside, measure), node);
    const rows = (role: TextRole) => text.lines.filter((line) => line.role === role).length;
    if (
      text.width <= width - 2 * PADDING &&
      rows('name') <= (width < NAME_WIDTH ? 1 : 2) &&
      rows('subtitle') <= 1 &&
      rows('description') <= MAX_DESCRIPTION_LINES
    ) {
      return box(shape, width, withFooter(text, footer));
    }
  }
  const wide = withIcon(nodeText(node, MAX_WIDTH - 2 * PADDING - aside, measure), node);
  const lines = wide.lines.filter(({ role }) => role === 'description').length;
  const text =
    lines > MAX_DESCRIPTION_LINES
      ? withIcon(
          nodeText({ ...node, description: '' }, MAX_WIDTH - 2 * PADDING - aside, measure),
          node,
        )
      : wide;
  return box(shape, Math.max(MAX_WIDTH, text.width + 2 * PADDING), withFooter(text, footer));
}

/** The side of an icon, and what keeps it off the words. */
const ICON = { size: 28, gap: 5 };

/** A block with room for an icon above, below or at the left of its lines. */
function withIcon(text: TextBlock, { style: { icon, iconPosition } }: GraphNode): TextBlock {
  if (icon === undefined) return text;
  const { size, gap } = ICON;
  const room = size + gap;
  switch (iconPosition) {
    case 'Left': {
      const height = Math.max(text.height, size);
      const down = (height - text.height) / 2;
      const lines = text.lines.map((line) => ({ ...line, y: line.y + down }));
      const place = { x: 0, y: (height - size) / 2, size };
      return { ...text, lines, width: text.width + room, height, indent: room, icon: place };
    }
    case 'Top': {
      const lines = text.lines.map((line) => ({ ...line, y: line.y + room }));
      const place = { x: (text.width - size) / 2, y: 0, size };
      return { ...text, lines, height: text.height + room, icon: place };
    }
    default: {
      const place = { x: (text.width - size) / 2, y: text.height + gap, size };
      return { ...text, height: text.height + room, icon: place };
    }
  }
}

/** Room below the last line, as a part of the block: what centres the block keeps it free. */
function withFooter(text: TextBlock, footer: number): TextBlock {
  return { ...text, height: text.height + footer };
}

/** The head of a lifeline: name and second line, as wide as they are. */
export function sizeHead(node: GraphNode, measure: TextMeasure): SizedText {
  const rows = (role: TextRole, text: string) => ({
    role,
    lines: wrap(text, FONTS[role], { width: HEAD.width - 2 * PADDING }, measure),
  });
  const text = stack([rows('name', node.name), rows('subtitle', node.subtitle ?? '')], 0, measure);
  const inner = {
    width: Math.max(HEAD.width, text.width + 2 * PADDING),
    height: text.height + PADDING,
  };
  const outer = outerSize(node.style.shape, inner);
  return {
    width: Math.ceil(outer.width),
    height: Math.ceil(Math.max(HEAD.height, outer.height)),
    text,
  };
}

/** No width below this one can do: lines of unbroken words would take it at best. */
function leastWidth(node: GraphNode, measure: TextMeasure): number {
  const inOneLine = measure.width(node.name, FONTS.name) + 2 * PADDING;
  const name = Math.min(inOneLine, NAME_WIDTH);
  const subtitle = measure.width(node.subtitle ?? '', FONTS.subtitle) + 2 * PADDING;
  const words = node.style.shape === 'Diamond' ? '' : (node.description ?? '');
  const about = measure.width(words, FONTS.description) / MAX_DESCRIPTION_LINES;
  // A blank is saved where a line breaks, and each line is rounded up.
  const least = Math.max(MIN_WIDTH, name - 8, subtitle - 8, about + 2 * PADDING - 8);
  return MIN_WIDTH + Math.floor((least - MIN_WIDTH) / WIDTH_STEP) * WIDTH_STEP;
}

function box(shape: GraphNode['style']['shape'], width: number, text: TextBlock): SizedText {
  if (shape === 'Circle') {
    // As wide as high, and no wider than its words need.
    const { width: across } = outerSize(shape, text);
    const size = Math.ceil(Math.max(MIN_CIRCLE, across + PADDING));
    return { width: size, height: size, text };
  }
  const inner = { width, height: text.height + 2 * PADDING };
  const outer = outerSize(shape, inner);
  const straight = outer.width - inner.width;
  return {
    // A shape's own parts may use the room that short text leaves at the sides.
    width: Math.ceil(
      Math.max(MIN_WIDTH, Math.min(outer.width, text.width + 2 * PADDING + straight)),
    ),
    height: Math.ceil(Math.max(MIN_HEIGHT, outer.height)),
    text,
  };
}

function nodeText(node: GraphNode, width: number, measure: TextMeasure): TextBlock {
  const rows = (role: TextRole, text: string) => ({
    role,
    lines: wrap(text, FONTS[role], { width }, measure),
  });
  return stack(
    [
      rows('name', node.name),
      rows('subtitle', node.subtitle ?? ''),
      rows('description', node.style.shape === 'Diamond' ? '' : (node.description ?? '')),
    ],
    PART_GAP,
    measure,
  );
}

/** A line's label: what passes, then `[technology]`. Empty when the line says nothing. */
export function sizeLabel(edge: GraphEdge, measure: TextMeasure): TextBlock {
  const technology = technologyText(edge);
  const block = stack(
    [
      { role: 'label', lines: wrap(edge.description, FONTS.label, LABEL, measure) },
      { role: 'labelTechnology', lines: wrap(technology, FONTS.labelTechnology, LABEL, measure) },
    ],
    0,
    measure,
  );
  return withStep(block, edge, measure);
}

function technologyText({ technology, metadata }: GraphEdge): string {
  return metadata ?? (technology ? `[${technology}]` : '');
}

/** A step's number before its words: the disc's width, and the gap to the words. */
export const STEP_GAP = 5;

/** The width of the disc, or of the pill from two digits on, that holds a step's number. */
export function stepWidth(order: string, measure: TextMeasure): number {
  return Math.max(18, measure.width(order, FONTS.step) + 10);
}

/** A step of a sequence diagram: number, words and technology in as few lines as 30 characters allow. */
export function sizeStep(edge: GraphEdge, measure: TextMeasure): TextBlock {
  const words = edge.response ? '' : technologyText(edge);
  const technology = words && ` ${words}`;
  const lines = wrap(edge.description + technology, FONTS.label, STEP, measure);
  return withStep(stack([{ role: 'label', lines }], 0, measure), edge, measure);
}

/** A block with room at its left for the number of the step. */
function withStep(
  block: TextBlock,
  { order, step = order }: GraphEdge,
  measure: TextMeasure,
): TextBlock {
  if (step === undefined) return block;
  const width = block.width + stepWidth(step, measure) + (block.lines.length > 0 ? STEP_GAP : 0);
  return { ...block, width, height: Math.max(18, block.height) };
}

/** A boundary's title and, under it, what it is. Titles do not wrap: the boundary is as wide. */
export function sizeTitle(cluster: GraphCluster, measure: TextMeasure): TextBlock {
  return stack(
    [
      { role: 'boundary', lines: [cluster.name] },
      { role: 'boundaryKind', lines: cluster.subtitle ? [cluster.subtitle] : [] },
    ],
    0,
    measure,
  );
}
