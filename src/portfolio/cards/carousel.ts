import { PALETTES } from '#svg/palette.ts';
import { sentencesIn } from '../posts/words.ts';
import type { Drawn } from './drawn.ts';
import { type Block, balanced, fitting, linesOf, setAt, shownText, sizes } from './lines.ts';
import { panel } from './panel.ts';
import type { Item, Setter, Sheet } from './sheet.ts';

/** A bar of a chart: a part with its amount at both sizes. */
export interface Bar {
  readonly label: string;
  readonly small: number;
  readonly large: number;
  /** The larger amount as text. */
  readonly value: string;
}

/** Bars that belong together, and the sentence under them. */
export interface Bars {
  readonly title: string;
  readonly rows: readonly Bar[];
  readonly note: string;
}

/** What a carousel is made of. */
export interface CarouselContent {
  readonly label: string;
  readonly title: string;
  /** The post's text, paragraphs apart by an empty line. */
  readonly body: string;
  readonly author: string;
  readonly role: string;
  readonly drawing?: (Drawn & { readonly caption: string }) | undefined;
  readonly bars?: Bars | undefined;
  /** Where the whole of it is: an address, or what the site is called. */
  readonly end: string;
  /** What there is. */
  readonly about: string;
}

const SIZE = 1080;
const EDGE = 80;
const WIDTH = SIZE - 2 * EDGE;
/** Between the label above and the rule below. */
const TOP = 132;
const FOOT = 984;
const { furniture } = PALETTES.light;

const SMALL = { face: 'archivo-100-400', size: 25 } as const;
const text: Block = {
  ...{ face: 'serif-400', size: 40, leading: 56, width: WIDTH, fill: furniture.ink },
};
const item: Block = {
  face: 'archivo-100-400',
  size: 27,
  leading: 38,
  width: WIDTH,
  fill: furniture.ink2,
};
const itemHead: Block = { ...item, face: 'archivo-100-600', size: 29, fill: furniture.ink };

/** The pages of a post as squares: title, drawing, text, bars, and where the rest is. */
export function carouselSheets(content: CarouselContent, setter: Setter): Sheet[] {
  const { title, body, drawing, bars } = content;
  const [first = '', ...rest] = withoutTitle(body, title);
  const pages: Item[][] = [
    coverPage(title, first, setter),
    ...(drawing ? [drawingPage(drawing, setter)] : []),
    ...fullPages(rest, setter),
    ...(bars && bars.rows.length > 1 ? [barsPage(bars, setter)] : []),
    endPage(content, setter),
  ];
  return pages.map((items, place) => {
    const furnishing = frame(content, place + 1, pages.length, setter);
    return { width: SIZE, height: SIZE, items: [...furnishing, ...items] };
  });
}

/** The paragraphs of a text without a first sentence that only repeats the title. */
function withoutTitle(body: string, title: string): string[] {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const [first = '', ...rest] = body.split(/\n{2,}/);
  const [opening = '', ...more] = sentencesIn(first);
  if (plain(opening) !== plain(title)) return [first, ...rest];
  return more.length > 0 ? [more.join(' '), ...rest] : rest;
}

function frame(
  { label, author }: CarouselContent,
  page: number,
  of: number,
  setter: Setter,
): Item[] {
  const line = { kind: 'text', ...SMALL, fill: furniture.ink2 } as const;
  return [
    { kind: 'rect', x: 0, y: 0, width: SIZE, height: SIZE, fill: furniture.paper },
    { kind: 'rect', x: 0, y: 0, width: SIZE, height: 16, fill: furniture.ink },
    { ...line, x: EDGE, y: 86, text: shownText(label, setter) },
    { ...line, x: SIZE - EDGE, y: 86, text: `${page} / ${of}`, anchor: 'end' },
    { kind: 'rect', x: EDGE, y: FOOT - 1, width: WIDTH, height: 2, fill: furniture.ink },
    {
      ...line,
      x: EDGE,
      y: 1027,
      text: shownText(author, setter),
      face: 'archivo-100-600',
      fill: furniture.ink,
    },
  ];
}

function coverPage(title: string, first: string, setter: Setter): Item[] {
  const head = fitting(
    title,
    sizes({ face: 'serif-400', width: WIDTH, fill: furniture.ink }, 1.08, 96, 84, 72, 62),
    440,
    setter,
  );
  const at = TOP + 70 + head.block.size * 0.5;
  const end = at + (head.lines.length - 1) * head.block.leading;
  const lead = fitting(
    first,
    sizes({ ...text, fill: furniture.ink2 }, 1.4, 40, 36, 32, 28),
    FOOT - end - 150,
    setter,
  );
  return [
    ...setAt(head.lines, head.block, EDGE - 4, at),
    ...setAt(lead.lines, lead.block, EDGE, end + 60 + lead.block.leading),
  ];
}

function drawingPage(drawing: Drawn & { readonly caption: string }, setter: Setter): Item[] {
  const caption: Block = { ...item, width: WIDTH, size: 25, leading: 34 };
  const lines = linesOf(drawing.caption, caption, setter).slice(0, 2);
  const bottom = FOOT - 40 - (lines.length - 1) * caption.leading;
  return [
    ...panel(drawing, { x: 0, y: TOP, width: SIZE, height: bottom - 44 - TOP }, 40),
    ...setAt(lines, caption, EDGE, bottom),
  ];
}

/** Text in the largest size that takes no more pages than the smallest, so that no page is nearly empty. */
function fullPages(paragraphs: readonly string[], setter: Setter): Item[][] {
  const at = (size: number) =>
    textPages(paragraphs, { ...text, size, leading: size * 1.36 }, setter);
  const least = at(36);
  const larger = [54, 50, 47, 44, 41, 38].map(at).find((pages) => pages.length <= least.length);
  return larger ?? least;
}

