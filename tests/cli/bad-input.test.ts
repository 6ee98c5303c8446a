import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';

interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const workspace = { 'workspace.dsl': SMALL_WORKSPACE };
const study = (text: string) => ({ ...workspace, 'case-studies/site/index.mdx': text });

describe('content that is wrong', () => {
  it.each<[string, Record<string, string>, readonly (readonly [string, string, number, number])[]]>(
    [
      ['no workspace', { 'adrs/.keep': '' }, [['missing-workspace', 'workspace.dsl', 1, 1]]],
      [
        'an empty workspace',
        { 'workspace.dsl': '' },
        [['dsl-no-workspace', 'workspace.dsl', 1, 1]],
      ],
      [
        'an unknown view',
        study(SMALL_STUDY.replace('"containers"', '"contaners"')),
        [['unknown-view', 'case-studies/site/index.mdx', 10, 16]],
      ],
      [
        'an unknown element',
        study(`${SMALL_STUDY}\nSee <Element id="site.page" />.\n`),
        [['unknown-element', 'case-studies/site/index.mdx', 12, 18]],
      ],
      [
        'an unknown decision',
        study(`${SMALL_STUDY}\nSee <Adr id="7" />.\n`),
        [['unknown-decision', 'case-studies/site/index.mdx', 12, 14]],
      ],
      [
        'an unknown cost model',
        study(SMALL_STUDY.replace('system: site', 'system: site\ncostModel: site')),
        [['unknown-cost-model', 'case-studies/site/index.mdx', 6, 12]],
      ],
      [
        'front matter of the wrong type',
        study(SMALL_STUDY.replace('order: 1', 'order: first')),
        [['invalid-frontmatter', 'case-studies/site/index.mdx', 4, 8]],
      ],
      [
        'a mistyped key, and no missing one besides',
        study(SMALL_STUDY.replace('summary: It', 'sumary: It')),
        [['invalid-frontmatter', 'case-studies/site/index.mdx', 3, 1]],
      ],
      [
        'an unknown component',
        study(`${SMALL_STUDY}\n<Diagramm view="containers" />\n`),
        [['unknown-component', 'case-studies/site/index.mdx', 12, 2]],
      ],
      [
        'MDX that cannot be read',
        study(`${SMALL_STUDY}\nHalf a {brace\n`),
        [['mdx-syntax', 'case-studies/site/index.mdx', 12, 8]],
      ],
      [
        'YAML that cannot be read',
        { ...study(SMALL_STUDY), 'case-studies/site/nfrs.yaml': '- id: a\n  quality: [\n' },
        [['yaml-syntax', 'case-studies/site/nfrs.yaml', 3, 1]],
      ],
      [
        'an unknown statement in the workspace',
        { 'workspace.dsl': SMALL_WORKSPACE.replace('include *', 'inclde *') },
        [['dsl-unknown-statement', 'workspace.dsl', 12, 7]],
      ],
      [
        'a setting that does not exist',
        {
          ...workspace,
          'astro.config.mjs': `import { portfolio } from 'archfolio';\nexport default {\n  integrations: [\n    portfolio({\n      titel: 'x',\n      title: 'x',\n      author: { name: 'a', role: 'b' },\n    }),\n  ],\n};\n`,
        },
        [['invalid-config', 'astro.config.mjs', 5, 7]],
      ],
    ],
  )('%s: each finding once, at its place, exit code 1', async (_, files, expected) => {
    const root = contentFolder(files);
    const { code, stdout } = await runCli(['check', '--root', root, '--json']);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Found[] };
    expect(
      diagnostics.map(({ code: name, file, line, column }) => [name, file, line, column]),
    ).toEqual(expected);
    expect(code).toBe(1);
  });

  it('says so with a frame and a hint, and never with a stack', async () => {
    const root = contentFolder(study(SMALL_STUDY.replace('"containers"', '"contaners"')));
    const { stdout } = await runCli(['check', '--root', root]);
    expect(stdout).toContain('10 | <Diagram view="contaners" />');
    expect(stdout).toContain('|                ^^^^^^^^^');
    expect(stdout).toContain('Did you mean `containers`?');
    expect(stdout).not.toMatch(/\n\s+at /);
  });
});

describe('wrong usage', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['no command', [], /^Usage: archfolio COMMAND/],
    ['an unknown command', ['bild'], /unknown command `bild`. Did you mean `build`\?/],
    ['an unknown option of build', ['build', '--bse', '/x'], /unknown option '--bse'[\s\S]*--base/],
    ['an unknown option of check', ['check', '--jsn'], /unknown option '--jsn'[\s\S]*--json/],
    [
      'a format that does not exist',
      ['export', 'workspace.dsl', '--format', 'pdf'],
      /'pdf' is invalid/,
    ],
    ['no format', ['export', 'workspace.dsl'], /required option '--format/],
    ['no file', ['export', '--format', 'json'], /missing required argument 'files'/],
    [
      'an unknown view',
      ['export', 'workspace.dsl', '--format', 'svg', '--view', 'landscpe'],
      /Did you mean `landscape`\?/,
    ],
    [
      'several results for standard output',
      ['export', 'workspace.dsl', '--format', 'svg', '--output', '-'],
      /takes one result/,
    ],
    ['0 users', ['cost', '--users', '0'], /0/],
    ['-1 users', ['cost', '--users', '-1'], /-1/],
    ['abc users', ['cost', '--users', 'abc'], /abc/],
    ['1e12 users', ['cost', '--users', '1e12'], /1e12/],
  ])('%s: one message, exit code 2', async (_, args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

it.each(['build', 'dev', 'preview', 'check', 'export', 'cost', 'adr'])(
  '%s --help has an example',
  async (command) => {
    const { stdout } = await runCli([command, command === 'adr' ? 'help' : '--help']);
    expect(stdout).toMatch(command === 'adr' ? /adr help/i : /Examples?:/);
  },
);
