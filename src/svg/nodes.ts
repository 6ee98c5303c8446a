import { innerBox } from '#layout/measure/shapes.ts';
import type { PlacedNode } from '#layout/placed.ts';
import { instanceCount } from '#views/words.ts';
import { attributes } from './escape.ts';
import { boxPaint } from './paint.ts';
import type { Inks } from './palette.ts';
import { shapePaths } from './shapes.ts';
import { centredText, iconMarkup } from './text.ts';

const DASHES = { Solid: undefined, Dashed: '6 4', Dotted: '1.5 4' } as const;
/** How far the edges behind a box of several instances stand out, each. */
const STACK_STEP = 4;

/** A box: its shape, what the shape draws on it, and its text; `states` names those in which it looks different. */
export function nodeMarkup(
  { node, box, text }: PlacedNode,
  inks: Inks,
  states: { readonly out?: string | undefined; readonly tint?: string | undefined } = {},
): string {
  const { style } = node;
  const paint = boxPaint(style, inks);
  const { outline, details } = shapePaths(style.shape, box);
  // What is faint keeps its words, or nobody could read them.
  const opacity = style.opacity < 100 ? String(style.opacity / 100) : undefined;
  const stroke = {
    stroke: paint.line,
    'stroke-width': style.strokeWidth ?? 1.5,
    'stroke-dasharray': DASHES[style.border],
  };
  const group = attributes({
    class: `element tone-${style.tone}`,
    'data-id': node.id,
    'data-identifier': node.identifier,
    'data-name': node.name,
    'data-kind': node.kind,
    'data-out': states.out,
    'data-tint': states.tint,
  });
  const inner = innerBox(style.shape, box);
  const icon = style.icon ? iconMarkup(text, inner, style.icon, opacity) : '';
  const behind = node.instances ? stackBehind(box, paint.fill, paint.detail, opacity) : '';
  const drawn = details
    ? `<path class="detail" d="${details}" fill="none"${attributes({ ...stroke, stroke: paint.detail, opacity })}/>`
    : '';
  const count = node.instances
    ? `<g class="badge"${attributes({ fill: paint.text })}><text${attributes({
        x: box.x + box.width - 10,
        y: box.y + 18,
        'text-anchor': 'end',
        'font-size': 11.5,
      })}>${instanceCount(node.instances)}</text></g>`
    : '';
  return (
    `<g${group}>${behind}<path class="shape" d="${outline}"${attributes({ fill: paint.fill, ...stroke, opacity })}/>${drawn}` +
    `<g class="text"${attributes({ fill: paint.text })}>${centredText(text, inner)}</g>${icon}${count}</g>`
  );
}

/** The edges of two more boxes behind one that stands for several. */
export function stackBehind(
  { x, y, width, height }: PlacedNode['box'],
  fill: string,
  line: string,
  opacity?: string,
): string {
  return [2, 1]
    .map((depth) => {
      const by = depth * STACK_STEP;
      return `<rect class="stack"${attributes({
        x: x + by,
        y: y - by,
        width,
        height,
        rx: 2,
        fill,
        stroke: line,
        'stroke-width': 1.25,
        opacity,
      })}/>`;
    })
    .join('');
}
