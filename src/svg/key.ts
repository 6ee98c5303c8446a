import type { KeyEntry } from '#views/key.ts';
import { attributes } from './escape.ts';
import { headMarkup } from './lines.ts';
import { boxPaint } from './paint.ts';
import type { Inks } from './palette.ts';

/** The room that a swatch takes, in pixels. */
export const SWATCH = { width: 34, height: 16 } as const;

const DASHES = { Solid: undefined, Dashed: '6 4', Dotted: '1.5 4' } as const;

/** A small picture of a look as SVG of its own, for a page; words beside it say the same. */
export function swatch(entry: KeyEntry, inks: Inks): string {
  const { width, height } = SWATCH;
  const size = attributes({
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': 'true',
  });
  return `<svg${size}>${swatchMarkup(entry, 0, 0, inks)}</svg>`;
}

/** A small picture of a look, from an upper left corner on. */
export function swatchMarkup(entry: KeyEntry, x: number, y: number, inks: Inks): string {
  const { width, height } = SWATCH;
  switch (entry.sort) {
    case 'box': {
      const { fill, line } = boxPaint(entry.style, inks);
      return `<rect${attributes({
        x: x + 1,
        y: y + 0.75,
        width: width - 8,
        height: height - 1.5,
        rx: 2,
        fill,
        stroke: line,
        'stroke-width': Math.min(2.5, entry.style.strokeWidth ?? 1.5),
        'stroke-dasharray': entry.style.border === 'Solid' ? undefined : '3 2',
        opacity: opacityOf(entry.style.opacity),
      })}/>`;
    }
    case 'line': {
      const { style } = entry;
      const color = inks.either('line', style.light, style.dark);
      const middle = y + height / 2;
      const points = [
        { x, y: middle },
        { x: x + width - 4, y: middle },
      ];
      const line = attributes({
        d: `M${x} ${middle}H${x + width - (entry.isAnswer ? 4 : 8)}`,
        fill: 'none',
        stroke: color,
        'stroke-width': Math.min(4, style.thickness ?? 1.25),
        'stroke-dasharray': DASHES[style.line],
      });
      const whole = attributes({ opacity: opacityOf(style.opacity) });
      const head = headMarkup(points, {
        color,
        width: style.thickness ?? 1.25,
        open: entry.isAnswer,
      });
      return `<g${whole}><path${line}/>${head}</g>`;
    }
    case 'cost': {
      const frame = attributes({
        x: x + 1,
        y: y + 1,
        width: width - 8,
        height: height - 2,
        rx: 2,
        fill: inks.of('paper'),
        stroke: inks.of('moneyFill'),
        'stroke-width': 1.25,
      });
      const bar = attributes({
        x: x + 1.6,
        y: y + height - 4.6,
        width: 10,
        height: 3,
        fill: inks.of('moneyFill'),
      });
      return `<rect${frame}/><rect${bar}/>`;
    }
  }
}

function opacityOf(percent: number): string | undefined {
  return percent < 100 ? String(percent / 100) : undefined;
}
