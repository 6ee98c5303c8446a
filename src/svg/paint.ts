import type { NodeStyle, Paint } from '#views/graph.ts';
import { darker, readable } from './contrast.ts';
import type { Inks } from './palette.ts';
import { PALETTES } from './palette.ts';

/** A box's three colours as markup writes them. */
export interface BoxPaint {
  readonly fill: string;
  readonly line: string;
  readonly text: string;
}

/** A box's colours: the author's where there are some, kept readable, else those of its tone. */
export function boxPaint(style: NodeStyle, inks: Inks): BoxPaint {
  if (!isPainted(style.light) && !isPainted(style.dark)) {
    return {
      fill: inks.tone(style.tone, 'fill'),
      line: inks.tone(style.tone, 'line'),
      text: inks.tone(style.tone, 'text'),
    };
  }
  const light = complete(style.light, style, 'light');
  const dark = complete(style.dark, style, 'dark');
  return {
    fill: inks.given(light.fill, dark.fill),
    line: inks.given(light.line, dark.line),
    text: inks.given(light.text, dark.text),
  };
}

/** Whether an author gave any colour. */
function isPainted({ background, color, stroke }: Paint): boolean {
  return background !== undefined || color !== undefined || stroke !== undefined;
}

function complete(paint: Paint, style: NodeStyle, theme: 'light' | 'dark'): BoxPaint {
  const tone = PALETTES[theme].tones[style.tone];
  const fill = paint.background ?? tone.fill;
  const line = paint.stroke ?? (paint.background ? darker(paint.background) : tone.line);
  return { fill, line, text: readable(paint.color ?? tone.text, fill) };
}
