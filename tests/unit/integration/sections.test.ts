import { evaluate, markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { studySections } from '#integration/markdown/sections.ts';

/** What a page renders to: names of components and elements, and the text between them. */
type Rendered = string | { readonly name: string; readonly props: Props };
interface Props {
  readonly children?: Rendered | readonly Rendered[];
  readonly [name: string]: unknown;
}

const Fragment = 'Fragment';
const COMPONENTS = Object.fromEntries(
  ['StudyOpening', 'StudyLead', 'StudySection', 'Claim', 'Diagram', 'Note', 'CostTable'].map(
    (name) => [name, name],
  ),
);

/** A page as nested brackets: `StudyOpening(p(Words))`. */
function rendered(mdx: string): string {
  const jsx = (type: unknown, given: unknown): Rendered =>
    typeof type === 'function'
      ? (type as (props: unknown) => Rendered)(given)
      : { name: String(type), props: given as Props };
  const exports = evaluate(mdx, {
    Fragment,
    jsx,
    jsxs: jsx,
    mdastPlugins: [studySections],
  });
  if (exports instanceof Promise) throw new Error('The plugin is not asynchronous.');
  const content = exports.default as (props: unknown) => Rendered;
  return written(content({ components: COMPONENTS }));
}

function written(node: Rendered | readonly Rendered[] | undefined): string {
  if (node === undefined) return '';
  if (typeof node === 'string') return node.trim() === '' ? '' : node.trim();
  if (Array.isArray(node))
    return (node as readonly Rendered[]).map(written).filter(Boolean).join(' ');
  const { name, props } = node as Exclude<Rendered, string>;
  const inside = written(props.children);
  if (name === Fragment) return inside;
  return `${name}${props.wide ? '[wide]' : ''}(${inside})`;
}

describe('the parts of a study’s text', () => {
  it.each([
    ['nothing', '', 'StudyOpening()'],
    ['only an opening', 'Words.\n\nMore.', 'StudyOpening(p(Words.) p(More.))'],
    [
      'an opening with a figure, which comes after its words',
      'Before.\n\n<Diagram view="v" />\n\nAfter.',
      'StudyOpening(p(Before.) p(After.)) Diagram()',
    ],
    [
      'an opening and sections, which share the contents',
      'Words.\n\n## One\n\na\n\n### Sub\n\nb\n\n## Two\n\nc',
      'StudyOpening(p(Words.)) StudyLead(StudySection(h2(One) p(a) h3(Sub) p(b)) StudySection(h2(Two) p(c)))',
    ],
    ['no opening', '## One\n\na', 'StudyOpening() StudyLead(StudySection(h2(One) p(a)))'],
    [
      'a wide section and what comes after it',
      '## One\n\n## Two\n\n<Claim>c</Claim>\n\nt\n\n## Three\n\n## Four\n\n<Claim>d</Claim>',
      'StudyOpening() StudyLead(StudySection(h2(One))) StudySection[wide](h2(Two) Claim(c) p(t)) StudySection(h2(Three)) StudySection[wide](h2(Four) Claim(d))',
    ],
    [
      'a wide section at the beginning: there is no lead then',
      '## One\n\n<Claim>c</Claim>',
      'StudyOpening() StudySection[wide](h2(One) Claim(c))',
    ],
    [
      'a claim in the opening, which makes nothing wide',
      '<Claim>c</Claim>\n\n## One',
      'StudyOpening() Claim(c) StudyLead(StudySection(h2(One)))',
    ],
    [
      'a heading inside a component, which begins no section',
      '## One\n\n<Note>\n## In\n</Note>\n\n## Two',
      'StudyOpening() StudyLead(StudySection(h2(One) Note(h2(In))) StudySection(h2(Two)))',
    ],
    [
      'headings of other levels, which begin none either',
      '# Zero\n\n### Three\n\n## Two',
      'StudyOpening(h1(Zero) h3(Three)) StudyLead(StudySection(h2(Two)))',
    ],
    [
      'front matter and exports, which are no part of it',
      '---\ntitle: x\n---\n\nWords.\n\n## One\n\na\n\nexport const x = 1\n\nb',
      'StudyOpening(p(Words.)) StudyLead(StudySection(h2(One) p(a) p(b)))',
    ],
    [
      'links that are defined in another section',
      '[One][a]\n\n## Two\n\n[a]: https://example.org',
      'StudyOpening(p(a(One))) StudyLead(StudySection(h2(Two)))',
    ],
  ])('%s', (_, mdx, expected) => {
    expect(rendered(mdx)).toBe(expected);
  });

  it('keeps footnotes, at the end', () => {
    const text = rendered('One[^1].\n\n## Two\n\nt\n\n[^1]: The note.');
    expect(text).toMatch(
      /^StudyOpening\(p\(One sup\(a\(1\)\) \.\)\) StudyLead\(.*\) section\(.*The note\..*\)$/,
    );
  });

  it('keeps imports and exports at the top of the module', () => {
    const { code } = mdxToJs('Words.\n\nimport A from "./a.ts"\n\n## One\n\n<A />\n', {
      mdastPlugins: [studySections],
    });
    expect(code).toMatch(/import A from ".\/a.ts";\n(?:.*\n)*function _createMdxContent/);
    expect(code).not.toContain('if (!A)');
  });

  it('leaves Markdown alone', () => {
    const { html } = markdownToHtml('Words.\n\n## One\n', { mdastPlugins: [studySections] });
    expect(html).toBe('<p>Words.</p>\n<h2>One</h2>\n');
  });
});
