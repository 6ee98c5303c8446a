import { describe, expect, it } from 'vitest';
import { drawnOf } from '#portfolio/cards/drawn.ts';
import { turned } from '#svg/direction.ts';
import { drawingOf, dslOf } from '../../support/workspaces.ts';
import { attribute, elementsIn, parseXml, textIn } from '../../support/xml.ts';

describe('a text from right to left', () => {
  it.each([
    ['middle', 'שלום!', { 'text-anchor': 'middle', direction: 'rtl' }],
    ['end', 'שלום!', { 'text-anchor': undefined, direction: 'rtl' }],
    [undefined, 'שלום!', { 'text-anchor': 'end', direction: 'rtl' }],
    ['end', 'Shop', {}],
  ])('anchored at its %s stands where any other would: %j', (anchor, text, attributes) => {
    expect(turned(anchor, text)).toEqual(attributes);
  });

  const svg = drawingOf(
    dslOf(
      `!identifiers hierarchical
      lib = softwareSystem "مكتبة المدينة (2)!" {
        web = container "Web" "يعرض الكتب: بحث, حجز PostgreSQL ثم يرسل الرسائل." "Node.js 24"
      }`,
      'container lib all {\n include *\n}',
    ),
    'all',
  );
  const texts = [...elementsIn(parseXml(svg))].filter(({ name }) => name === 'text');
  const lineOf = (part: RegExp) => texts.filter((one) => part.test(textIn(one)));

  it('says so in a drawing, each line of it as the whole', () => {
    const lines = lineOf(/[\u0600-\u06FF]/);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(attribute(line, 'direction'), textIn(line)).toBe('rtl');
    for (const line of lineOf(/^(?:Web|\[?Node)/))
      expect(line.attributes.has('direction')).toBe(false);
  });

  it('has the same place on a card', () => {
    const [title] = lineOf(/المدينة/);
    const [item] = drawnOf(svg, 100, 100).items.filter(
      (one) => one.kind === 'text' && one.text.includes('المدينة'),
    );
    expect(title && attribute(title, 'text-anchor')).toBe('end');
    expect(item).toMatchObject({ anchor: 'start' });
  });
});
