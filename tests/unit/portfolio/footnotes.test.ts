import { describe, expect, it } from 'vitest';
import { definitionsIn } from '#portfolio/footnotes.ts';
import { renderMarkdown } from '#portfolio/markdown.ts';

describe('the definitions of a record', () => {
  it.each([
    ['text\n\n[a]: https://example.org/a\n', '[a]: https://example.org/a'],
    [
      '## A\n\nx[^1]\n\n[^1]: One,\n    and more.\n\n## B\n\n[b]: b.md',
      '[^1]: One,\n    and more.\n\n[b]: b.md',
    ],
    ['- x\n\n  [c]: c.md\n', '[c]: c.md'],
    ['```\n[a]: no\n```\n', ''],
    ['no definitions', ''],
  ])('%j', (markdown, definitions) => {
    expect(definitionsIn(markdown)).toBe(definitions);
  });
});

describe('a piece of a record', () => {
  const render = (markdown: string, definitions: string, prefix = 'p-') =>
    renderMarkdown(markdown, {
      resolve: () => undefined,
      definitions,
      footnotePrefix: () => prefix,
    });

  it('knows what is defined elsewhere, and shows only what it uses', () => {
    const html = render(
      'See [a] and this[^1].',
      '[a]: https://example.org\n\n[^1]: One.\n\n[^2]: Two.',
    );
    expect(html).toContain('<a href="https://example.org">a</a>');
    expect(html).toContain('One.');
    expect(html).not.toContain('Two.');
  });

  it('takes its own definition first', () => {
    const own = '[^1]: Mine.';
    expect(render(`x[^1]\n\n${own}`, `${own}\n\n[^1]: Other.`).match(/Mine\.|Other\./g)).toEqual([
      'Mine.',
    ]);
  });

  it('has footnotes with ids of its own and no heading', () => {
    const html = render('x[^1]', '[^1]: One.', 'part-3-');
    expect([...html.matchAll(/ (?:id|href)="([^"]*)"/g)].map(([, value]) => value)).toEqual([
      '#part-3-fn-1',
      'part-3-fnref-1',
      'part-3-fn-1',
      '#part-3-fnref-1',
    ]);
    expect(html).not.toMatch(/<h\d|footnote-label/);
  });
});
