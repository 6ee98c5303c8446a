import type { NodeStyle, Paint } from '#views/graph.ts';
import { contrast, darker, mixed, readable } from './contrast.ts';
import type { Inks } from './palette.ts';
import { DETAILS, PALETTES } from './palette.ts';

/** A box's colours as markup writes them. */
export interface BoxPaint {
  readonly fill: string;
  readonly line: string;
  readonly text: string;
  /** What the shape draws on its ground. */
  readonly detail: string;
}

/** A box's colours: the author's where there are some, kept readable, else those of its tone. */
export function boxPaint(style: NodeStyle, inks: Inks): BoxPaint {
  if (!isPainted(style.light) && !isPainted(style.dark) && style.opacity >= 100) {
    const own = DETAILS[style.tone];
    return {
      fill: inks.tone(style.tone, 'fill'),
      line: inks.tone(style.tone, 'line'),
      text: inks.tone(style.tone, 'text'),
      detail: own ? inks.given(own.light, own.dark) : inks.tone(style.tone, 'line'),
    };
  }
  const light = complete(style.light, style, 'light');
  const dark = complete(style.dark, style, 'dark');
  return {
    fill: inks.given(light.fill, dark.fill),
    line: inks.given(light.line, dark.line),
    text: inks.given(light.text, dark.text),
    detail: inks.given(light.detail, dark.detail),
  };
}

/** A line with less contrast to its ground shows nothing on it. */
const BARELY = 1.3;

/** Whether an author gave any colour. */
function isPainted({ background, color, stroke }: Paint): boolean {
  return background !== undefined || color !== undefined || stroke !== undefined;
}

function complete(paint: Paint, style: NodeStyle, theme: 'light' | 'dark'): BoxPaint {
  const tone = PALETTES[theme].tones[style.tone];
  const fill = paint.background ?? tone.fill;
  const line = paint.stroke ?? (paint.background ? darker(paint.background) : tone.line);
  const ground = mixed(fill, PALETTES[theme].furniture.plate, style.opacity / 100);
  const text = readable(paint.color ?? tone.text, ground);
  return { fill, line, text, detail: contrast(line, fill) < BARELY ? text : line };
}
