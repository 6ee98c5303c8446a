import { PALETTES } from '#svg/palette.ts';
import type { Drawn } from './drawn.ts';
import type { Item } from './sheet.ts';

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Drawings are enlarged to here, and from here on cut rather than made smaller. */
const MOST = 2;
const LEAST = 0.72;

/** A drawing on its ground: whole and in the middle where it can be read so, else its middle at a size that can. */
export function panel(drawn: Drawn, frame: Frame, margin: number): Item[] {
  const room = { width: frame.width - 2 * margin, height: frame.height - 2 * margin };
  const whole = Math.min(room.width / drawn.width, room.height / drawn.height);
  const scale = Math.min(MOST, Math.max(LEAST, whole));
  const x = frame.x + (frame.width - drawn.width * scale) / 2;
  const y = frame.y + (frame.height - drawn.height * scale) / 2;
  return [
    { kind: 'rect', ...frame, fill: PALETTES.light.furniture.plate },
    { kind: 'group', x, y, scale, clip: frame, items: drawn.items },
  ];
}
