import type { GraphCluster, GraphEdge, GraphNode } from '#views/graph.ts';
import { instanceCount } from '#views/words.ts';
import type { Size } from '../geometry.ts';
import { fontOf, leastSize, lettersOf } from './author-sizes.ts';
import { outerSize } from './shapes.ts';
import { FONTS, LINE_HEIGHT, type TextMeasure } from './text.ts';
import { type LineLimit, wrap } from './wrap.ts';

/** The roles that a line of text can have in a drawing; each has its font. */
export type TextRole = keyof typeof FONTS;

/** One line as it will be drawn; `y` is its baseline from the top of its block. */
export interface TextLine {
  readonly text: string;
  readonly role: TextRole;
  /** Of its letters, in pixels. */
  readonly size: number;
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

/** The least size of a box whose author says none. */
const BOX = { width: 152, height: 74 };
/** Up to here a name grows its box before it takes a second line. */
const NAME_WIDTH = 184;
const MAX_WIDTH = 232;
const WIDTH_STEP = 8;
const CIRCLE = { width: 112, height: 112 };
const PADDING = 12;
/** The least size of the head of a lifeline. */
const HEAD = { width: 128, height: 56 };
const LABEL = { width: 150, characters: 24 };
const STEP = { width: 190, characters: 30 };
const MAX_DESCRIPTION_LINES = 2;
/** Room between the parts of a box, and between a label's words and its technology. */
const PART_GAP = 3;

/** Stacks lines of several roles under each other, without wrapping, in letters that are so much larger. */
function stack(
  parts: readonly { readonly role: TextRole; readonly lines: readonly string[] }[],
  gap: number,
  measure: TextMeasure,
  letters = 1,
): TextBlock {
  const lines: TextLine[] = [];
  let y = 0;
  let width = 0;
  for (const [index, part] of parts.filter(({ lines: rows }) => rows.length > 0).entries()) {
    if (index > 0) y += gap;
    const font = fontOf(part.role, letters);
    for (const text of part.lines) {
      const lineWidth = measure.width(text, font);
      const height = Math.round(font.size * LINE_HEIGHT * 2) / 2;
      lines.push({
        text,
        role: part.role,
        size: font.size,
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
 * one unbreakable word or its author makes it wider. A description that would need a third line, where
 * its author's height has no room for one, is left to the text twin of the drawing, never cut. `footer`
 * is room below the text, for a mark on the lower edge.
 */
export function sizeNode(node: GraphNode, measure: TextMeasure, footer = 0): SizedText {
  const { shape, icon, iconPosition } = node.style;
  const grown = Math.max(1, lettersOf(node.style));
  const least = leastSize(node.style, BOX);
  const most = Math.max(MAX_WIDTH * grown, least.width);
  const aside = icon && iconPosition === 'Left' ? ICON.size + ICON.gap : 0;
  const textIn = (width: number, of = node) =>
    withIcon(nodeText(of, width - 2 * PADDING - aside, measure), node);
  const isShort = (text: TextBlock, width: number) =>
    rowsOf('description', text) <= MAX_DESCRIPTION_LINES ||
    outerSize(shape, { width, height: text.height + 2 * PADDING }).height <= least.height;
  const sized = (text: TextBlock, width: number) =>
    box(node, width, withFooter(belowCount(text, node, width, measure), footer));
  for (let width = leastWidth(node, measure); width < most; width += WIDTH_STEP) {
    const text = textIn(width);
    if (
      text.width <= width - 2 * PADDING &&
      rowsOf('name', text) <= (width < NAME_WIDTH * grown ? 1 : 2) &&
      rowsOf('subtitle', text) <= 1 &&
      isShort(text, width)
    ) {
      return sized(text, width);
    }
  }
  const whole = textIn(most);
  const text = isShort(whole, most) ? whole : textIn(most, { ...node, description: '' });
  return sized(text, Math.max(most, text.width + 2 * PADDING));
}

function rowsOf(role: TextRole, { lines }: TextBlock): number {
  return lines.filter((line) => line.role === role).length;
}

/** The number of instances at the upper right corner: its distance from the side, and its room above words. */
const COUNT = { side: 14, height: 8 };

/** A block whose first line keeps below the number of instances, where it would run into it. */
function belowCount(
  text: TextBlock,
  { instances }: GraphNode,
  width: number,
  measure: TextMeasure,
): TextBlock {
  const count = instances ? measure.width(instanceCount(instances), FONTS.subtitle) : 0;
  const first = text.lines[0]?.width ?? 0;
  if (!count || first + 2 * (count + COUNT.side) <= width) return text;
  return lowered(text, COUNT.height);
}

/** A block with room above its lines. */
function lowered(text: TextBlock, by: number): TextBlock {
  const lines = text.lines.map((line) => ({ ...line, y: line.y + by }));
  const icon = text.icon && { ...text.icon, y: text.icon.y + by };
  return { ...text, lines, height: text.height + by, ...(icon && { icon }) };
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
      const place = { x: (text.width - size) / 2, y: 0, size };
      return { ...lowered(text, room), icon: place };
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
  const letters = lettersOf(node.style);
  const least = leastSize(node.style, HEAD);
  const room = least.width * Math.max(1, letters) - 2 * PADDING;
  const rows = (role: TextRole, text: string) => ({
    role,
    lines: wrap(text, fontOf(role, letters), { width: room }, measure),
  });
  const text = stack(
    [rows('name', node.name), rows('subtitle', node.subtitle ?? '')],
    0,
    measure,
    letters,
  );
  const inner = {
    width: Math.max(least.width, text.width + 2 * PADDING),
    height: text.height + PADDING,
  };
  const outer = outerSize(node.style.shape, inner);
  return {
    width: Math.ceil(outer.width),
    height: Math.ceil(Math.max(least.height, outer.height)),
    text,
  };
}

/** No width below this one can do: lines of unbroken words would take it at best. */
function leastWidth(node: GraphNode, measure: TextMeasure): number {
  const letters = lettersOf(node.style);
  const { width: own } = leastSize(node.style, BOX);
  const widthOf = (role: TextRole, text = '') => measure.width(text, fontOf(role, letters));
  const inOneLine = widthOf('name', node.name) + 2 * PADDING;
  const name = Math.min(inOneLine, NAME_WIDTH * Math.max(1, letters));
  const subtitle = widthOf('subtitle', node.subtitle) + 2 * PADDING;
  const words = node.style.shape === 'Diamond' ? '' : node.description;
  const about = widthOf('description', words) / MAX_DESCRIPTION_LINES;
  // A blank is saved where a line breaks, and each line is rounded up.
  const least = Math.max(own, name - 8, subtitle - 8, about + 2 * PADDING - 8);
  return own + Math.floor((least - own) / WIDTH_STEP) * WIDTH_STEP;
}

function box({ style }: GraphNode, width: number, text: TextBlock): SizedText {
  const { shape } = style;
  const least = leastSize(style, BOX);
  if (shape === 'Circle') {
    // As wide as high, and no wider than its words need.
    const { width: across } = outerSize(shape, text);
    const { width: own } = leastSize(style, CIRCLE);
    const size = Math.ceil(Math.max(own, across + PADDING));
    return { width: size, height: size, text };
  }
  const inner = { width, height: text.height + 2 * PADDING };
  const outer = outerSize(shape, inner);
  const straight = outer.width - inner.width;
  return {
    // A shape's own parts may use the room that short text leaves at the sides.
    width: Math.ceil(
      Math.max(least.width, Math.min(outer.width, text.width + 2 * PADDING + straight)),
    ),
    height: Math.ceil(Math.max(least.height, outer.height)),
    text,
  };
}

function nodeText(node: GraphNode, width: number, measure: TextMeasure): TextBlock {
  const letters = lettersOf(node.style);
  const rows = (role: TextRole, text: string) => ({
    role,
    lines: wrap(text, fontOf(role, letters), { width }, measure),
  });
  return stack(
    [
      rows('name', node.name),
      rows('subtitle', node.subtitle ?? ''),
      rows('description', node.style.shape === 'Diamond' ? '' : (node.description ?? '')),
    ],
    PART_GAP,
    measure,
    letters,
  );
}

/** A line's label: what passes, then `[technology]`. Empty when the line says nothing. */
export function sizeLabel(edge: GraphEdge, measure: TextMeasure): TextBlock {
  const letters = lettersOf(edge.style);
  const rows = (role: TextRole, text: string) => ({
    role,
    lines: wrap(text, fontOf(role, letters), limitOf(LABEL, letters), measure),
  });
  const block = stack(
    [rows('label', edge.description), rows('labelTechnology', technologyText(edge))],
    0,
    measure,
    letters,
  );
  return withStep(block, edge, measure);
}

/** How far a line may go in letters that are so much larger: as many of them. */
function limitOf({ width, characters }: typeof LABEL, letters: number): LineLimit {
  return { width: width * letters, characters };
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
  const letters = lettersOf(edge.style);
  const limit = limitOf(STEP, letters);
  const lines = wrap(edge.description + technology, fontOf('label', letters), limit, measure);
  return withStep(stack([{ role: 'label', lines }], 0, measure, letters), edge, measure);
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

/**
 * A boundary's title and, under it, what it is, with room for its number of instances. Titles do not
 * wrap: the boundary is as wide.
 */
export function sizeTitle(cluster: GraphCluster, measure: TextMeasure): TextBlock {
  const { instances } = cluster;
  const count = instances ? measure.width(instanceCount(instances), FONTS.boundary) : 0;
  const title = stack(
    [
      { role: 'boundary', lines: [cluster.name] },
      { role: 'boundaryKind', lines: cluster.subtitle ? [cluster.subtitle] : [] },
    ],
    0,
    measure,
  );
  return { ...title, width: title.width + count };
}