/** Lines that stay together, and the room above them. */
interface Lines {
  readonly gap: number;
  readonly lines: readonly string[];
  readonly block: Block;
}

/** Paragraphs over pages: as many together as a page has room for, a list under its heading. */
function textPages(paragraphs: readonly string[], block: Block, setter: Setter): Item[][] {
  const pages: Item[][] = [];
  let items: Item[] = [];
  let y = TOP;
  const room = FOOT - 40;
  const turn = () => {
    pages.push(items);
    items = [];
    y = TOP;
  };
  const blocksOf = (paragraph: string): Lines[] =>
    /^–/m.test(paragraph)
      ? listBlocks(paragraph, block, setter)
      : [{ gap: block.leading * 0.7, lines: linesOf(paragraph, block, setter), block }];
  const heightOf = (blocks: readonly Lines[]) =>
    blocks.reduce((sum, one) => sum + one.gap + one.lines.length * one.block.leading, 0);
  for (const [place, paragraph] of paragraphs.entries()) {
    const blocks = blocksOf(paragraph);
    const next = paragraph.endsWith(':') ? (paragraphs[place + 1] ?? '') : '';
    const needed = heightOf([...blocks, ...(next.startsWith('–') ? blocksOf(next) : [])]);
    if (items.length > 0 && y + needed > room) turn();
    for (const { gap, lines, block: set } of blocks) {
      if (items.length > 0 && y + gap + lines.length * set.leading > room) turn();
      if (items.length > 0) y += gap;
      items.push(...setAt(lines, set, EDGE, y + set.leading * 0.8));
      y += lines.length * set.leading;
    }
  }
  if (items.length > 0) turn();
  return pages;
}

/** `– name: what speaks for it` as a name with its words below. */
function listBlocks(list: string, block: Block, setter: Setter): Lines[] {
  return list.split('\n').flatMap((line): Lines[] => {
    if (!line.startsWith('–')) {
      return [{ gap: block.leading * 0.7, lines: linesOf(line, block, setter), block }];
    }
    const [, name = line, words = ''] = /^–\s*(.*?)(?::\s+(.*))?$/s.exec(line) ?? [];
    const head = { gap: 30, lines: linesOf(name, itemHead, setter), block: itemHead };
    return words === ''
      ? [head]
      : [head, { gap: 2, lines: linesOf(words, item, setter), block: item }];
  });
}

/** Bars on one scale: the larger size full, the smaller as a mark. */
function barsPage({ title, rows, note }: Bars, setter: Setter): Item[] {
  const head: Block = {
    face: 'serif-400',
    size: 60,
    leading: 68,
    width: WIDTH,
    fill: furniture.ink,
  };
  const lines = balanced(title, head, setter).slice(0, 3);
  const start = TOP + 60 + lines.length * head.leading;
  const shown = rows.slice(0, 7);
  const pitch = Math.min(66, (FOOT - 170 - start) / shown.length);
  const label: Block = {
    face: 'archivo-100-400',
    size: 26,
    leading: 30,
    width: 290,
    fill: furniture.ink,
  };
  const left = EDGE + 310;
  const most = Math.max(...shown.map(({ large, small }) => Math.max(large, small)), 1);
  const scale = (WIDTH - 310 - 150) / most;
  const foot: Block = { ...item, width: WIDTH, size: 22.5, leading: 31 };
  return [
    ...setAt(lines, head, EDGE - 2, TOP + 56),
    ...shown.flatMap((row, place): Item[] => {
      const y = start + place * pitch;
      const words = linesOf(row.label, label, setter).slice(0, 2);
      const up = words.length > 1 ? 12 : 0;
      return [
        ...setAt(
          words,
          { ...label, leading: 26, size: words.length > 1 ? 22 : 26 },
          EDGE,
          y + 25 - up,
        ),
        {
          kind: 'rect',
          x: left,
          y,
          width: Math.max(row.large * scale, 2),
          height: 34,
          fill: furniture.moneyFill,
        },
        {
          kind: 'rect',
          x: left + row.small * scale - 2,
          y: y - 6,
          width: 4,
          height: 46,
          fill: furniture.ink,
        },
        {
          ...{ kind: 'text', x: left + Math.max(row.large, row.small) * scale + 12, y: y + 26 },
          ...{ text: row.value, face: 'archivo-100-600', size: 26, fill: furniture.money },
        },
      ];
    }),
    ...setAt(linesOf(note, foot, setter), foot, EDGE, start + shown.length * pitch + 40),
  ];
}

function endPage({ role, end, about }: CarouselContent, setter: Setter): Item[] {
  const head = fitting(
    end,
    sizes({ face: 'serif-400', width: WIDTH, fill: furniture.ink }, 1.12, 72, 60, 48, 38),
    360,
    setter,
  );
  const at = TOP + 60 + head.block.size * 0.5;
  const last = at + (head.lines.length - 1) * head.block.leading;
  const lead = fitting(
    about,
    sizes({ ...text, fill: furniture.ink2 }, 1.4, 38, 34, 30),
    380,
    setter,
  );
  return [
    ...setAt(head.lines, head.block, EDGE - 3, at),
    ...setAt(lead.lines, lead.block, EDGE, last + 50 + lead.block.leading),
    {
      ...{ kind: 'text', x: SIZE - EDGE, y: 1027, text: shownText(role, setter), anchor: 'end' },
      ...{ ...SMALL, fill: furniture.ink2 },
    },
  ];
}
