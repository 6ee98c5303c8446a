import type { PlacedFrame } from '#layout/placed.ts';
import { turned } from './direction.ts';
import { attributes, escapeXml, number as n } from './escape.ts';
import type { Inks } from './palette.ts';

/** The tab in a frame's upper left corner; its lower right corner is cut. */
const TAB = { height: 18, cut: 7, inset: 10 };

/** A frame around steps that belong together, with what they are in its tab. */
export function frameMarkup({ box, title, titleWidth }: PlacedFrame, inks: Inks): string {
  const { x, y } = box;
  const line = { stroke: inks.of('boundary'), 'stroke-width': 1.25 };
  const right = x + titleWidth + 2 * TAB.inset;
  const low = y + TAB.height;
  const tab = attributes({
    d: `M${n(x)} ${n(y)}H${n(right)}V${n(low - TAB.cut)}L${n(right - TAB.cut)} ${n(low)}H${n(x)}Z`,
    fill: inks.of('plate2'),
    ...line,
  });
  const words = attributes({
    x: x + TAB.inset,
    y: y + 12.5,
    'font-size': 11,
    'font-weight': 600,
    fill: inks.of('ink'),
    ...turned(undefined, title),
  });
  return (
    `<g class="frame"><rect${attributes({ ...box, fill: 'none', ...line })}/>` +
    `<path${tab}/><text${words}>${escapeXml(title)}</text></g>`
  );
}
