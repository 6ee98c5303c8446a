import { expect, it } from 'vitest';
import { namedBy, reference } from '#case-study/portfolio-lists/fields.ts';
import { portfolioConfig } from '#portfolio/config.ts';
import { DEFAULT_SETTINGS } from '#sources/config.ts';
import { loadPortfolio } from '#sources/load.ts';
import { createLoadMemory } from '#sources/load-memory.ts';
import { loadPortfolioLists } from '#sources/portfolio-lists.ts';
import {
  contentFolder,
  SMALL_MODEL,
  SMALL_STUDY,
  SMALL_WORKSPACE,
  writeFiles,
} from '../../support/content.ts';

const FILES = {
  'workspace.dsl': SMALL_WORKSPACE,
  'cost-models/site.ts': SMALL_MODEL,
  'adrs/0001-use-html.md': '# 1. Use HTML\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n',
  'case-studies/site/index.mdx': `${SMALL_STUDY.replace('draft: true', 'draft: true\ncostModel: site')}
## Why pages

<Risks />
`,
  'case-studies/site/risks.yaml':
    '- { id: slow, title: Slow, elements: [site.pages], likelihood: 2, impact: 2, owner: o, response: reduce, mitigation: m, status: open }\n',
};

const story = (...shown: readonly string[]) =>
  `experience:\n  - id: apps\n    experience: Apps\n    adds: Services\n    story: The whole path\n    shown:\n${shown.map((one) => `          - ${one}\n`).join('')}`;

async function found(evidence: string): Promise<string[]> {
  const root = contentFolder({ ...FILES, 'case-studies/evidence.yaml': evidence });
  const { diagnostics } = await loadPortfolio(root, portfolioConfig.parse(DEFAULT_SETTINGS));
  return diagnostics
    .filter(({ span }) => span?.source.name === 'case-studies/evidence.yaml')
    .map(({ code, span, hint }) => {
      const { line, column } = span?.source.positionAt(span.start) ?? { line: 0, column: 0 };
      return `${code} ${line}:${column} ${hint ?? ''}`.trim();
    });
}

it('finds nothing in a list that is empty, and nothing wrong with names that exist', async () => {
  expect(await found('')).toEqual([]);
  expect(
    await found(
      story(
        'view: containers',
        'decision: 1',
        'element: site.pages',
        'page: site#why-pages',
        'cost: site/pages.out',
        'entry: site/risks#slow',
      ),
    ),
  ).toEqual([]);
});

it.each([
  ['view: containrs', 'unknown-view 7:19 Did you mean `containers`?'],
  ['decision: 2', 'unknown-decision 7:23 Its records are 1.'],
  ['element: site.page', 'unknown-element 7:22 Did you mean `site.pages`?'],
  ['page: sites', 'unknown-study 7:19 Did you mean `site`?'],
  ['page: site/indx', 'unknown-link 7:19 Did you mean `index`?'],
  ['page: site#why-page', 'unknown-anchor 7:19 Did you mean `why-pages`?'],
  ['cost: sitee', 'unknown-cost-model 7:19 Did you mean `site`?'],
  ['cost: site/pagess', 'unknown-cost-line 7:19 Did you mean `pages`?'],
  ['entry: site/risk#slow', 'unknown-entry 7:20 Did you mean `risks`?'],
  ['entry: site/risks#slo', 'unknown-entry 7:20 Did you mean `slow`?'],
  ['benchmark: site#speed', 'unknown-entry 7:24 The list is empty.'],
  ['pitch: me', 'unknown-entry 7:20 The list is empty.'],
  ['practice: design', 'unknown-entry 7:23 The list is empty.'],
  ['vew: containers', 'invalid-list 7:13 Did you mean `view`?'],
  ['{ view: containers, decision: 1 }', 'invalid-list 7:13'],
])('tells at its place that nothing is called so: %s', async (shown, told) => {
  expect(await found(story(shown))).toEqual([told]);
});

it('tells keys that nobody knows, ids that are used twice, and a file that is mistyped', async () => {
  expect(await found('readng: []\n')).toEqual(['invalid-list 1:1 Did you mean `reading`?']);
  const books = '  - { id: a, title: A, entries: [{ title: B }] }\n';
  expect(await found(`reading:\n${books}${books}`)).toEqual(['duplicate-id 3:11']);
  const root = contentFolder({ ...FILES, 'case-studies/evidense.yaml': '' });
  const { diagnostics } = await loadPortfolio(root, portfolioConfig.parse(DEFAULT_SETTINGS));
  expect(diagnostics.filter(({ code }) => code === 'unknown-file').map(({ hint }) => hint)).toEqual(
    ['Did you mean `evidence.yaml`?'],
  );
});

it('is read once, as long as its text stays the same', () => {
  const root = contentFolder({ 'case-studies/evidence.yaml': story('decision: 1') });
  const memory = createLoadMemory().lists;
  const { lists } = loadPortfolioLists(root, memory);
  expect(lists.values.evidence.experience[0]?.story).toBe('The whole path');
  expect(loadPortfolioLists(root, memory).lists).toBe(lists);
  writeFiles(root, { 'case-studies/evidence.yaml': '' });
  expect(loadPortfolioLists(root, memory).lists.values.evidence.experience).toEqual([]);
});

it('says what a reference names', () => {
  expect(namedBy(reference.parse({ decision: 7 }))).toEqual({ kind: 'decision', name: '7' });
});
