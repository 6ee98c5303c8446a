import type { Rect } from '#layout/geometry.ts';
import { STEP_GAP } from '#layout/measure/blocks.ts';
import type { PlacedEdge } from '#layout/placed.ts';
import { type AttributeValue, attributes, escapeXml, number } from './escape.ts';
import { beforeHead, curvedPath, headMarkup, roundedPath } from './lines.ts';
import type { Inks } from './palette.ts';
import { labelText } from './text.ts';

const DASHES = { Solid: undefined, Dashed: '6 4', Dotted: '1.5 4' } as const;
/** Ground-coloured margin around a label, so that no line touches its words. */
const KNOCK_OUT = 3;

/** What else there is to draw of a line. */
interface EdgeExtras {
  /** The states in which it is in the background. */
  readonly out?: string | undefined;
  /** Down from here to its head, behind a badge that it ends at: for states that hide the badge. */
  readonly stem?: number | undefined;
}

/** A line with its head. `disc` is the width of the step's number in front of its words. */
export function edgeMarkup(
  placed: PlacedEdge,
  ground: string,
  disc: number,
  inks: Inks,
  { out, stem }: EdgeExtras = {},
): string {
  const { edge, points } = placed;
  const { style } = edge;
  const color = inks.either('line', style.light, style.dark);
  const width = style.thickness ?? 1.25;
  const isOpen = edge.response ?? false;
  const group = attributes({
    class: 'relationship',
    'data-id': edge.id,
    'data-source': edge.source,
    'data-target': edge.target,
    'data-order': edge.order,
    'data-out': out,
  });
  const opacity = style.opacity < 100 ? String(style.opacity / 100) : undefined;
  const line = attributes({
    class: 'edge',
    d: placed.curved
      ? curvedPath(points)
      : roundedPath(isOpen ? points : beforeHead(points, width)),
    fill: 'none',
    stroke: color,
    'stroke-width': width,
    'stroke-dasharray': DASHES[style.line],
  });
  // On a trunk a line draws only what it adds; all of it shows when it is followed.
  const whole = placed.whole
    ? `<path${attributes({ class: 'whole', d: roundedPath(placed.whole), fill: 'none', 'stroke-width': width })}/>`
    : '';
  const tip = points.at(-1);
  const behind =
    tip && stem !== undefined
      ? `<path${attributes({ class: 'stem', d: `M${number(tip.x)} ${number(stem)}V${number(tip.y)}`, fill: 'none', stroke: color, 'stroke-width': width })}/>`
      : '';
  const head = headMarkup(points, { color, width, open: isOpen });
  const drawn = `${behind}<path${line}/>${head}`;
  // What is faint keeps its words, or nobody could read them.
  const faint = opacity ? `<g${attributes({ opacity })}>${drawn}</g>` : drawn;
  return `<g${group}>${whole}${faint}${labelMarkup(placed, ground, disc, inks)}</g>`;
}

function labelMarkup(
  { edge, label }: PlacedEdge,
  ground: string,
  disc: number,
  inks: Inks,
): string {
  if (!label) return '';
  const { box, text } = label;
  const step = edge.step ?? edge.order;
  const wordsLeft =
    box.x + (step === undefined ? 0 : disc + (text.lines.length > 0 ? STEP_GAP : 0));
  const middle = (wordsLeft + box.x + box.width) / 2;
  const words = text.lines.length > 0 ? blockHeight(text) : 0;
  const top = box.y + (box.height - words) / 2;
  return (
    `<g class="label">${knockOutMarkup(box, ground)}` +
    `${step === undefined ? '' : stepMarkup(step, box, disc, inks)}` +
    `${labelText(text, middle, top, inks)}</g>`
  );
}

/** What hides lines behind a label. */
export function knockOutMarkup(box: Rect, ground: string): string {
  const knockOut = attributes({
    class: 'knock-out',
    x: box.x - KNOCK_OUT,
    y: box.y - 1,
    width: box.width + 2 * KNOCK_OUT,
    height: box.height + 2,
    fill: ground,
  });
  return `<rect${knockOut}/>`;
}

/** The height of a block's words; a block with a step may be taller than they are. */
function blockHeight({ lines, height }: NonNullable<PlacedEdge['label']>['text']): number {
  const last = lines.at(-1);
  return last ? Math.min(height, last.y + 4) : height;
}

function stepMarkup(
  order: string,
  box: { readonly x: number; readonly y: number; readonly height: number },
  width: number,
  inks: Inks,
): string {
  const height = 17;
  const y = box.y + (box.height - height) / 2;
  const pill: Record<string, AttributeValue> = {
    x: box.x,
    y,
    width,
    height,
    rx: height / 2,
    fill: inks.of('ink'),
  };
  const digits = attributes({
    x: box.x + width / 2,
    y: y + 12.5,
    'text-anchor': 'middle',
    'font-size': 11,
    'font-weight': 600,
    fill: inks.of('plate'),
  });
  return `<rect${attributes(pill)}/><text${digits}>${escapeXml(order)}</text>`;
}
