import { satteri } from '@astrojs/markdown-satteri';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOutline } from '#case-study/mdx.ts';
import { Source } from '#diagnostics/source.ts';
import { anyText } from '../../support/hostile.ts';
import { at, textUnder } from '../../support/studies.ts';

const outline = (text: string) => readOutline(new Source('index.mdx', text));

/** What Astro makes of the headings of a page: depth, anchor, text. */
async function astroHeadings(text: string): Promise<readonly unknown[]> {
  const renderer = await satteri().createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false },
  );
  const { code = '' } = (await renderer?.process(text, '/index.mdx', {})) ?? {};
  const [, list = '[]'] = /getHeadings\(\) \{ return (\[.*\]); \}/.exec(code) ?? [];
  return (JSON.parse(list) as { depth: number; slug: string; text: string }[]).map(
    ({ depth, slug, text: words }) => [depth, slug, words],
  );
}

describe('headings', () => {
  it.each([
    '# One\n\n## Two\n\n###### Six\n',
    '## Same\n\n## Same\n\n### Same\n\n## Same 1\n',
    '## It’s "so" -- and ... more --- it\'s\n',
    '## a `code--x "q"` b\n',
    '## A [link](x) and ![alt](https://x.org/y.png) *em **strong*** ~~gone~~\n',
    '## {1 + 1} apples\n',
    '## <b>bold</b> and <Adr id="1">ADR</Adr>\n',
    '## Amp &amp; \\_ escaped &lt;\n',
    'Setext\n======\n\nSecond\n------\n',
    '<Note>\n## Inside\n</Note>\n\n> ## Quoted\n\n- ## Listed\n',
    '## Ünï 😀 漢字 ไทย\n',
    '<h2>Raw</h2>\n\n## Raw\n',
    '## \n\n## #hash #\n',
    '## $5 a month, 3 * 4 = 12\n',
    '```md\n## not one\n```\n\n{/* ## nor this */}\n',
    '\r\n## Behind returns\r\n\r\n## And another\r\n',
    '\uFEFF## Behind a mark\n',
  ])('have the anchors that Astro gives them: %j', async (text) => {
    const { headings, diagnostics } = outline(text);
    expect(diagnostics).toEqual([]);
    expect(headings.map(({ depth, id, text: words }) => [depth, id, words])).toEqual(
      await astroHeadings(new Source('index.mdx', text).text),
    );
  });

  it('know where they stand', () => {
    const { headings } = outline('---\ntitle: é\n---\n\nText 😀\n\n## Two\n\n### *Three* é\n');
    expect(headings.map(({ span }) => textUnder(span))).toEqual(['## Two', '### *Three* é']);
  });
});

describe('references', () => {
  it.each([
    ['<Diagram view="v" />', 'Diagram', { view: 'v' }],
    [
      '<Diagram\n  view="v"\n  caption="Two words"\n/>',
      'Diagram',
      { view: 'v', caption: 'Two words' },
    ],
    ["<Diagram view='v' />", 'Diagram', { view: 'v' }],
    ["<Diagram view={'v'} />", 'Diagram', { view: 'v' }],
    ['<Diagram view={"v"} />', 'Diagram', { view: 'v' }],
    ['<Diagram view={`v`} />', 'Diagram', { view: 'v' }],
    ['<Adr id={3} />', 'Adr', { id: '3' }],
    ['<Cost users={ 100_000 } />', 'Cost', { users: '100000' }],
    [
      '<Diagram view={key} a={1 + 1} b={`$\u007Bkey}`} c={"a" + "b"} d={-1} />',
      'Diagram',
      { d: '-1' },
    ],
    ['<Cost users={1e5} per={1.5} />', 'Cost', { users: '100000', per: '1.5' }],
    ['<Diagram wide view="v" {...rest} />', 'Diagram', { view: 'v' }],
    ['<Element id="a&amp;b" />', 'Element', { id: 'a&b' }],
    ['<Charts.Bar of="x" />', 'Charts.Bar', { of: 'x' }],
    ['<b id="x">html</b>', 'b', { id: 'x' }],
  ])('%j', (text, component, attributes) => {
    const { references, diagnostics } = outline(`Text é 😀 before ${text}\n`);
    expect(diagnostics.filter(({ code }) => code !== 'unknown-name')).toEqual([]);
    expect(references.map((reference) => [reference.component, reference.attributes])).toEqual([
      [component, attributes],
    ]);
    expect(textUnder(references[0]?.span)).toBe(text);
  });

  it('are found wherever they stand', () => {
    const text = '# <A />\n\n- <B />\n\n| x |\n| - |\n| <C /> |\n\n<D>\n\n*<E />*\n\n</D>\n';
    expect(outline(text).references.map(({ component }) => component)).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
    ]);
  });

  it('are not found in code and comments', () => {
    const text = '`<A />`\n\n```\n<B />\n```\n\n{/* <C /> */}\n\n    <D />\n\n<></>\n';
    expect(outline(text).references.map(({ component }) => component)).toEqual(['D']);
  });

  it.each([
    ['<Element id="x" />', 'id', 'x'],
    ["<Element id = 'x' />", 'id', 'x'],
    ['<Element id={3} />', 'id', '3'],
    ['<Element id={ "x" } />', 'id', 'x'],
    ['<Element\n\tid="x"\n/>', 'id', 'x'],
    ['<Element data-id="no" id="x" />', 'id', 'x'],
    ['<Element title="its id=\'no\'" id="x" />', 'id', 'x'],
    ['<Element id="" />', 'id', ''],
    ['<Element id="a&amp;b" />', 'id', 'a&amp;b'],
  ])('know where an attribute stands: %j', (text, name, value) => {
    const [reference] = outline(`é 😀 ${text}\n`).references;
    const span = reference?.attributeSpan(name);
    expect(textUnder(span)).toBe(value);
  });

  it('point at the tag for an attribute that is not there', () => {
    const [reference] = outline('x <Element other="id" />\n').references;
    expect(textUnder(reference?.attributeSpan('id'))).toBe('<Element other="id" />');
  });
});

