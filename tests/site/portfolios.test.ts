import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newCaseStudy } from '#cli/commands/new/case-study.ts';
import { newCostModel } from '#cli/commands/new/cost-model.ts';
import { runCli } from '../support/cli.ts';
import {
  contentFolder,
  SMALL_MODEL,
  SMALL_STUDY,
  SMALL_WORKSPACE,
  writeFiles,
} from '../support/content.ts';
import { GAPS } from '../support/gaps.ts';
import { HOSTILE_PORTFOLIO } from '../support/hostile-portfolio.ts';
import { pagesOf } from '../support/pages.ts';

describe('an empty portfolio', () => {
  it('builds, and every page says how to begin', async () => {
    const root = contentFolder({ 'workspace.dsl': 'workspace {\n  model {\n  }\n}\n' });
    const { code, stderr } = await runCli(['build', '--root', root]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const pages = new Map(pagesOf(join(root, 'dist')).map(({ path, html }) => [path, html]));
    for (const path of ['/', '/case-studies/', '/views/', '/elements/', '/adrs/', '/cost/']) {
      expect(pages.get(path), path).toMatch(/class="empty/);
    }
    expect(pages.get('/')).not.toContain('How they are computed');
  });

  it('shows a new case study and its cost at once', async () => {
    const root = contentFolder({ 'workspace.dsl': 'workspace {\n  model {\n  }\n}\n' });
    newCaseStudy({ root, name: 'Order tracking' });
    newCostModel({ root, name: 'Order tracking' });
    const { code, stderr } = await runCli(['build', '--root', root]);
    expect({ code, errors: /^error /m.test(stderr) }).toEqual({ code: 0, errors: false });
    const pages = new Map(pagesOf(join(root, 'dist')).map(({ path, html }) => [path, html]));
    for (const path of ['/case-studies/order-tracking/', '/cost/order-tracking/']) {
      expect(pages.get(path), path).toContain('Order tracking');
    }
    expect(pages.get('/case-studies/order-tracking/')).toContain('data-layout="graph"');
  });
});

describe('a portfolio with hostile names', () => {
  it('is refused where it links to scripts, and to an element that does not exist', async () => {
    const root = contentFolder(HOSTILE_PORTFOLIO);
    const { code, stdout } = await runCli(['check', '--root', root, '--json']);
    expect(code).toBe(1);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { code: string; severity: string; file: string; line: number }[];
    };
    const record = 'adrs/0001-evil.md';
    const found = diagnostics.filter(
      ({ code: name, severity }) => severity === 'error' || name === 'cleaned-icon',
    );
    expect(found.map(({ code: name, file, line }) => [name, file, line])).toEqual([
      ['bad-link', record, 11],
      ['bad-link', record, 11],
      ['unknown-element', record, 11],
      ['cleaned-icon', 'workspace.dsl', 16],
    ]);
  });
});

describe('a build that fails', () => {
  it('leaves the last one as it was', async () => {
    const root = contentFolder({
      'workspace.dsl': SMALL_WORKSPACE,
      'case-studies/site/index.mdx': SMALL_STUDY,
    });
    expect((await runCli(['build', '--root', root])).code).toBe(0);
    const before = snapshot(join(root, 'dist'));

    writeFiles(root, {
      'case-studies/site/index.mdx': SMALL_STUDY.replace('"containers"', '"contaners"'),
    });
    const broken = await runCli(['build', '--root', root]);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain('error unknown-view  case-studies/site/index.mdx:10:16');
    expect(broken.stderr).toContain('Did you mean `containers`?');
    expect(snapshot(join(root, 'dist'))).toEqual(before);

    // What only shows while pages are made: the author's own code throws.
    writeFiles(root, {
      'case-studies/site/index.mdx': `${SMALL_STUDY}\n{(() => { throw new Error('mine'); })()}\n`,
    });
    const thrown = await runCli(['build', '--root', root]);
    expect(thrown.code).toBe(1);
    expect(snapshot(join(root, 'dist'))).toEqual(before);
    expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });

  it('gives the same bytes twice', async () => {
    const root = contentFolder({
      'workspace.dsl': SMALL_WORKSPACE,
      'case-studies/site/index.mdx': SMALL_STUDY,
    });
    await runCli(['build', '--root', root]);
    const first = snapshot(join(root, 'dist'));
    await runCli(['build', '--root', root]);
    expect(snapshot(join(root, 'dist'))).toEqual(first);
    expect(existsSync(join(root, 'dist/views/containers/index.html'))).toBe(true);
  });
});

function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file, 'latin1')]),
  );
}

describe('a portfolio of other sizes, in another region', () => {
  it('shows both sizes and the region everywhere, and any size in a sentence', async () => {
    const settings = {
      title: 'Small',
      author: { name: 'A. Uthor', role: 'architect' },
      users: [20_000, 80_000],
      region: 'eu-west-1',
      rules: Object.fromEntries([...GAPS].map((code) => [code, { off: 'It is small.' }])),
    };
    const root = contentFolder({
      'astro.config.mjs': `import { portfolio } from 'archfolio';\nexport default { integrations: [portfolio(${JSON.stringify(settings)})] };\n`,
      'workspace.dsl': SMALL_WORKSPACE,
      'cost-models/site.ts': SMALL_MODEL,
      'case-studies/site/index.mdx': `${SMALL_STUDY.replace('draft: true', 'costModel: site')}
It costs <Cost />, or <Cost users={1000000} /> for a million.

<CostTable />

<Limits />
`,
    });
    const { code, stderr } = await runCli(['build', '--root', root]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const pages = pagesOf(join(root, 'dist'));
    const text = (path: string) =>
      pages
        .find((page) => page.path === path)
        ?.html.replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
    // 0.02 GB a user at 9 cents, and cheaper steps above 10 TB.
    expect(text('/cost/site/')).toMatch(/20,000 users \$36 .*80,000 users \$144 /);
    expect(text('/cost/site/')).toContain('eu-west-1');
    expect(text('/cost/')).toMatch(/20K users 80K users A user, at 80K/);
    expect(text('/elements/site/pages/')).toMatch(/20K 80K/);
    expect(text('/')).toMatch(/20K users \$36 80K users \$144/);
    const study = text('/case-studies/site/');
    expect(study).toMatch(/It costs \$144 , or \$1,7\d\d for a million/);
    for (const { path, html } of pages) {
      // The explorer offers every region that the model can be priced in, and one table compares them.
      const own = html
        .replace(/<section[^>]* id="regions".*?<\/section>/s, '')
        .replace(/ title="[^"]*"|<option[^>]*>[^<]*/g, '');
      expect(own, path).not.toMatch(/100K users|500K users|at 500K|500,000 users|us-east-1/);
    }
  });

  it('says which regions there are', async () => {
    const settings = { title: 'x', author: { name: 'a', role: 'b' }, region: 'eu-wset-1' };
    const root = contentFolder({
      'astro.config.mjs': `import { portfolio } from 'archfolio';\nexport default { integrations: [portfolio(${JSON.stringify(settings)})] };\n`,
      'workspace.dsl': SMALL_WORKSPACE,
    });
    const { code, stderr, stdout } = await runCli(['check', '--root', root]);
    expect(code).toBe(1);
    expect(`${stderr}${stdout}`).toContain('Did you mean `eu-west-1`?');
  });
});
