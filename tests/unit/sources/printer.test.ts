import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type CardContent, cardSheet } from '#portfolio/cards/card.ts';
import { type CarouselContent, carouselSheets } from '#portfolio/cards/carousel.ts';
import { drawnOf } from '#portfolio/cards/drawn.ts';
import { sheetMarkup } from '#portfolio/cards/markup.ts';
import type { Item, Sheet } from '#portfolio/cards/sheet.ts';
import { drawNeighbourhood } from '#portfolio/neighbourhood.ts';
import { createSetter } from '#sources/card-fonts.ts';
import { sheetPng } from '#sources/card-png.ts';
import { sheetsPdf } from '#sources/carousel-pdf.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { elementOf, portfolioOf, TOOLS } from '../../support/portfolios.ts';
import { dslOf } from '../../support/workspaces.ts';
import { parseXml } from '../../support/xml.ts';

const setter = createSetter();
const portfolio = portfolioOf({
  dsl: dslOf(`!identifiers hierarchical
    shop = softwareSystem "Shop" {
      api = container "Order service" "Takes orders." "Go"
      db = container "Orders & stock" "Keeps them." "PostgreSQL"
    }
    shop.api -> shop.db "Writes" "SQL"`),
});
const picture = drawNeighbourhood(
  portfolio,
  [elementOf(portfolio, 'shop.api'), elementOf(portfolio, 'shop.db')],
  TOOLS,
);
const drawing = drawnOf(picture?.svg ?? '', picture?.width ?? 0, picture?.height ?? 0);
const CARD: CardContent = {
  label: 'The shop',
  title: 'One row and one condition, not a lock',
  figures: [{ label: '100K users', value: '$3,831', isMoney: true }],
  author: 'A. Uthor',
  site: 'Architecture portfolio',
  drawing,
};
const CAROUSEL: CarouselContent = {
  ...CARD,
  body: 'One row and one condition, not a lock.\n\nTwo ways:\n\n– A lock: it is known; but it ends\n– A row: it is there\n\nWe took the row, since ≤ 3 ms is what it takes.',
  role: 'architect',
  drawing: { ...drawing, caption: 'What this is about.' },
  bars: {
    title: 'What it costs',
    rows: [
      { label: 'Lock', small: 1, large: 3, value: '$3' },
      { label: 'Row', small: 1, large: 2, value: '$2' },
    ],
    note: 'Bars: 500K users.',
  },
  end: 'portfolio.example/adrs/0004/',
  about: 'Working designs.',
};
const INFO = { title: 'One row', author: 'A. Uthor', language: 'en' };

const textsOf = ({ items }: Sheet): string[] =>
  items.flatMap((item: Item): string[] =>
    item.kind === 'text'
      ? [item.text]
      : item.kind === 'group'
        ? item.items.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
        : [],
  );

describe('a card', () => {
  it('is a picture of 1200 × 627, the same each time', async () => {
    const first = await sheetPng(cardSheet(CARD, setter), setter);
    const again = await sheetPng(cardSheet(CARD, createSetter()), createSetter());
    const { width, height, format } = await sharp(first).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 627]);
    expect(digest(again)).toBe(digest(first));
  });

  it('has its words, those of the drawing too, as outlines alone', () => {
    const sheet = cardSheet(CARD, setter);
    expect(textsOf(sheet)).toEqual(
      expect.arrayContaining(['The shop', '$3,831', 'Order service', 'Orders & stock', '[SQL]']),
    );
    expect(sheetMarkup(sheet, setter)).not.toMatch(/<text|font-family|NaN|undefined/);
  });

  it.each<readonly [string, string]>([
    ['a short one', 'Redis lost'],
    [
      'a long one',
      'A name of many words that goes on and on until nobody would read it any more, really',
    ],
    [
      'a word that is wider than its room',
      'Donaudampfschifffahrtsgesellschaftskapitaen and others',
    ],
    ['characters that no font has', 'Ω ≤ 5 → 6 🙂'],
    ['a script that no font has', '订单处理系统的数据库分区与一致性'],
    ['one without end', 'x'.repeat(30_000)],
    ...HOSTILE.map((text) => ['a hostile one', text] as const),
  ])('keeps %s within its column', (_, title) => {
    for (const { kind, ...item } of cardSheet({ ...CARD, title }, setter).items) {
      if (kind !== 'text' || !('face' in item)) continue;
      const end = item.x + setter.width(item.text, item.face, item.size);
      expect(end, item.text).toBeLessThanOrEqual(500);
      expect(item.y, item.text).toBeLessThanOrEqual(600);
    }
  });

  it.each(HOSTILE)('is a picture, whatever it is called: %j', async (text) => {
    const content = { ...CARD, title: text, label: text, author: text };
    const sheet = cardSheet(content, setter);
    expect(parseXml(sheetMarkup(sheet, setter)).name).toBe('svg');
    const png = await sheetPng(sheet, setter);
    expect((await sharp(png).metadata()).width).toBe(1200);
  });

  it('leaves a script that no font of ours has to the machine', () => {
    const markup = sheetMarkup(cardSheet({ ...CARD, title: '订单 & 库存' }, setter), setter);
    expect(markup).toMatch(/<text[^>]* font-family="serif"[^>]*>订单 &amp; 库存<\/text>/);
  });
});

