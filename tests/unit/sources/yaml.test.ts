import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { readFrontMatter } from '#sources/front-matter.ts';
import { readYaml } from '#sources/yaml.ts';
import { anyText } from '../../support/hostile.ts';
import { at, placeOf, textUnder } from '../../support/studies.ts';

const TEXT = `# about
name: "é 😀 shop"
size: 3
parts:
  - id: a
    tags: [x, 'y', z]
  - id: b
limits: { cpu: 2, "odd key": 4 }
note: |
  two
  lines
7: seven
`;
const yaml = (text: string) => readYaml(new Source('f.yaml', text));

describe('places in YAML', () => {
  const { located, diagnostics } = yaml(TEXT);

  it('reads the value', () => {
    expect(diagnostics).toEqual([]);
    expect(located.value).toEqual({
      name: 'é 😀 shop',
      size: 3,
      parts: [{ id: 'a', tags: ['x', 'y', 'z'] }, { id: 'b' }],
      limits: { cpu: 2, 'odd key': 4 },
      note: 'two\nlines\n',
      7: 'seven',
    });
  });

  it.each([
    [['name'], '"é 😀 shop"', '2:7'],
    [['size'], '3', '3:7'],
    [['parts', 0, 'id'], 'a', '5:9'],
    [['parts', 0, 'tags'], "[x, 'y', z]", '6:11'],
    [['parts', 0, 'tags', 1], "'y'", '6:15'],
    [['parts', 1, 'id'], 'b', '7:9'],
    [['limits', 'cpu'], '2', '8:16'],
    [['limits', 'odd key'], '4', '8:30'],
  ])('of the value at %j', (path, text, place) => {
    const span = located.spanOf(path);
    expect([textUnder(span), placeOf(span)]).toEqual([text, `f.yaml:${place}`]);
  });

  it.each([
    [['parts', 1, 'tags'], '7:5', 'of the map that lacks the key'],
    [['parts', 9, 'id'], '5:3', 'of the list that is shorter'],
    [['size', 'inner'], '3:7', 'of a number that holds nothing'],
    [['none', 'at', 'all'], '2:1', 'of the whole'],
    [[], '2:1', 'of the whole'],
  ])('of the nearest part around %j: %s', (path, place) => {
    expect(placeOf(located.spanOf(path))).toBe(`f.yaml:${place}`);
  });

  it.each([
    [['size'], 'size', '3:1'],
    [['parts', 0, 'tags'], 'tags', '6:5'],
    [['limits', 'odd key'], '"odd key"', '8:19'],
    [['7'], '7', '12:1'],
    [['parts', 1], 'id: b\n', '7:5'],
    [['parts', 0, 'none'], undefined, '5:5'],
  ])('of the key at the end of %j', (path, text, place) => {
    const span = located.keySpanOf(path);
    expect(placeOf(span)).toBe(`f.yaml:${place}`);
    if (text !== undefined) expect(textUnder(span)).toBe(text);
  });

  it('are moved by the offset, and stay within the source', () => {
    const source = new Source('f.mdx', `before\n${TEXT}`);
    const moved = readYaml(source, TEXT, 7).located;
    expect(textUnder(moved.spanOf(['name']))).toBe('"é 😀 shop"');
    expect(placeOf(moved.keySpanOf(['size']))).toBe('f.mdx:4:1');
  });
});