describe('syntax errors', () => {
  it.each([
    ['<Diagram view="v">\n', '1:1'],
    ['text\n\n</Note>\n', '3:1'],
    ['é 😀 </Note>\n', '1:6'],
    ['{unclosed\n', '1:1'],
    ['one\n\ntwo 😀 {\n', '3:8'],
    ['one\r\n\r\ntwo {\r\n', '3:5'],
    ['\uFEFFone {\n', '1:5'],
    ['---\ntitle: x\n---\n\nfive <A\n', '5:6'],
    ['<A b=>\n', '1:1'],
  ])('are one finding, in its place: %j', (text, place) => {
    const { headings, references, diagnostics } = outline(text);
    expect(diagnostics.map(at)).toEqual([`mdx-syntax index.mdx:${place}`]);
    expect([headings, references]).toEqual([[], []]);
    expect(diagnostics[0]?.message).toMatch(/\.$/);
    expect(diagnostics[0]?.message).not.toMatch(/^\d+:\d+/);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom('<A ', '/>', '{', '}', '\n\n', '## ')), {
          maxLength: 6,
        }),
        (parts) => {
          const { diagnostics } = outline(parts.join(''));
          const syntax = diagnostics.filter(({ code }) => code === 'mdx-syntax');
          expect(syntax.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('attributes', () => {
  it.each([
    ['<A b="c" />', ['b text c']],
    ["<A b='c'/>", ['b text c']],
    ['<A b = { 1_000 } />', ['b number 1_000']],
    ['<A b={`c`} />', ['b text c']],
    ['<A b={c.d} e />', ['b code c.d', 'e flag e']],
    ['<A {...b} c="d" />', [' spread {...b}', 'c text d']],
    ['<A b={"}"} c=">" />', ['b text }', 'c text >']],
    ['<A b={{ c: "}" }} d="e" />', ['b code { c: "}" }', 'd text e']],
    ['<A\n  b="c"\n>\n<B b="d" />\n</A>', ['b text c']],
    ['<A.B c-d="e" f:g="h" />', ['c-d text e', 'f:g text h']],
  ])('of %j', (text, expected) => {
    const [reference] = outline(`${text}\n`).references;
    expect(
      reference?.written.map(
        ({ name, form, valueSpan }) => `${name} ${form} ${textUnder(valueSpan)}`,
      ),
    ).toEqual(expected);
  });
});

describe('code', () => {
  it.each([
    ['é {nope.nope}', 'unknown-name index.mdx:1:4', 'nope'],
    ['{  nope }', 'unknown-name index.mdx:1:4', 'nope'],
    ['a {1 +\n  nope} b', 'unknown-name index.mdx:2:3', 'nope'],
    ['<p title={nope}>x</p>', 'unknown-name index.mdx:1:11', 'nope'],
    ['<script>x</script>', 'inline-code index.mdx:1:1', '<script'],
    ['é <b onclick="x">y</b>', 'inline-code index.mdx:1:6', 'onclick'],
    ['<b style={`a`}>y</b>', 'inline-code index.mdx:1:4', 'style'],
  ])('is told to be wrong: %j', (text, place, words) => {
    const { diagnostics } = outline(`${text}\n`);
    expect(diagnostics.map(at)).toEqual([place]);
    expect(textUnder(diagnostics[0]?.span)).toBe(words);
  });

  it.each([
    '{1 + 1} {"text"} {Math.max(1, 2)} {frontmatter.title} {/* nope */}',
    'export const rate = 3;\n\n{rate * 2}',
    'import { a as b } from "./x.ts"\nimport Chart, * as all from "pkg"\n\n{b} {Chart} {all.x}',
    'export const { one, two } = frontmatter;\n\n{one}{two}',
    '{[1].map((each) => each + 1)}',
    '{true ? "nope" : `nope`}',
  ])('is left alone where nothing is known to be wrong: %j', (text) => {
    expect(outline(`${text}\n`).diagnostics).toEqual([]);
  });
});

describe('links', () => {
  it.each([
    ['é [x](./a.mdx "t")', ['link ./a.mdx']],
    ['[x](x)', ['link x']],
    ['[x][y]\n\n[y]: element:shop', ['link element:shop']],
    ['![x](./a.png)', ['image ./a.png']],
    ['[![x](./a.png)](/b/)', ['link /b/', 'image ./a.png']],
    [
      '<a href="/b/">x</a> <img src={"./c.png"} /> <a href={d}>e</a>',
      ['link /b/', 'image ./c.png'],
    ],
    ['https://example.org/a', ['link https://example.org/a']],
    ['`[x](y)` \\[x](y)', []],
  ])('are found in %j', (text, expected) => {
    const { links } = outline(`${text}\n`);
    expect(links.map(({ kind, address }) => `${kind} ${address}`)).toEqual(expected);
    expect(links.map(({ span }) => textUnder(span))).toEqual(
      expected.map((each) => each.split(' ')[1]),
    );
  });

  it('are missed where a reference has no definition', () => {
    const { looseReferences } = outline('é [x][y] `[a][b]` list[0][1] [c][d]\n\n[d]: /e/\n');
    expect(looseReferences.map(({ span }) => textUnder(span))).toEqual(['[x][y]']);
  });
});