describe('a carousel', () => {
  const sheets = carouselSheets(CAROUSEL, setter);

  it('has a title, the drawing, the text, the bars and an end, each page within its edges', () => {
    expect(sheets.map((sheet) => textsOf(sheet).join(' ')).join('\n')).toMatch(
      /^The shop 1 \/ 5 .*\n.*2 \/ 5 .*Order service.*\n.*3 \/ 5 .*A lock.*\n.*4 \/ 5 .*What it costs.*\$3.*\n.*5 \/ 5 .*portfolio\.example/,
    );
    for (const { items, width } of sheets) {
      for (const item of items) {
        if (item.kind !== 'text' || item.anchor === 'end') continue;
        const end = item.x + setter.width(item.text, item.face, item.size);
        expect(end, item.text).toBeLessThanOrEqual(width - 60);
        expect(item.y, item.text).toBeLessThanOrEqual(1040);
      }
    }
  });

  it('is a PDF with text, parts of fonts and no clock: the same input gives the same bytes', async () => {
    const pdf = await sheetsPdf(sheets, INFO, setter);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06') });
    onTestFinished(() => void vi.useRealTimers());
    const again = await sheetsPdf(carouselSheets(CAROUSEL, setter), INFO, createSetter());
    expect(digest(again)).toBe(digest(pdf));
    const text = pdf.toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(sheets.length);
    expect(text.match(/\/MediaBox \[0 0 1080 1080\]/g)).toHaveLength(sheets.length);
    const fonts = [...text.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name);
    expect(fonts.length).toBeGreaterThan(3);
    for (const name of fonts) expect(name).toMatch(/^[A-Z]{6}\+/);
    expect(text.match(/\/FontFile2 /g)?.length).toBe(new Set(fonts).size);
    const words = readBack(pdf);
    for (const one of ['One row and one', 'Orders & stock', 'What it costs']) {
      expect(words.includes(one), one).toBe(true);
    }
  });

  it('has lines in letters that our fonts lack as pictures, and all others as text', async () => {
    const content = { ...CAROUSEL, title: 'Zażółć gęślą jaźń', author: 'Paweł 設計' };
    const pages = carouselSheets(content, setter);
    const foreign = pages.flatMap(textsOf).filter((line) => setter.lacks(line));
    expect(new Set(foreign.join(' ').split(' '))).toEqual(
      new Set(['Zażółć', 'gęślą', 'jaźń', 'Paweł', '設計']),
    );
    const pdf = await sheetsPdf(pages, INFO, createSetter());
    // Each with a mask, since what is behind it stays in sight.
    const pictures = pdf.toString('latin1').match(/\/Subtype \/Image\b/g);
    expect(pictures).toHaveLength(2 * foreign.length);
    expect(readBack(pdf)).toContain('What it costs');
  });
});

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The text of a PDF that PDFKit wrote: glyphs of each font by its map to Unicode. */
function readBack(pdf: Buffer): string {
  const latin = pdf.toString('latin1');
  const objects = new Map(
    [...latin.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  );
  const stream = (id: string): string => {
    const [, packed = ''] = /stream\r?\n([\s\S]*)\nendstream/.exec(objects.get(id) ?? '') ?? [];
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  };
  const maps = new Map<string, Map<string, string>>();
  for (const [, fonts = ''] of latin.matchAll(/\/Font <<([\s\S]*?)>>/g)) {
    for (const [, name = '', id = ''] of fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
      maps.set(name, mapOf(stream(map)));
    }
  }
  let text = '';
  for (const [, id = ''] of latin.matchAll(/\/Contents (\d+) 0 R/g)) {
    let font = new Map<string, string>();
    for (const [, name, shown] of stream(id).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) font = maps.get(name) ?? font;
      for (const [, codes = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/gi)) {
        for (const code of codes.match(/.{4}/g) ?? []) text += font.get(code.toLowerCase()) ?? '?';
      }
      if (shown !== undefined) text += '\n';
    }
  }
  return text;
}

function mapOf(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, from = '', , list = ''] of cmap.matchAll(
    /<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi,
  )) {
    for (const [place, [, units = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const code = (Number.parseInt(from, 16) + place).toString(16).padStart(4, '0');
      const points = units.match(/[0-9a-f]{4}/gi) ?? [];
      map.set(code, points.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join(''));
    }
  }
  return map;
}
