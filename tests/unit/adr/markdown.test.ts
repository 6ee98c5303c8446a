import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingsOf } from '#adr/markdown/headings.ts';
import { plainText } from '#adr/markdown/inline.ts';
import { linesOf } from '#adr/markdown/lines.ts';
import { linkDefinitionsOf, linksOf } from '#adr/markdown/links.ts';
import { type ListItem, listItemsOf } from '#adr/markdown/lists.ts';
import { paragraphsOf } from '#adr/markdown/paragraphs.ts';
import { flatten, markdownOf, sectionsOf } from '#adr/markdown/sections.ts';
import { Source } from '#diagnostics/source.ts';
import { textOf } from './support.ts';

const source = (text: string) => new Source('f.md', text);

describe('lines', () => {
  it.each([
    ['front matter', '---\na: 1\n---\nx', 'front-matter front-matter front-matter text'],
    ['no front matter without its end', '---\na: 1', 'text text'],
    ['a rule is no front matter', 'x\n---\ny', 'text text text'],
    ['a fence', '```md\n## Status\n```\nx', 'code code code text'],
    ['a longer fence holds a shorter', '````\n```\n````\nx', 'code code code text'],
    ['a tilde fence', '~~~\n```\n~~~\nx', 'code code code text'],
    ['a fence in a list item', '- ```\n  x\n  ```\ny', 'code code code text'],
    ['an open fence', '```\nx', 'code code'],
    ['backticks in a line are no fence', '```a``` b\nx', 'text text'],
    ['a comment', '<!-- a\n## b\n-->\nx', 'comment comment comment text'],
    ['a comment after text', 'a <!-- b\nc\n-->\nx', 'text comment comment text'],
    ['a comment in a line', 'a <!-- b --> c\nx', 'text text'],
  ])('%s', (_, text, kinds) => {
    expect(
      linesOf(source(text))
        .map(({ kind }) => kind)
        .join(' '),
    ).toBe(kinds);
  });

  it('keeps every character, with any line break', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r', '`', '-', '<!--') }),
        (text) => {
          const { text: whole } = source(text);
          for (const { start, text: line } of linesOf(source(text))) {
            expect(whole.slice(start, start + line.length)).toBe(line);
          }
        },
      ),
    );
  });
});

describe('headings', () => {
  const headings = (text: string) =>
    headingsOf(source(text), linesOf(source(text))).map(
      ({ level, text: name }) => `${level} ${name}`,
    );

  it.each([
    ['ATX', '# A\n### B ###\n## ', ['1 A', '3 B', '2 ']],
    ['not without a blank', '#A', []],
    ['not indented by four', '    # A', []],
    ['Setext', 'Title\n=====\n\nStatus\n---', ['1 Title', '2 Status']],
    ['a rule after a list is no heading', '- a\n---', []],
    ['not in code', '```\n# A\n```\n# B', ['1 B']],
    ['plain text of marks', '## Use `a_b` **now** <!-- optional -->', ['2 Use a_b now']],
    ['CRLF', '# A\r\n\r\n## B\r\n', ['1 A', '2 B']],
  ])('%s', (_, text, expected) => {
    expect(headings(text)).toEqual(expected);
  });
});

describe('sections', () => {
  const text = '# T\n\nlead\n\n## A\n\na\n\n### A1\n\na1\n\n## B\n\nb\n';
  const sections = sectionsOf(
    source(text),
    headingsOf(source(text), linesOf(source(text))),
    text.length,
  );

  it('nest by level', () => {
    expect(flatten(sections).map(({ heading }) => heading.text)).toEqual(['T', 'A', 'A1', 'B']);
    expect(sections[0]?.children.map(({ heading }) => heading.text)).toEqual(['A', 'B']);
  });

  it('have bodies up to the next heading of their level', () => {
    const bodies = flatten(sections).map(({ body }) => markdownOf(body));
    expect(bodies.slice(1)).toEqual(['a\n\n### A1\n\na1', 'a1', 'b']);
    expect(markdownOf(sections[0]!.lead)).toBe('lead');
  });
});

