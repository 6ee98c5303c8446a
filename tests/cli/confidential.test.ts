import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT, runCli } from '../support/cli.ts';
import { SECRET, SECRET_ALIASES, SECRET_NAMES } from '../support/confidential.ts';
import { contentFolder } from '../support/content.ts';

const build = (root: string) => runCli(['build', '--confidential'], root);

it('needs aliases, and says how to begin them', async () => {
  const root = contentFolder(SECRET);
  const { code, stderr } = await build(root);
  expect(code).toBe(1);
  expect(stderr).toContain('error aliases-missing  aliases.yaml');
  expect(stderr).toContain('npm run new -- aliases');
  expect((await runCli(['new', 'aliases'], root)).code).toBe(0);
  expect(readFileSync(join(root, 'aliases.yaml'), 'utf8')).toContain(
    '- { name: "Brightlane shop", alias: System 1 }',
  );
});

it('tells of aliases that the content cannot bear, and of names that it does not have', async () => {
  const aliases = SECRET_ALIASES.replace('alias: Relay', 'alias: Pages').replace(
    'people:',
    '  - { name: Nowhere, alias: Somewhere }\npeople:',
  );
  const { code, stderr } = await build(contentFolder({ ...SECRET, 'aliases.yaml': aliases }));
  expect(code).toBe(1);
  expect(stderr).toContain('error alias-breaks-content  aliases.yaml');
  expect(stderr).toContain('warning alias-unused  aliases.yaml:8:5');
});

it('publishes nothing while a name can still be read, and says where', async () => {
  const page = 'case-studies/brightlane-shop/index.mdx';
  const root = contentFolder({
    ...SECRET,
    'aliases.yaml': SECRET_ALIASES,
    'dist/.archfolio': '',
    'dist/index.html': 'the last one',
    [page]: `${SECRET[page]}\nIt is Quell&shy;mark that carries.\n`,
  });
  const { code, stdout, stderr } = await build(root);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/error name-leak {2}case-studies\/retail-site\/index\.html:\d+:\d+/);
  expect(stderr).toMatch(/`Quellmark` can still be read here, as (?:plain text|HTML entities)/);
  expect(stderr).toContain('products[0]');
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the last one');
  expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  expect(existsSync(join(root, 'dist/case-studies'))).toBe(false);
});

it('has cards under other names, below a base path, too', async () => {
  const root = contentFolder({ ...SECRET, 'aliases.yaml': SECRET_ALIASES });
  const { code, stderr } = await runCli(
    ['build', '--confidential', '--site', 'https://x.example', '--base', '/portfolio'],
    root,
  );
  expect(code, stderr).toBe(0);
  const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
  const cards = files.filter((name) => /^_\/card-.*\.png$/.test(name));
  expect(cards.length).toBeGreaterThan(3);
  const pages = files.filter((name) => name.endsWith('.html'));
  const shown = pages.map(
    (name) =>
      /<meta property="og:image" content="https:\/\/x\.example\/portfolio\/([^"]+)"/.exec(
        readFileSync(join(root, 'dist', name), 'utf8'),
      )?.[1],
  );
  expect(new Set(shown.filter((name) => name !== undefined))).toEqual(new Set(cards));
  expect(files.filter((name) => SECRET_NAMES.test(name))).toEqual([]);
  const texts = files.filter((name) => /\.(?:html|js|json|xml|ics|svg|txt)$/.test(name));
  const left = texts.filter((name) =>
    SECRET_NAMES.test(readFileSync(join(root, 'dist', name), 'utf8')),
  );
  expect(left).toEqual([]);
});

it.runIf(process.env.CONFIDENTIAL)(
  'builds the whole sample, and none of its names is left',
  async () => {
    const aliases = readFileSync(`${PROJECT}/tests/fixtures/confidential/aliases.yaml`, 'utf8');
    const root = contentFolder({ 'aliases.yaml': aliases });
    for (const name of ['workspace.dsl', 'astro.config.mjs', 'adrs', 'case-studies', 'cost-models'])
      cpSync(join(PROJECT, name), join(root, name), { recursive: true });
    const { code, stderr } = await build(root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
    const left = files.filter(
      ({ name, parentPath }) =>
        /\.(?:html|svg|js|json|xml|ics|txt)$/.test(name) &&
        /kafka|redis|mobile.?commerce|author name/i.test(
          readFileSync(join(parentPath, name), 'utf8'),
        ),
    );
    expect(left.map(({ name }) => name)).toEqual([]);
  },
  900_000,
);
