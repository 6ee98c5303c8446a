import { type Font, LINE_HEIGHT, type TextMeasure } from '#layout/measure/text.ts';
import { wrap } from '#layout/measure/wrap.ts';
import type { KeyEntry } from '#views/key.ts';
import { turned } from './direction.ts';
import { attributes, escapeXml } from './escape.ts';
import { SWATCH, swatchMarkup } from './key.ts';
import type { Inks } from './palette.ts';

/** What a drawing as a file of its own says about itself, under the picture. */
export interface SheetBlock {
  readonly title: string;
  /** The view's key, or a sentence about it. */
  readonly note?: string;
  /** What the looks mean; no key where there are none. */
  readonly key: readonly KeyEntry[];
  /** Date, revision, sheet: what is known of them. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** A title block and its height. */
export interface PlacedBlock {
  readonly height: number;
  readonly markup: string;
}

const TITLE: Font = { size: 14, weight: 600 };
const SMALL: Font = { size: 11.5, weight: 400 };
const VALUE: Font = { size: 12.5, weight: 600 };
const PADDING = { x: 14, y: 10 };
/** Between the entries of a key, and between its rows. */
const GAP = { entry: 18, row: 22 };
/** A cell of words is as wide as they are, within this. */
const WORDS = { least: 180, most: 300 };
/** Beside the words a key has at least this much room, or it stands below them. */
const KEY_BESIDE = 300;

/** The least width in which a title block looks like one. */
export const LEAST_SHEET = 300;

/** The title block of a sheet: words, key and facts side by side, or below one another. */
export function titleBlockMarkup(
  block: SheetBlock,
  at: { readonly x: number; readonly y: number; readonly width: number },
  measure: TextMeasure,
  inks: Inks,
): PlacedBlock {
  const cells = cellsOf(block, at.width, measure, inks);
  const rows = rowsOf(cells, at.width);
  let y = at.y;
  let inside = '';
  const rules: string[] = [];
  for (const [index, row] of rows.entries()) {
    const height = Math.max(...row.map((cell) => cell.height)) + 2 * PADDING.y;
    if (index > 0) rules.push(`M${at.x} ${y}h${at.width}`);
    let x = at.x;
    for (const [place, cell] of row.entries()) {
      if (place > 0) rules.push(`M${x} ${y}v${height}`);
      inside += cell.draw(x + PADDING.x, y + PADDING.y);
      x += cell.width;
    }
    y += height;
  }
  const line = { fill: 'none', stroke: inks.of('ink'), 'stroke-width': 1 };
  const frame = attributes({ x: at.x, y: at.y, width: at.width, height: y - at.y, ...line });
  const dividers = rules.length > 0 ? `<path${attributes({ d: rules.join(''), ...line })}/>` : '';
  return {
    height: y - at.y,
    markup: `<g class="title-block"><rect${frame}/>${dividers}${inside}</g>`,
  };
}

interface Cell {
  /** With its padding at both sides. */
  width: number;
  /** Without padding. */
  readonly height: number;
  draw(x: number, y: number): string;
}

interface Cells {
  readonly words: (width: number) => Cell;
  readonly key: ((width: number) => Cell) | undefined;
  readonly facts: readonly Cell[];
}

function cellsOf(
  { title, note = '', key, facts }: SheetBlock,
  width: number,
  measure: TextMeasure,
  inks: Inks,
): Cells {
  const wordsIn = (room: number): Cell => {
    const inner = room - 2 * PADDING.x;
    const lines = [
      ...wrap(title, TITLE, { width: inner }, measure).map((text) => ({ text, font: TITLE })),
      ...wrap(note, SMALL, { width: inner }, measure).map((text) => ({ text, font: SMALL })),
    ];
    return textCell(room, lines, inks);
  };
  const entries = key.map((entry) => ({
    entry,
    width: SWATCH.width + 4 + measure.width(entry.label, SMALL),
  }));
  return {
    words: (room) => wordsIn(Math.min(room, width)),
    key: entries.length === 0 ? undefined : (room) => keyCell(entries, room, inks),
    facts: facts.map(({ label, value }) => {
      const room = Math.max(measure.width(label, SMALL), measure.width(value, VALUE));
      const lines = [
        { text: label, font: SMALL },
        { text: value, font: VALUE },
      ];
      return textCell(room + 2 * PADDING.x, lines, inks);
    }),
  };
}

/** The cells of each row, as wide as the sheet together. */
function rowsOf({ words, key, facts }: Cells, width: number): Cell[][] {
  const factsWidth = facts.reduce((sum, cell) => sum + cell.width, 0);
  const natural = Math.min(WORDS.most, Math.max(WORDS.least, width / 4));
  if (key && width - natural - factsWidth >= KEY_BESIDE) {
    return [[words(natural), key(width - natural - factsWidth), ...facts]];
  }
  const below = key ? [[key(width)]] : [];
  if (width - factsWidth >= WORDS.least) return [[words(width - factsWidth), ...facts], ...below];
  const last = facts.at(-1);
  if (last) last.width += width - factsWidth;
  return [[words(width)], ...below, ...(facts.length > 0 ? [[...facts]] : [])];
}

function textCell(
  width: number,
  lines: readonly { readonly text: string; readonly font: Font }[],
  inks: Inks,
): Cell {
  const height = lines.reduce((sum, { font }) => sum + font.size * LINE_HEIGHT + 1, 0);
  return {
    width,
    height,
    draw(x, y) {
      let base = y;
      let markup = '';
      for (const { text, font } of lines) {
        markup += textMarkup(text, x, base + font.size * 0.95, font, inks);
        base += font.size * LINE_HEIGHT + 1;
      }
      return markup;
    },
  };
}

function keyCell(
  entries: readonly { readonly entry: KeyEntry; readonly width: number }[],
  width: number,
  inks: Inks,
): Cell {
  const inner = width - 2 * PADDING.x;
  let [x, row] = [0, 0];
  const places = entries.map(({ entry, width: own }) => {
    if (x > 0 && x + own > inner) [x, row] = [0, row + 1];
    const place = { entry, x, row };
    x += own + GAP.entry;
    return place;
  });
  const head = SMALL.size * LINE_HEIGHT + 4;
  return {
    width,
    height: head + row * GAP.row + SWATCH.height,
    draw: (left, top) =>
      textMarkup('Key', left, top + SMALL.size * 0.95, SMALL, inks) +
      places
        .map(({ entry, x: across, row: down }) => {
          const y = top + head + down * GAP.row;
          const words = textMarkup(
            entry.label,
            left + across + SWATCH.width + 4,
            y + SWATCH.height / 2 + 4,
            SMALL,
            inks,
            'ink',
          );
          return swatchMarkup(entry, left + across, y, inks) + words;
        })
        .join(''),
  };
}

function textMarkup(
  text: string,
  x: number,
  y: number,
  { size, weight }: Font,
  inks: Inks,
  ink: 'ink' | 'ink2' = weight === 600 ? 'ink' : 'ink2',
): string {
  const style = attributes({
    x,
    y,
    'font-size': size,
    'font-weight': weight === 600 ? 600 : undefined,
    fill: inks.of(ink),
    ...turned(undefined, text),
  });
  return `<text${style}>${escapeXml(text)}</text>`;
}
