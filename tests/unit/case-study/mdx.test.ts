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
    ['<Diagram view={key} a={1 + 1} b={`$\u007Bkey}`} c={"a" + "b"} d={-1} />', 'Diagram', {}],
    ['<Diagram wide view="v" {...rest} />', 'Diagram', { view: 'v' }],
    ['<Element id="a&amp;b" />', 'Element', { id: 'a&b' }],
    ['<Charts.Bar of="x" />', 'Charts.Bar', { of: 'x' }],
    ['<b id="x">html</b>', 'b', { id: 'x' }],
  ])('%j', (text, component, attributes) => {
    const { references, diagnostics } = outline(`Text é 😀 before ${text}\n`);
    expect(diagnostics).toEqual([]);
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
          expect(diagnostics.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
