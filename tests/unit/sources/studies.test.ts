import { describe, expect, it } from 'vitest';
import { loadStudies } from '#sources/studies.ts';
import { contentFolder } from '../../support/content.ts';
import { at, frontMatter } from '../../support/studies.ts';

const index = (more: Readonly<Record<string, unknown>> = {}) => frontMatter(more);
const load = (files: Readonly<Record<string, string>>) => loadStudies(contentFolder(files));

describe('the folder of studies', () => {
  it('may be missing or empty', () => {
    expect(load({})).toEqual({ studies: [], diagnostics: [] });
    expect(load({ 'case-studies/README.md': 'x' })).toEqual({ studies: [], diagnostics: [] });
  });

  it('has a folder a study, in the order of their names', () => {
    const { studies, diagnostics } = load({
      'case-studies/shop/index.mdx': index(),
      'case-studies/iot/index.mdx': index({ order: 2 }),
      'case-studies/_draft/index.mdx': 'not looked at',
      'case-studies/.hidden/index.mdx': 'not looked at',
      'case-studies/loose.mdx': 'not looked at',
    });
    expect(diagnostics.map(at)).toEqual(['unknown-file case-studies/loose.mdx']);
    expect(studies.map(({ slug }) => slug)).toEqual(['iot', 'shop']);
  });

  it('reads pages and typed lists, and leaves other files alone', () => {
    const { studies, diagnostics } = load({
      'case-studies/shop/index.mdx': index(),
      'case-studies/shop/runbook.mdx': '---\ntitle: Runbook\n---\n',
      'case-studies/shop/slos.yaml': '- { id: a, name: A, sli: x, objective: 99 }\n',
      'case-studies/shop/schema.sql': 'create table x ();',
      'case-studies/shop/other.yaml': 'a: [',
      'case-studies/shop/constructor.yaml': 'a: [',
      'case-studies/shop/nfrs.yml': 'a: [',
      'case-studies/shop/notes.md': '---\ntitle: [\n---\n',
      'case-studies/shop/scheme.sql': 'create table x ();',
      'case-studies/shop/posts/1.mdx': '<A',
    });
    expect(diagnostics.map(at)).toEqual(
      ['constructor.yaml', 'nfrs.yml', 'notes.md', 'other.yaml', 'scheme.sql'].map(
        (name) => `unknown-file case-studies/shop/${name}`,
      ),
    );
    const [study] = studies;
    expect(study?.pages.map(({ name, source }) => [name, source.name])).toEqual([
      ['index', 'case-studies/shop/index.mdx'],
      ['runbook', 'case-studies/shop/runbook.mdx'],
    ]);
    expect([...(study?.listFiles.keys() ?? [])]).toEqual(['slos']);
  });

  it('tells faults under the names that an author knows, all at once', () => {
    const { studies, diagnostics } = load({
      'case-studies/a/index.mdx': index({ order: 0 }),
      'case-studies/b/index.mdx': index(),
      'case-studies/b/slos.yaml': '- id: 7\n  x: [',
      'case-studies/c/index.mdx': `${index()}\n<A`,
    });
    expect(studies.map(({ slug }) => slug)).toEqual(['b', 'c']);
    expect(diagnostics.map(({ code, span }) => [code, span?.source.name])).toEqual([
      ['invalid-frontmatter', 'case-studies/a/index.mdx'],
      ['yaml-syntax', 'case-studies/b/slos.yaml'],
      ['mdx-syntax', 'case-studies/c/index.mdx'],
    ]);
  });

  it.each([
    ['a page', 'runbook.mdx', '---\ntitle: R\n---\n', true],
    ['a list', 'slos.yaml', '[]', true],
    ['an index of another case', 'Index.mdx', index(), true],
    ['only other files', 'notes.txt', 'x', false],
  ])('misses the index of a folder with %s', (_, name, text, missed) => {
    const { studies, diagnostics } = load({ [`case-studies/shop/${name}`]: text });
    expect(studies).toEqual([]);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual(
      missed ? [['missing-index', 'case-studies/shop/index.mdx']] : [],
    );
  });
});
