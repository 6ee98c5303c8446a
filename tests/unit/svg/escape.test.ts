import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributes, escapeXml, number } from '#svg/escape.ts';
import { anyText, inXml } from '../../support/hostile.ts';
import { attribute, parseXml, textIn } from '../../support/xml.ts';

describe('escapeXml', () => {
  it.each([
    [
      `<a href="x" b='y'>&amp;</a>`,
      '&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
    ],
    ['\u0000\u0008\u000B\u001F', '\uFFFD\uFFFD\uFFFD\uFFFD'],
    ['\uD800x\uDC00', '\uFFFDx\uFFFD'],
    ['\uFFFE\uFFFF', '\uFFFD\uFFFD'],
    ['😀\u202E\u009B', '😀\u202E\u009B'],
  ])('%j', (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });

  it('is undone by a parser, as text and as an attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const root = parseXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
        expect(textIn(root)).toBe(inXml(text).replace(/\r\n?/g, '\n'));
        expect(attribute(root, 'b')).toBe(inXml(text).replace(/\r\n|[\t\n\r]/g, ' '));
      }),
      { numRuns: 300 },
    );
  });
});

describe('number', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [-0.04, '0'],
    [1.05, '1.1'],
    [-1.25, '-1.2'],
    [12.34, '12.3'],
    [99.95, '100'],
    [1000, '1000'],
    [0.1 + 0.2, '0.3'],
  ])('%d is %s', (value, text) => {
    expect(number(value)).toBe(text);
  });

  it('has at most one decimal', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        expect(number(value)).toMatch(/^-?\d+(\.\d)?$/);
        expect(Math.abs(Number(number(value)) - value)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});

describe('attributes', () => {
  it('leaves out what is undefined, rounds numbers, escapes texts', () => {
    expect(attributes({ a: undefined, b: 1.26, c: '"', d: '', e: 0 })).toBe(
      ' b="1.3" c="&quot;" d="" e="0"',
    );
  });
});
