import { describe, expect, it } from 'vitest';
import { createTextMeasure } from '#layout/measure/text.ts';
import { inks } from '#svg/palette.ts';
import { type SheetBlock, titleBlockMarkup } from '#svg/title-block.ts';
import type { KeyEntry } from '#views/key.ts';

const measure = createTextMeasure();
const LINE: KeyEntry = {
  sort: 'line',
  isAnswer: false,
  label: 'Relationship',
  style: { line: 'Solid', opacity: 100 },
};
const BLOCK: SheetBlock = {
  title: 'Shop: containers',
  note: 'What it is made of.',
  key: [LINE, { ...LINE, label: 'Late' }, { sort: 'cost', label: '$ a month' }],
  facts: [
    { label: 'Date', value: '4 March 2026' },
    { label: 'Revision', value: '0123456' },
  ],
};

function block(width: number, own: SheetBlock = BLOCK) {
  const { markup, height } = titleBlockMarkup(own, { x: 8, y: 100, width }, measure, inks('light'));
  const texts = [...markup.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, text]) => ({ x: Number(x), y: Number(y), text: text ?? '' }),
  );
  return { markup, height, texts };
}

describe('the title block of a sheet', () => {
  it.each([300, 420, 700, 1400])('holds every word within %d pixels', (width) => {
    const { height, texts, markup } = block(width);
    expect(markup).toMatch(/^<g class="title-block"><rect /);
    expect(texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Key', 'Relationship', 'Late', '$ a month', 'Date', '0123456']),
    );
    for (const { x, y, text } of texts) {
      expect(x).toBeGreaterThanOrEqual(8);
      expect(x + measure.width(text, { size: 11.5, weight: 400 })).toBeLessThanOrEqual(8 + width);
      expect(y > 100 && y < 100 + height).toBe(true);
    }
  });

  it('is lower when it is wide', () => {
    expect(block(1400).height).toBeLessThan(block(300).height);
  });

  it('has no key where there is nothing to say', () => {
    const { texts } = block(700, { ...BLOCK, key: [], facts: [] });
    expect(texts.map(({ text }) => text)).toEqual(['Shop: containers', 'What it is made of.']);
  });

  it('wraps long words', () => {
    const title = 'A title that is much too long for the width of a very narrow sheet of paper';
    const { texts } = block(300, { ...BLOCK, title, key: [], facts: [] });
    expect(texts.length).toBeGreaterThan(2);
  });
});
