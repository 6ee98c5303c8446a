import { describe, expect, it } from 'vitest';
import { type HiddenKind, hiddenIn, visible, withoutHidden } from '#diagnostics/hidden.ts';
import { hiddenFindings } from '#diagnostics/hidden-findings.ts';
import { Source } from '#diagnostics/source.ts';
import { withTexts } from '#diagnostics/texts.ts';

/** A text, and what is hidden in it: kind and offset of each. */
const ROWS: readonly (readonly [string, string, readonly (readonly [HiddenKind, number])[]])[] = [
  ['plain text', 'The shop\n\tsells — “well”, in 東京 \r\n', []],
  ['an override', 'a\u202Eb', [['direction', 1]]],
  [
    'isolates, paired or not',
    'a \u2067b\u2069',
    [
      ['direction', 2],
      ['direction', 4],
    ],
  ],
  ['embeddings', '\u202A\u202B\u202C\u202D', [0, 1, 2, 3].map((at) => ['direction', at])],
  [
    'isolates among Hebrew',
    'שלום \u2068x\u2069',
    [
      ['direction', 5],
      ['direction', 7],
    ],
  ],
  ['a mark in Latin', 'a\u200F, b', [['mark', 1]]],
  ['a mark in another line than Hebrew', 'a\u200E\nשלום', [['mark', 1]]],
  ['marks in Hebrew and Arabic', 'שלום C++\u200E\nالسلام \u061C12\u200F', []],
  ['controls', '\0 \b \x1B[31m \x7F \x9B', [0, 2, 4, 10, 12].map((at) => ['control', at])],
  [
    'line breaks that few programs see',
    'a\u2028b\u2029c\x85',
    [1, 3, 5].map((at) => ['control', at]),
  ],
  ['a byte order mark inside', 'a\uFEFFb', [['invisible', 1]]],
  ['a space without width in a word', 'pay\u200Bment', [['invisible', 3]]],
  ['one at a name’s end', '"shop\u200B" x', [['invisible', 5]]],
  ['one where a path may break', 'src/\u200Bcli', []],
  ['one between Thai words', 'ไทย\u200Bดี', []],
  [
    'a joiner in Latin',
    'pay\u200Dment\u200C',
    [
      ['invisible', 3],
      ['invisible', 8],
    ],
  ],
  ['joiners of Persian and Hindi', 'می\u200Cخواهم क्\u200Dष', []],
  ['joiners of emoji', '👩🏽\u200D💻 ❤️\u200D🔥 👨\u200D👩\u200D👧', []],
  ['a keycap', '1️⃣', []],
  ['a flag of a region', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', []],
  [
    'tags that are no flag',
    'a\u{E0041}\u{E007F}',
    [
      ['smuggled', 1],
      ['smuggled', 3],
    ],
  ],
  ['a run of variation selectors', 'a\uFE00\u{E0105}\uFE01', [['smuggled', 1]]],
  [
    'half a character',
    '\uD800 😀 \uDC00',
    [
      ['control', 0],
      ['control', 5],
    ],
  ],
];

describe('what is hidden in a text', () => {
  it.each(ROWS)('%s', (_, text, found) => {
    expect(hiddenIn(text).map(({ kind, start }) => [kind, start])).toEqual(found);
  });

  it('is replaced unit by unit, but for what moves nothing', () => {
    expect(withoutHidden('a\u202Eb\x1Bc\u{E0041}d')).toBe('a\uFFFDb\uFFFDc\uFFFD\uFFFDd');
    expect(withoutHidden('pay\u200Bment, a\u200F')).toBe('pay\u200Bment, a\u200F');
  });

  it.each(ROWS)('is gone once it is replaced: %s', (_, text) => {
    const clean = withoutHidden(text);
    expect(clean).toHaveLength(text.length);
    const kinds = new Set(hiddenIn(clean).map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind !== 'mark' && kind !== 'invisible')).toEqual([]);
  });
});

describe('hiddenFindings', () => {
  it('tells each line once, at its first character', () => {
    const source = new Source('a.yaml', 'plain\n- name: "a\u202Eb\u202Cc"\n- \x1B[2J\n');
    const told = hiddenFindings(source).map(({ message, span }) => {
      const { line, column } = span.source.positionAt(span.start);
      return `${line}:${column} ${message}`;
    });
    expect(told).toEqual([
      expect.stringMatching(/^2:11 U\+202E \(right-to-left override\) .*; the line has 1 more /),
      expect.stringMatching(/^3:3 U\+001B \(escape\) /),
    ]);
  });
});

describe('visible', () => {
  it('escapes what moves a terminal as JSON does, and nothing else', () => {
    expect(visible('a\x1B[31m\u202E\r\x9B\u{E0041}')).toBe(
      'a\\u001b[31m\\u202e\\u000d\\u009b\\udb40\\udc41',
    );
    expect(visible('a\tb\r\nc\n😀 می\u200Cخواهم\u200F')).toBe('a\tb\r\nc\n😀 می\u200Cخواهم\u200F');
  });

  it('leaves a JSON document what it says', () => {
    const value = { name: '\x9B31m \u202E\u{E0041} \x1B' };
    expect(JSON.parse(visible(JSON.stringify(value)))).toEqual(value);
  });
});

describe('withTexts', () => {
  class Own {
    readonly text = 'a';
  }

  it('changes texts and keys, and keeps what is of a class', () => {
    const own = new Own();
    const value = { a: ['a', 1, { b: 'ab' }], map: new Map([['a', 'a']]), own, none: null };
    expect(withTexts(value, (text) => text.replaceAll('a', 'x'))).toEqual({
      x: ['x', 1, { b: 'xb' }],
      mxp: new Map([['x', 'x']]),
      own,
      none: null,
    });
  });

  it('keeps what nothing changes in', () => {
    const value = { a: [{ b: 'c' }], d: { e: 'ff' } };
    const next = withTexts(value, (text) => text.replace('ff', 'g'));
    expect(next.a).toBe(value.a);
    expect(next.d).toEqual({ e: 'g' });
    expect(withTexts(value, (text) => text)).toBe(value);
  });
});
