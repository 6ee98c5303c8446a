import { describe, expect, it } from 'vitest';
import { at, frontMatter, studyFrom } from '../../support/studies.ts';

const page = (title: string, order?: number) =>
  `---\ntitle: ${title}\n${order === undefined ? '' : `order: ${order}\n`}---\n`;

describe('a study', () => {
  it('orders its pages: index, then by order, then by name', () => {
    const { study } = studyFrom({
      'zebra.mdx': page('Z', 1),
      'alpha.mdx': page('A'),
      'runbook.mdx': page('R', 2),
      'index.mdx': frontMatter(),
      'deep.mdx': page('D', 2),
      'beta.mdx': page('B'),
    });
    expect(study?.pages.map(({ name }) => name)).toEqual([
      'index',
      'zebra',
      'deep',
      'runbook',
      'alpha',
      'beta',
    ]);
  });

  it('carries its slug, its sources and the outline of its pages', () => {
    const { study } = studyFrom(
      { 'index.mdx': `${frontMatter()}\n## Why\n\n<Diagram view="v" />\n` },
      'web-shop',
    );
    expect(study).toMatchObject({
      slug: 'web-shop',
      source: { name: 'case-studies/web-shop/index.mdx' },
      pages: [
        {
          name: 'index',
          meta: { title: 'The shop' },
          headings: [{ id: 'why' }],
          references: [{ component: 'Diagram' }],
        },
      ],
      nfrs: [],
      slos: [],
      failureModes: [],
      risks: [],
    });
  });

  it('is nothing without an index', () => {
    expect(studyFrom({ 'runbook.mdx': page('R') })).toEqual({ study: undefined, diagnostics: [] });
  });

  it('tells everything that is wrong at once, page by page, list by list', () => {
    const { study, diagnostics } = studyFrom({
      'index.mdx': `${frontMatter({ draft: 'no' })}\n<Diagram\n`,
      'runbook.mdx': `${page('""')}\n{\n`,
      'nfrs.yaml': '- id: X\n',
      'slos.yaml': 'a: [\n',
    });
    expect(study).toBeUndefined();
    expect(diagnostics.map(at)).toEqual([
      'yaml-syntax slos.yaml:2:1',
      'invalid-frontmatter index.mdx:6:8',
      'mdx-syntax index.mdx:9:1',
      'mdx-syntax runbook.mdx:5:1',
      'invalid-frontmatter runbook.mdx:2:8',
    ]);
  });

  it('ignores files that are no list of its own, whatever their names', () => {
    const { study, diagnostics } = studyFrom({
      'index.mdx': frontMatter(),
      'constructor.yaml': 'a: 1',
      'toString.yaml': '- 1',
      'notes.yaml': 'x',
    });
    expect(diagnostics).toEqual([]);
    expect(study?.listFiles.size).toBe(0);
  });
});
