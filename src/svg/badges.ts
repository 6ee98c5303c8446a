import type { Rect } from '#layout/geometry.ts';
import { turned } from './direction.ts';
import { attributes, escapeXml, number } from './escape.ts';
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

/** Beside and between what stands in a note: its ends, and after its sign. */
const NOTE_PADDING = 8;
const SIGN = { width: 10, gap: 4 };

/** Words at a box, and what they say. */
export interface Note {
  /** Of the box. */
  readonly id: string;
  readonly state: string;
  readonly text: string;
  /** Of the text in pixels. */
  readonly width: number;
  /** The least width of the whole, in pixels. */
  readonly least?: number;
  /** A warning has a sign and an edge of alarm. */
  readonly warns: boolean;
}

/** What a note takes beside its text. */
export function noteExtra(warns: boolean): number {
  return 2 * NOTE_PADDING + (warns ? SIGN.width + SIGN.gap : 0);
}

/** A word astride the lower edge of a box, hidden until a page shows its state. */
export function noteMarkup(note: Note, box: Rect, inks: Inks): string {
  const content = note.width + noteExtra(note.warns);
  const width = Math.max(note.least ?? 0, content);
  const x = box.x + (box.width - width) / 2;
  const y = box.y + box.height - HEIGHT / 2;
  const frame = { x, y, width, height: HEIGHT, rx: 2, fill: inks.of('paper') };
  const ink = inks.of(note.warns ? 'alarm' : 'ink');
  const words = attributes({
    x: x + (width + content) / 2 - NOTE_PADDING - note.width / 2,
    y: y + 14,
    'text-anchor': 'middle',
    'font-size': 11,
    'font-weight': 600,
    fill: ink,
    ...turned('middle', note.text),
  });
  const half = SIGN.width / 2;
  const sign = attributes({
    d: `M${number(x + (width - content) / 2 + NOTE_PADDING)} ${number(y + 14)}l${half} -8.5l${half} 8.5z`,
    fill: ink,
  });
  const own = attributes({
    class: 'badge note',
    'data-of': note.id,
    'data-in': note.state,
    display: 'none',
  });
  return (
    `<g${own}><rect${attributes({ ...frame, stroke: ink, 'stroke-width': 1.25 })}/>` +
    `${note.warns ? `<path class="sign"${sign}/>` : ''}<text${words}>${escapeXml(note.text)}</text></g>`
  );
}