describe('broken YAML', () => {
  it.each([
    ['a: "x', ['1:4']],
    ["a: 'x\nb: 1\nc: [", ['1:4']],
    ['a: [1, 2', ['1:9']],
    ['a: 1\na: 2', ['2:1']],
    ['a: b: c', ['1:4']],
    ['\ta: 1', ['1:1']],
    ['a: 1\n---\nb: 2', ['2:1']],
    ['a: *none', ['1:4']],
    ['a: &x 1\nb: [*x, *y]', ['2:9']],
    ['a: "\\q"\nb: "\\q"', ['1:5', '2:5']],
  ])('is told in its place: %j', (text, places) => {
    const { located, diagnostics } = yaml(text);
    expect(diagnostics.map(at)).toEqual(places.map((place) => `yaml-syntax f.yaml:${place}`));
    expect(located.value).toBeUndefined();
    for (const { message } of diagnostics) expect(message).toMatch(/\.$/);
  });

  it('is told with places that count neither a mark nor half of a line break', () => {
    expect(yaml('\uFEFFa: 1\r\nb: "\r\n').diagnostics.map(at)).toEqual(['yaml-syntax f.yaml:2:4']);
  });

  it('is not blown up by aliases of aliases', () => {
    const rows = [...'bcdefghi'].map((name, n) => {
      const before = `*${'abcdefgh'[n]}`;
      return `${name}: &${name} [${Array(9).fill(before).join(', ')}]`;
    });
    const { located, diagnostics } = yaml(['a: &a [x, x, x]', ...rows].join('\n'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-syntax']);
    expect(located.value).toBeUndefined();
  });

  it.each(['', '# nothing\n', '\n\n', 'null', '~'])('an empty text is none: %j', (text) => {
    const { located, diagnostics } = yaml(text);
    expect([located.value, diagnostics]).toEqual([undefined, []]);
    expect(placeOf(located.spanOf(['a']))).toBe('f.yaml:1:1');
  });

  it('never throws, and never points out of the text', () => {
    const token = fc.constantFrom(
      'a: ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '"',
      '&x ',
      '*x',
      '!t ',
      '|\n',
      ': ',
      ', ',
      '---\n',
      '# ',
      '? ',
      '%',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(token, anyText), { maxLength: 12 }), (parts) => {
        const source = new Source('f.yaml', parts.join(''));
        const { located, diagnostics } = readYaml(source);
        const spans = [
          located.spanOf([]),
          located.spanOf(['a', 0]),
          located.keySpanOf(['a']),
          ...diagnostics.flatMap(({ span }) => span ?? []),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(start).toBeLessThanOrEqual(source.text.length);
        }
        if (diagnostics.length > 0) expect(located.value).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe('front matter', () => {
  const read = (text: string) => readFrontMatter(new Source('a.mdx', text));

  it.each([
    ['---\ntitle: x\n---\nbody', { title: 'x' }, 'body'],
    ['---\r\ntitle: x\r\n---\r\nbody', { title: 'x' }, 'body'],
    ['\uFEFF---\ntitle: x\n---\nbody', { title: 'x' }, 'body'],
    ['--- \ntitle: x\n---\t\nbody', { title: 'x' }, 'body'],
    ['---\ntitle: x\n---', { title: 'x' }, ''],
    ['---\n---\nbody', {}, 'body'],
    ['---\n---\nbody\n\n---\nmore', {}, 'body\n\n---\nmore'],
    ['---\n\n---\nbody', {}, 'body'],
    ['---\n# only a comment\n---\nbody', {}, 'body'],
    ['---\na: |\n  text\n  ---\n---\nbody', { a: 'text\n---\n' }, 'body'],
    ['body\n---\ntitle: x\n---\n', {}, 'body\n---\ntitle: x\n---\n'],
    ['---\ntitle: x\n', {}, '---\ntitle: x\n'],
    ['----\ntitle: x\n----\n', {}, '----\ntitle: x\n----\n'],
    ['', {}, ''],
  ])('of %j', (text, value, body) => {
    const source = new Source('a.mdx', text);
    const { located, diagnostics, bodyStart } = readFrontMatter(source);
    expect(diagnostics).toEqual([]);
    expect(located.value).toEqual(value);
    expect(source.text.slice(bodyStart)).toBe(body);
  });

  it('has its places in the file', () => {
    const { located } = read('---\ntitle: x\ntags: [é, b]\n---\ntitle: no\n');
    expect(placeOf(located.spanOf(['tags', 1]))).toBe('a.mdx:3:11');
    expect(placeOf(located.keySpanOf(['tags']))).toBe('a.mdx:3:1');
    expect(placeOf(located.spanOf(['gone']))).toBe('a.mdx:2:1');
  });

  it('has its faults in the file, and no value then', () => {
    const { located, diagnostics } = read('---\ntitle: x\ntags: [a\n---\nbody');
    expect(diagnostics.map(at)).toEqual(['yaml-syntax a.mdx:3:9']);
    expect(located.value).toBeUndefined();
  });
});
