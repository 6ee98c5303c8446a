import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { watchContent } from '#cli/commands/check/watch.ts';
import { readContent } from '#cli/content.ts';
import { processPorts } from '#cli/ports.ts';
import { portfolioConfig } from '#portfolio/config.ts';
import { DEFAULT_SETTINGS } from '#sources/config.ts';
import { CONTENT } from '#sources/content-folders.ts';
import { loadPortfolio } from '#sources/load.ts';
import { createLoadMemory } from '#sources/load-memory.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE, writeFiles } from '../../support/content.ts';

it('checks again after each edit, of a file that is new, replaced or included too', async () => {
  const index = 'case-studies/site/index.mdx';
  const root = contentFolder({
    'workspace.dsl': SMALL_WORKSPACE,
    [index]: SMALL_STUDY,
    'notes.txt': 'not of the content',
  });
  const config = portfolioConfig.parse(DEFAULT_SETTINGS);
  const memory = createLoadMemory();
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const seen: string[] = [];
  let tell = () => {};
  const shown = async (count: number) => {
    while (seen.length < count) {
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    }
    return seen.at(-1);
  };
  const content = Object.values(CONTENT).map((name) => `${root}/${name}`);
  const done = watchContent(
    content,
    () => loadPortfolio(root, config, { memory }),
    (found) => found.map(({ code }) => code).join(' '),
    {
      isTTY: false,
      env: {},
      stdout: (text) => {
        seen.push(String(text).replace(/Watching.*\n/, ''));
        tell();
      },
    },
    stop.signal,
  );
  expect(await shown(1)).toBe('');
  writeFiles(root, { [index]: SMALL_STUDY.replace('"containers"', '"contaners"') });
  expect(await shown(2)).toBe('unknown-view');
  writeFiles(root, { 'case-studies/site/next.tmp': SMALL_STUDY });
  renameSync(join(root, 'case-studies/site/next.tmp'), join(root, index));
  expect(await shown(3)).toBe('');
  writeFiles(root, { 'case-studies/site/nfrs.yaml': '- id: 7\n', 'notes.txt': 'x' });
  expect(await shown(4)).toContain('invalid-list');
  writeFiles(root, { 'workspace.dsl': SMALL_WORKSPACE.replace('container site', 'containr site') });
  expect(await shown(5)).toContain('dsl-');
  writeFiles(root, {
    'workspace.dsl': SMALL_WORKSPACE,
    'case-studies/site/nfrs.yaml': '[]\n',
    'adrs/0001-x.md': 'no heading',
  });
  expect(await shown(6)).toContain('adr-');
  stop.abort();
  await done;
  expect(seen).toHaveLength(6);
});

it('reads the settings as they stand now', async () => {
  const settings = (title: string) =>
    `export default { integrations: [{ name: 'archfolio', settings: { title: '${title}', author: { name: 'A', role: 'R' } } }] };\n`;
  const root = contentFolder({ 'astro.config.mjs': settings('One') });
  const ports = { ...processPorts(), cwd: root };
  const title = async () => (await readContent(root, {}, ports)).config?.title;
  expect(await title()).toBe('One');
  writeFiles(root, { 'astro.config.mjs': settings('Two') });
  expect(await title()).toBe('Two');
});

it('goes on after something went while it was read', async () => {
  const root = contentFolder({ 'case-studies/a.yaml': '' });
  const stop = new AbortController();
  const seen: string[] = [];
  await watchContent(
    [`${root}/case-studies`],
    async () => {
      if (seen.length === 0) readdirSync(`${root}/gone`);
      return { diagnostics: [], watched: [] };
    },
    (found) => found.map(({ code }) => code).join(' '),
    {
      isTTY: false,
      env: {},
      stdout: (text) => {
        seen.push(String(text).replace(/Watching.*\n/, ''));
        if (seen.length === 1) writeFiles(root, { 'case-studies/a.yaml': 'x' });
        else stop.abort();
      },
    },
    stop.signal,
  );
  expect(seen).toEqual(['disk', '']);
});
