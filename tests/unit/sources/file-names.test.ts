import { describe, expect, it } from 'vitest';
import { LISTS } from '#case-study/lists/table.ts';
import { loadLog } from '#sources/decisions.ts';
import { loadStudies } from '#sources/studies.ts';
import { contentFolder, SMALL_STUDY } from '../../support/content.ts';

const STUDY = { 'case-studies/site/index.mdx': SMALL_STUDY };

describe('a file among the studies that nothing reads', () => {
  it.each([
    ['case-studies/site/nfr.yaml', 'Did you mean `nfrs.yaml`?'],
    ['case-studies/site/nfrs.yml', 'Did you mean `nfrs.yaml`?'],
    ['case-studies/site/anything.yaml', `Lists: ${Object.keys(LISTS).join('.yaml, ')}.yaml.`],
    ['case-studies/site/runbook.md', 'Pages of a study end in .mdx: `runbook.mdx`.'],
    [
      'case-studies/stray.mdx',
      'A study is a folder: move it to case-studies/stray/index.mdx, or start its name with `_`.',
    ],
  ])('is told: %s', (file, hint) => {
    const { diagnostics } = loadStudies(contentFolder({ ...STUDY, [file]: '' }));
    expect(diagnostics.map((found) => [found.code, found.file, found.hint])).toEqual([
      ['unknown-file', file, hint],
    ]);
  });

  it.each(['site/_notes.yaml', 'site/model.dsl', 'site/flow.png', 'site/data.json', '_draft.mdx'])(
    'may stand there: %s',
    (file) => {
      const root = contentFolder({ ...STUDY, [`case-studies/${file}`]: '' });
      expect(loadStudies(root).diagnostics).toEqual([]);
    },
  );
});

describe('a name that cannot be an address', () => {
  it.each([
    ['My Study é', 'my-study-e'],
    ['a+b', 'a-b'],
    ['100 %', '100'],
  ])('of a study: %s', (slug, plain) => {
    const root = contentFolder({ [`case-studies/${slug}/index.mdx`]: SMALL_STUDY });
    expect(loadStudies(root).diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['bad-address', `Call it \`${plain}\`.`],
    ]);
  });

  it('of a record', async () => {
    const root = contentFolder({ 'adrs/0001 use é.md': '# Use\n\n## Status\n\nProposed\n' });
    const { diagnostics } = await loadLog(root);
    expect(
      diagnostics.filter(({ code }) => code === 'bad-address').map(({ hint }) => hint),
    ).toEqual(['Call it `0001-use-e`.']);
  });
});
