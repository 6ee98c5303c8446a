import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diffOf, mend, mendable, writeMended } from '#cli/commands/check/fix.ts';
import { portfolioConfig } from '#portfolio/config.ts';
import { DEFAULT_SETTINGS } from '#sources/config.ts';
import { loadPortfolio } from '#sources/load.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../../support/content.ts';

const config = portfolioConfig.parse(DEFAULT_SETTINGS);
const STUDY = SMALL_STUDY.replace('system: site', 'system: "sit"').replace(
  '<Diagram view="containers" />',
  '<Element id="site.page" /> [all](element:site.pagse) <Diagram view="contaners" /> [x](#far) <Diagram view="x" />',
);
const FILES = {
  'workspace.dsl': SMALL_WORKSPACE,
  'case-studies/site/index.mdx': `\uFEFF${STUDY}`,
  'case-studies/site/nfrs.yaml':
    '- id: fast\n  quality: Q\n  target: T\n  limti: L\n  measured: M\n',
  'case-studies/site/risks.yaml':
    '- title: T\n  id: a\n  elements: [site.pages]\n  likelihood: 1\n  impact: 1\n  owner: O\n  response: avoid\n  mitigation: M\n',
};

it('mends names with one near neighbour and the order of keys, and nothing else', async () => {
  const root = contentFolder(FILES);
  const before = await loadPortfolio(root, config);
  const files = mendable(root, before.diagnostics);
  expect(diffOf(files)).toMatch(
    /^--- a\/case-studies\/site\/nfrs\.yaml\n[\s\S]*\n- {2}limti: L\n\+ {2}limit: L\n/,
  );
  writeMended(root, files);
  expect(readFileSync(join(root, 'case-studies/site/index.mdx'), 'utf8')).toBe(
    FILES['case-studies/site/index.mdx']
      .replace('"sit"', '"site"')
      .replace('site.page"', 'site.pages"')
      .replace('site.pagse', 'site.pages')
      .replace('contaners', 'containers'),
  );
  expect(readFileSync(join(root, 'case-studies/site/risks.yaml'), 'utf8')).toMatch(
    /^- id: a\n {2}title: T\n/,
  );
  const after = await loadPortfolio(root, config);
  expect(after.diagnostics.map(({ code }) => code).toSorted()).toEqual([
    'unknown-anchor',
    'unknown-view',
  ]);
  expect(mendable(root, after.diagnostics)).toEqual([]);
});

it('goes on with what mending brought to light, and is done in one go', async () => {
  const name = 'case-studies/site/nfrs.yaml';
  const root = contentFolder({
    'workspace.dsl': SMALL_WORKSPACE,
    'case-studies/site/index.mdx': SMALL_STUDY,
    // Its keys are put into order once they are known.
    [name]: '- target: T\n  id: fast\n  quality: Q\n  limti: L\n  measured: M\n',
  });
  const check = async () => (await loadPortfolio(root, config)).diagnostics;
  const diffs: string[] = [];
  const said: string[] = [];
  const left = await mend(root, await check(), {
    check,
    show: (diff) => diffs.push(diff),
    say: (words) => said.push(words.trim()),
    agree: async () => true,
  });
  expect(said).toEqual(['1 file mended.', '1 file mended.']);
  expect(diffs).toHaveLength(2);
  expect(readFileSync(join(root, name), 'utf8')).toBe(
    '- id: fast\n  quality: Q\n  target: T\n  limit: L\n  measured: M\n',
  );
  expect(mendable(root, left)).toEqual([]);
});

it('changes nothing that was not agreed to', async () => {
  const root = contentFolder(FILES);
  const { diagnostics } = await loadPortfolio(root, config);
  const left = await mend(root, diagnostics, {
    check: async () => [],
    show: () => {},
    say: () => {},
    agree: async () => false,
  });
  expect(left).toBe(diagnostics);
  expect(readFileSync(join(root, 'case-studies/site/nfrs.yaml'), 'utf8')).toContain('limti');
});
