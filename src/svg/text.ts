import type { Rect } from '#layout/geometry.ts';
import type { TextBlock, TextLine, TextRole } from '#layout/measure/blocks.ts';
import { FONTS } from '#layout/measure/text.ts';
import { turned } from './direction.ts';
import { attributes, escapeXml } from './escape.ts';
import type { Inks } from './palette.ts';

/** Roles whose lines are a shade weaker than the text around them. */
const WEAK: ReadonlySet<TextRole> = new Set(['subtitle']);

/** Lines centred in a box; they take their colour from the group around them. */
export function centredText(block: TextBlock, box: Rect): string {
  const x = box.x + (box.width + (block.indent ?? 0)) / 2;
  const top = box.y + (box.height - block.height) / 2;
  return block.lines
    .map((line) => textLine(line, { x, y: top + line.y, 'text-anchor': 'middle' }, block))
    .join('');
}

/** The icon of a block that is centred in a box. */
export function iconMarkup(
  { icon, width, height }: TextBlock,
  box: Rect,
  source: string,
  opacity?: string,
): string {
  if (!icon) return '';
  const place = attributes({
    x: box.x + (box.width - width) / 2 + icon.x,
    y: box.y + (box.height - height) / 2 + icon.y,
    width: icon.size,
    height: icon.size,
    href: source,
    opacity,
  });
  return `<image class="icon"${place}/>`;
}

/** Lines from an upper left corner: the titles of boundaries. */
export function leftText(block: TextBlock, x: number, y: number): string {
  return block.lines.map((line) => textLine(line, { x, y: y + line.y }, block)).join('');
}

/** The words of a line, ink for what passes and a lighter grey for the technology. */
export function labelText(block: TextBlock, middle: number, top: number, inks: Inks): string {
  return block.lines
    .map((line) =>
      textLine(
        line,
        {
          x: middle,
          y: top + line.y,
          'text-anchor': 'middle',
          fill: line.role === 'labelTechnology' ? inks.of('ink3') : inks.of('ink'),
        },
        block,
      ),
    )
    .join('');
}

/** A line of a block; the first letter of all lines of its role says which way each of them reads. */
function textLine(
  { text, role, size }: TextLine,
  place: Parameters<typeof attributes>[0],
  { lines }: TextBlock,
): string {
  const { weight } = FONTS[role];
  const whole = lines.find((line) => line.role === role && /\p{L}/u.test(line.text));
  const style = attributes({
    ...place,
    ...turned(place['text-anchor'], whole?.text ?? text),
    'font-size': size,
    'font-weight': weight === 400 ? undefined : weight,
    opacity: WEAK.has(role) ? '0.84' : undefined,
  });
  return `<text${style}>${escapeXml(text)}</text>`;
}
