import type { NodeStyle } from '#views/graph.ts';
import type { Size } from '../geometry.ts';
import { FONTS, type Font } from './text.ts';

/** Structurizr's own sizes: where an author says these, a drawing is as if nobody had said any. */
const DEFAULTS = { width: 450, height: 300, fontSize: 24 };
/** Beyond these, letters can't be read, or a drawing not be shown. */
const LETTERS = { least: 0.75, most: 3 };
const SIDES = { least: 2 / 3, most: 6 };

/** How much larger than ours an author's letters are: `fontSize` as a share of 24, from 18 to 72. */
export function lettersOf({
  fontSize = DEFAULTS.fontSize,
}: {
  readonly fontSize?: number;
}): number {
  return within(fontSize / DEFAULTS.fontSize, LETTERS);
}

/** The font of a role in letters that are so much larger, in tenths of a pixel. */
export function fontOf(role: keyof typeof FONTS, letters: number): Font {
  const { size, weight } = FONTS[role];
  return { size: Math.round(size * letters * 10) / 10, weight };
}

/**
 * The least size of a box: ours, times `width` as a share of 450 and `height` as one of 300, from two
 * thirds to six times. Words may make the box larger.
 */
export function leastSize(style: Pick<NodeStyle, 'width' | 'height'>, ours: Size): Size {
  const { width = DEFAULTS.width, height = DEFAULTS.height } = style;
  return {
    width: ours.width * within(width / DEFAULTS.width, SIDES),
    height: ours.height * within(height / DEFAULTS.height, SIDES),
  };
}

function within(
  factor: number,
  { least, most }: { readonly least: number; readonly most: number },
) {
  return Math.min(most, Math.max(least, factor));
}
