import { describe, expect, it } from 'vitest';
import { pageMeta, studyMeta } from '#case-study/front-matter.ts';
import { at, frontMatter, studyFrom } from '../../support/studies.ts';

const BASE = { title: '"The shop"', summary: '"It sells."', order: '1', system: 'shop' };

/** Front matter with some keys replaced, added or (where empty) left out. */
function matter(changes: Readonly<Record<string, string | undefined>>): string {
  const rows = Object.entries({ ...BASE, ...changes }).filter(([, value]) => value !== undefined);
  return `---\n${rows.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n`;
}

const findings = (text: string) => studyFrom({ 'index.mdx': text }).diagnostics.map(at);

describe('front matter of a study', () => {
  it('is read with its defaults', () => {
    const { study, diagnostics } = studyFrom({ 'index.mdx': matter({}) });
    expect(diagnostics).toEqual([]);
    expect(study?.meta).toEqual({
      title: 'The shop',
      summary: 'It sells.',
      order: 1,
      system: 'shop',
      draft: false,
      flagship: false,
      notApplicable: {},
      tags: [],
    });
  });

  it('is read in full', () => {
    const more = { name: 'Shop', costModel: 'shop', drawing: 'v', draft: 'true', tags: '[a, b]' };
    expect(studyFrom({ 'index.mdx': matter(more) }).study?.meta).toMatchObject({
      name: 'Shop',
      costModel: 'shop',
      drawing: 'v',
      draft: true,
      tags: ['a', 'b'],
    });
  });

  it('takes the shortest of everything', () => {
    const short = {
      title: 'x',
      summary: 'x',
      system: 'x',
      name: 'x',
      costModel: 'x',
      drawing: 'x',
    };
    expect(findings(matter({ ...short, tags: '[x]' }))).toEqual([]);
  });

  const wrong: readonly (readonly [key: string, value: string, column: number])[] = [
    ['title', '""', 8],
    ['title', '7', 8],
    ['title', '[a]', 8],
    ['name', '""', 7],
    ['name', '7', 7],
    ['summary', '', 10],
    ['summary', '""', 10],
    ['order', 'first', 8],
    ['order', '0', 8],
    ['order', '-1', 8],
    ['order', '1.5', 8],
    ['system', '""', 9],
    ['system', '[shop]', 9],
    ['costModel', '""', 12],
    ['costModel', '7', 12],
    ['drawing', '""', 10],
    ['drawing', 'true', 10],
    ['draft', 'yes', 8],
    ['flagship', 'yes', 11],
    ['notApplicable', '[schema]', 16],
    ['notApplicable', '{ schema: "" }', 26],
    ['draft', '"true"', 8],
    ['tags', 'one', 7],
    ['tags', '[""]', 8],
    ['tags', '[a, 7]', 11],
  ];

  it.each(wrong)('refuses %s: %s', (key, value, column) => {
    const line = [...Object.keys(BASE), key].indexOf(key) + 2;
    expect(findings(matter({ [key]: value }))).toEqual([
      `invalid-frontmatter index.mdx:${line}:${column}`,
    ]);
    expect(studyFrom({ 'index.mdx': matter({ [key]: value }) }).study).toBeUndefined();
  });

  it('has a wrong fixture for every key that there is', () => {
    expect(new Set(wrong.map(([key]) => key))).toEqual(new Set(Object.keys(studyMeta.shape)));
  });

  it.each(Object.keys(BASE))('misses %s', (key) => {
    expect(findings(matter({ [key]: undefined }))).toEqual(['invalid-frontmatter index.mdx:2:1']);
  });

  it.each(['Title', 'titel', 'layout', 'sytem'])('knows no %s', (key) => {
    expect(findings(matter({ [key]: 'x' }))).toEqual(['invalid-frontmatter index.mdx:6:1']);
  });

  it.each([
    ['# Only text\n', 'The page has no front matter.'],
    ['', 'The page has no front matter.'],
    ['---\n---\n# Text\n', 'The front matter is empty.'],
    ['---\n\n---\n# Text\n', 'The front matter is empty.'],
    ['title: x\norder: 1\n---\nText\n', 'The front matter lacks its first line, `---`.'],
    ['---\ntitle: x\n\nText\n', 'The front matter has no `---` at its end.'],
  ])('tells once how to begin where there is none: %j', (text, message) => {
    const { diagnostics } = studyFrom({ 'index.mdx': text });
    expect(diagnostics.map(at)).toEqual(['invalid-frontmatter index.mdx:1:1']);
    expect(diagnostics[0]?.message).toBe(message);
    const [, minimal = ''] = diagnostics[0]?.hint?.split('\n\n') ?? [];
    expect(findings(`${minimal}\n`)).toEqual([]);
  });

  it('says once that it is no YAML', () => {
    expect(findings('---\ntitle: "x\n---\n')).toEqual(['yaml-syntax index.mdx:2:8']);
    expect(findings('---\ntitle: a: b\n---\n')).toEqual(['yaml-syntax index.mdx:2:8']);
  });

  it.each([
    ['a byte order mark', '\uFEFF', (text: string) => text],
    ['carriage returns', '', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('keeps its places behind %s', (_, mark, turned) => {
    expect(findings(mark + turned(matter({ order: '0' })))).toEqual([
      'invalid-frontmatter index.mdx:4:8',
    ]);
  });

  it('keeps its places behind characters of two units', () => {
    expect(findings(matter({ title: '"é 😀"', tags: '["😀", 7]' }))).toEqual([
      'invalid-frontmatter index.mdx:6:14',
    ]);
  });
});

describe('front matter of a further page', () => {
  const page = (text: string) =>
    studyFrom({ 'index.mdx': frontMatter(), 'runbook.mdx': text }).diagnostics.map(at);

  it('needs a title only', () => {
    const { study, diagnostics } = studyFrom({
      'index.mdx': frontMatter(),
      'runbook.mdx': '---\ntitle: Runbook\n---\n',
    });
    expect(diagnostics).toEqual([]);
    expect(study?.pages.map(({ name, meta }) => [name, meta])).toEqual([
      ['index', { title: 'The shop' }],
      ['runbook', { title: 'Runbook' }],
    ]);
  });

  const wrong = [
    ['title', '""', 8],
    ['summary', '""', 10],
    ['order', '0', 8],
    ['minutes', '2.5', 10],
    ['plain', 'yes', 8],
  ] as const;

  it.each(wrong)('refuses %s: %s', (key, value, column) => {
    const title = key === 'title' ? '' : 'title: Runbook\n';
    expect(page(`---\n${title}${key}: ${value}\n---\n`)).toEqual([
      `invalid-frontmatter runbook.mdx:${key === 'title' ? 2 : 3}:${column}`,
    ]);
  });

  it('has a wrong fixture for every key that there is', () => {
    expect(wrong.map(([key]) => key)).toEqual(Object.keys(pageMeta.shape));
  });

  it.each([
    ['---\nsummary: x\n---\n', 'runbook.mdx:2:1'],
    ['no front matter', 'runbook.mdx:1:1'],
    ['---\ntitle: x\nsystem: shop\n---\n', 'runbook.mdx:3:1'],
  ])('%j is wrong', (text, place) => {
    expect(page(text)).toEqual([`invalid-frontmatter ${place}`]);
  });

  it('leaves a broken page out and keeps the study', () => {
    const { study } = studyFrom({ 'index.mdx': frontMatter(), 'runbook.mdx': '' });
    expect(study?.pages.map(({ name }) => name)).toEqual(['index']);
  });
});
