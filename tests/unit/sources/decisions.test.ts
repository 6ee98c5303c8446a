import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { portfolioConfig } from '#portfolio/config.ts';
import { loadLog } from '#sources/decisions.ts';
import { loadPortfolio } from '#sources/load.ts';
import { contentFolder, SMALL_WORKSPACE } from '../../support/content.ts';
import { at } from '../../support/studies.ts';

const head = '# Use X\n\nDate: 2026-01-01\n\n## Status\n\n';

it.each([
  ['Superseded by [y](0099-nope.md)', ['adr-dangling-link 0001-x.md:7:15']],
  ['Accepted', ['adr-no-consequences 0001-x.md:1:1', 'adr-no-alternatives 0001-x.md:1:1']],
  ['Proposed', ['adr-proposed-too-long 0001-x.md:7:1']],
])('the log is looked over as `adr lint` does: %s', async (status, expected) => {
  const root = contentFolder({ 'adrs/0001-x.md': `${head}${status}\n` });
  const { diagnostics } = await loadLog(root, new Date(2026, 5, 1));
  expect(diagnostics.map(at)).toEqual(expected);
});

it('no record is lost or spoilt, whatever kind of file it is', async () => {
  const root = contentFolder({ 'adrs/0003-x.md/inner.md': head });
  const text = `${head.replace('X', 'Café')}Proposed\n`;
  writeFileSync(join(root, 'adrs/0001-x.md'), Buffer.from(text, 'latin1'));
  writeFileSync(join(root, 'adrs/0002-x.md'), Buffer.from(`\uFEFF${text}`, 'utf16le'));
  symlinkSync('nowhere', join(root, 'adrs/0004-x.md'));
  const { log, diagnostics } = await loadLog(root, new Date(2026, 0, 2));
  expect(log.records.map(({ title }) => title)).toEqual(['Use Café', 'Use Café']);
  expect(diagnostics.map(at)).toEqual([
    'adr-encoding 0001-x.md:1:1',
    'adr-no-file adrs/0003-x.md',
    'adr-no-file adrs/0004-x.md',
  ]);
});

it('two records with one number keep a portfolio from being shown', async () => {
  const config = portfolioConfig.parse({
    title: 'T',
    author: { name: 'A', role: 'r' },
    rules: { 'adr-no-consequences': { off: 'Later.' }, 'adr-no-alternatives': { off: 'Later.' } },
  });
  const files = {
    'workspace.dsl': SMALL_WORKSPACE,
    'adrs/0001-x.md': `${head}Accepted\n`,
    'adrs/0001-y.md': `${head}Accepted\n`,
  };
  const { diagnostics } = await loadPortfolio(contentFolder(files), config);
  expect(diagnostics.map(at)).toEqual(['adr-number-twice 0001-y.md:1:1']);
  expect(hasErrors(diagnostics)).toBe(true);
});
