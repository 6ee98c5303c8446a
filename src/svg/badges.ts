import type { Rect } from '#layout/geometry.ts';
import { attributes, escapeXml } from './escape.ts';
import type { Inks } from './palette.ts';

/** What an element costs a month, ready to be shown. */
export interface CostBadge {
  /** `$2,934` or a range. */
  readonly amount: string;
  /** `24.4 %` of the view's total. */
  readonly share: string;
  /** Length of the bar: 1 for the dearest element of the view. */
  readonly ratio: number;
}

const WIDTH = 92;
const HEIGHT = 20;
const BAR = 4;

/** A badge astride the lower edge of a box: dollars, share, and a bar that compares. */
export function badgeMarkup(
  id: string,
  { amount, share, ratio }: CostBadge,
  box: Rect,
  inks: Inks,
): string {
  const x = box.x + (box.width - WIDTH) / 2;
  const y = box.y + box.height - HEIGHT / 2;
  const frame = attributes({
    x,
    y,
    width: WIDTH,
    height: HEIGHT,
    rx: 2,
    fill: inks.of('paper'),
    stroke: inks.of('moneyFill'),
    'stroke-width': 1.25,
  });
  const bar = attributes({
    x: x + 0.6,
    y: y + HEIGHT - BAR,
    width: Math.max(1, (WIDTH - 1.2) * ratio),
    height: BAR - 0.6,
    fill: inks.of('moneyFill'),
  });
  const text = { y: y + 12.5, 'font-size': 11, fill: inks.of('money') };
  return (
    `<g class="badge cost"${attributes({ 'data-of': id })}><rect${frame}/><rect${bar}/>` +
    `<text${attributes({ x: x + 6, 'font-weight': 600, ...text })}>${escapeXml(amount)}</text>` +
    `<text${attributes({ x: x + WIDTH - 6, 'text-anchor': 'end', ...text })}>${escapeXml(share)}</text></g>`
  );
}

/** A word astride the lower edge of a box, hidden until a page shows its state. */
export function noteMarkup(
  note: {
    readonly id: string;
    readonly state: string;
    readonly text: string;
    readonly width: number;
  },
  box: Rect,
  inks: Inks,
): string {
  const width = note.width + 16;
  const x = box.x + (box.width - width) / 2;
  const y = box.y + box.height - HEIGHT / 2;
  const frame = { x, y, width, height: HEIGHT, rx: 2, fill: inks.of('paper') };
  const words = attributes({
    x: x + width / 2,
    y: y + 14,
    'text-anchor': 'middle',
    'font-size': 11,
    'font-weight': 600,
    fill: inks.of('ink'),
  });
  const own = attributes({
    class: 'badge note',
    'data-of': note.id,
    'data-in': note.state,
    display: 'none',
  });
  return (
    `<g${own}><rect${attributes({ ...frame, stroke: inks.of('ink'), 'stroke-width': 1.25 })}/>` +
    `<text${words}>${escapeXml(note.text)}</text></g>`
  );
}
