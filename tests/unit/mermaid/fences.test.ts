import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { readFences, spanInFence } from '#mermaid/fences.ts';
import { placeOf, textUnder } from '../../support/studies.ts';

const fencesOf = (text: string, name = 'adrs/0001-x.md') => readFences(new Source(name, text));

describe('the fences of a text', () => {
  it.each([
    ['none', 'Words about mermaid.\n\n```js\na\n```\n', []],
    ['one', '# T\n\n```mermaid\ngraph LR\n  a --> b\n```\n', ['graph LR\n  a --> b']],
    ['with tildes and words after', '~~~mermaid title\npie\n~~~\n', ['pie']],
    ['in a list', '- x\n\n  ```mermaid\n  pie\n    "a": 1\n  ```\n', ['pie\n  "a": 1']],
    ['in a quotation', '> ```mermaid\n> pie\n> ```\n', ['pie']],
    ['within another fence', '````md\n```mermaid\npie\n```\n````\n', []],
    ['of another name', '```mermaidx\npie\n```\n', []],
  ])('%s', (_, text, expected) => {
    expect(fencesOf(text).map((fence) => fence.text)).toEqual(expected);
  });

  it('are read from MDX as MDX is read', () => {
    const text = '---\ntitle: x\n---\n\n<Note>\n```mermaid\npie\n```\n</Note>\n';
    expect(fencesOf(text, 'case-studies/x/index.mdx').map((fence) => fence.text)).toEqual(['pie']);
    expect(fencesOf('```mermaid\npie\n```\n\n<Open', 'x.mdx')).toEqual([]);
  });
});

describe('a place in a fence', () => {
  const [plain] = fencesOf('One\n\n```mermaid\ngraph LR\n  a --> b\n```\n');
  const [listed] = fencesOf('- x\n\n  ```mermaid\n  graph LR\n    a --> b\n  ```\n');

  it.each([
    ['a column', plain, 2, 5, '0001-x.md:5:5', '-'],
    ['a line', plain, 2, undefined, '0001-x.md:5:3', 'a --> b'],
    ['past the last line', plain, 9, 1, '0001-x.md:5:1', ' '],
    ['past the end of a line', plain, 1, 40, '0001-x.md:4:1', 'graph LR'],
    ['in a list', listed, 2, 3, '0001-x.md:5:5', 'a'],
  ])('%s', (_, fence, line, column, place, words) => {
    const span = fence && spanInFence(fence, line, column);
    expect(span && placeOf(span)).toBe(place);
    expect(textUnder(span)).toBe(words);
  });
});
