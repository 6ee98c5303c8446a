import { PALETTES } from '#svg/palette.ts';
import type { Drawn } from './drawn.ts';
import type { Item } from './sheet.ts';

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of a drawing is in sight, in its own pixels. */
interface Seen {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Drawings are enlarged to here; those that would be smaller than this are cut instead, at their size. */
const MOST = 2;
const LEAST = 0.72;
const CUT = 1;

/**
 * A drawing on its ground: whole and in the middle where it can be read so, else what is around its
 * focus, up to the frame's edge.
 */
export function panel(drawn: Drawn, frame: Frame, margin: number): Item[] {
  const ground: Item = { kind: 'rect', ...frame, fill: PALETTES.light.furniture.plate };
  const room = { width: frame.width - 2 * margin, height: frame.height - 2 * margin };
  const whole = Math.min(room.width / drawn.width, room.height / drawn.height);
  const scale = whole < LEAST ? CUT : Math.min(MOST, whole);
  const focus = drawn.focus ?? { x: drawn.width / 2, y: drawn.height / 2 };
  const along = (size: number, place: number, length: number) =>
    shift(size * scale, place * scale, length, margin);
  const x = along(drawn.width, focus.x, frame.width);
  const y = along(drawn.height, focus.y, frame.height);
  const seen = {
    left: -x / scale,
    top: -y / scale,
    right: (frame.width - x) / scale,
    bottom: (frame.height - y) / scale,
  };
  const items = whole < LEAST ? drawn.items.filter((item) => isSeen(item, seen)) : drawn.items;
  return [ground, { kind: 'group', x: frame.x + x, y: frame.y + y, scale, clip: frame, items }];
}

/** How far a drawing of a size is moved so that a place of it is in the middle, and no edge is left behind. */
function shift(size: number, place: number, length: number, margin: number): number {
  if (size <= length - 2 * margin) return (length - size) / 2;
  return Math.min(margin, Math.max(length - margin - size, length / 2 - place));
}

/**
 * Whether a part may be in sight. Words are most of the work, and are left out where they are not seen;
 * a line is taken to be as wide as its size times its letters.
 */
function isSeen(part: Drawn['items'][number], { left, top, right, bottom }: Seen): boolean {
  if (part.kind !== 'text') return true;
  const { x, y, size, text } = part;
  const wide = size * text.length;
  return x - wide <= right && x + wide >= left && y - size <= bottom && y + size >= top;
}