describe('plainText', () => {
  it.each([
    ['**Bold** and *it* and __b__ and _i_', 'Bold and it and b and i'],
    ['snake_case_name stays', 'snake_case_name stays'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['`a * b` *c*', 'a * b c'],
    ['[text](href) and [ref][x]', 'text and ref'],
    ['![Accepted](https://img.example/badge)', 'Accepted'],
    ['[a [b] c](d)', 'a [b] c'],
    ['Span\\<T\\> and `Lease<T>`', 'Span<T> and Lease<T>'],
    ['<b>x</b> y <!-- z -->', 'x y'],
    ['&#x31;2 &amp; &copy;', '12 & &copy;'],
    ['Keep <events> for <Duration/> <b>x</b>', 'Keep <events> for <Duration/> x'],
    ['~~old~~ new', 'old new'],
  ])('%s', (markdown, expected) => {
    expect(plainText(markdown)).toBe(expected);
  });
});

describe('links', () => {
  const links = (text: string) => {
    const lines = linesOf(source(text));
    return linksOf(source(text), lines, linkDefinitionsOf(lines));
  };

  it.each([
    ['inline', 'a [b](c.md) d', [['b', 'c.md']]],
    ['over a line break', 'see [ADR\n17](./0017-x.md).', [['ADR 17', './0017-x.md']]],
    ['brackets in the text', '[1. Use [x] now](0001-x.md)', [['1. Use [x] now', '0001-x.md']]],
    ['parentheses in the address', '[a](b_(c).md)', [['a', 'b_(c).md']]],
    ['a title', '[a](b.md "t")', [['a', 'b.md']]],
    ['angle brackets', '[a](<b c.md>)', [['a', 'b c.md']]],
    ['percent signs', '[a](b%20c.md#d)', [['a', 'b c.md']]],
    [
      'by reference',
      '[a][x] [x] [y]\n\n[x]: c.md\n',
      [
        ['a', 'c.md'],
        ['x', 'c.md'],
      ],
    ],
    ['no images', '![a](b.png)', []],
    ['no code', '`[a](b)` and\n\n```\n[a](b)\n```', []],
    ['code in the text', '[`a`](b)', [['a', 'b']]],
    ['no front matter', '---\na: "[b](c)"\n---\n', []],
    ['not over a blank line', '[a\n\nb](c)', []],
  ])('%s', (_, text, expected) => {
    expect(links(text).map(({ text: label, path }) => [label, path])).toEqual(expected);
  });

  it('stand where they say', () => {
    const found = links('x\n\nsee [a](b.md#c), [d](e)');
    expect(found.map(({ span }) => textOf(span))).toEqual(['[a](b.md#c)', '[d](e)']);
    expect(found[0]?.fragment).toBe('c');
  });

  it('take time in line with the text', () => {
    expect(links('['.repeat(5000))).toEqual([]);
    expect(links('[a]('.repeat(5000))).toEqual([]);
  });
});

describe('lists and paragraphs', () => {
  const tree = (items: readonly ListItem[]): unknown[] =>
    items.map(({ markdown, children }) =>
      children.length > 0 ? [markdown, tree(children)] : markdown,
    );
  const items = (text: string) => listItemsOf(source(text), linesOf(source(text)));

  it.each([
    ['markers', '- a\n* b\n+ c\n1. d\n2) e', ['a', 'b', 'c', 'd', 'e']],
    ['nesting', '- a\n  - b\n    - c\n- d', [['a', [['b', ['c']]]], 'd']],
    ['wrapped lines', '- a\n  b\n- c\nd', ['a\nb', 'c\nd']],
    ['text after a blank line ends the list', '- a\n\ntext\n\n- b', ['a', 'b']],
    ['an indented paragraph belongs to its item', '- a\n\n  more\n  - b', [['a', ['b']]]],
    ['no code', '```\n- a\n```', []],
  ])('%s', (_, text, expected) => {
    expect(tree(items(text))).toEqual(expected);
  });

  it('have places', () => {
    expect(items('x\n\n- abc\n  def\n').map(({ span }) => textOf(span))).toEqual(['abc\n  def']);
  });

  it('paragraphs are what is in no list, table, heading or fence', () => {
    const text = '# H\n\nOne\ntwo\n\n- item\n  more\n\n| a |\n\n```\nx\n```\n\n> quote\n';
    const found = paragraphsOf(source(text), linesOf(source(text)));
    expect(found.map(({ markdown }) => markdown)).toEqual(['One\ntwo', 'quote']);
  });
});
