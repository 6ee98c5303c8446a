import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder, writeFiles } from '../support/content.ts';

const HEAD = 'path\texpected\texpected_error_message\tneeds\tkind\tbasis\tgolden\tnote';
const DSL = 'workspace {\nmodel {\na = person "A"\n}\n}\n';

/** What is compared of an entry, by its path; all entries are the same workspace. */
function corpus(entries: Readonly<Record<string, string>>, more: Record<string, string> = {}) {
  const lines = Object.entries(entries).map(
    ([path, note]) => `${path}\tok\t\tnone\tentry\t\t\t${note}`,
  );
  return contentFolder({
    'c/MANIFEST.tsv': `${[HEAD, ...lines].join('\n')}\n`,
    ...Object.fromEntries(Object.keys(entries).map((path) => [`c/${path}`, DSL])),
    ...more,
  });
}

const MERMAID = 'mermaid/SystemLandscape-001.mmd';

/** The text of a workspace's only view. */
async function exported(root: string, file: string, format: string): Promise<string> {
  const args = [
    'export',
    file,
    '--format',
    format,
    '--view',
    'SystemLandscape-001',
    '--output',
    '-',
  ];
  return (await runCli(args, root)).stdout;
}

it('compares texts, says what differs first, and exits 1', async () => {
  const root = corpus({ 'in/a.dsl': '', 'in/b.dsl': '' });
  const mermaid = await exported(root, 'c/in/a.dsl', 'mermaid');
  writeFiles(root, {
    [`c/golden/in/a.dsl.d/${MERMAID}`]: mermaid,
    'c/golden/in/a.dsl.d/dot/SystemLandscape-001.dot': await exported(root, 'c/in/a.dsl', 'dot'),
    [`c/golden/in/b.dsl.d/${MERMAID}`]: mermaid.replace('graph', 'flowchart'),
  });
  const { code, stdout } = await runCli(['conformance', 'c'], root);
  expect(code).toBe(1);
  expect(stdout).toContain(
    'differs  in/b.dsl (mermaid): SystemLandscape-001.mmd: line 1: graph TB | flowchart TB\n',
  );
  expect(stdout).toContain('differs  in/b.dsl (dot): SystemLandscape-001.dot: a file | nothing\n');
  expect(stdout).toMatch(/^mermaid +2 +1 +1 +0$/m);
  expect(stdout).toMatch(/^dot +2 +1 +1 +0$/m);
});

it('skips what the manifest says is not there, with the reason', async () => {
  const notes = {
    'in/a.dsl':
      'mermaid export fails in 6.2.2: an exception; c4plantuml export fails in 6.2.2: too',
    'in/b.dsl': 'variant of a; plantuml goldens left out: icon sizes are not known',
  };
  const { code, stdout } = await runCli(['conformance', 'c', '--json'], corpus(notes));
  expect(code).toBe(0);
  const { outcomes } = JSON.parse(stdout);
  expect(outcomes).toEqual([
    {
      path: 'in/a.dsl',
      aspect: 'mermaid',
      result: 'skipped',
      detail: 'the reference fails to write it',
    },
    {
      path: 'in/a.dsl',
      aspect: 'c4plantuml',
      result: 'skipped',
      detail: 'the reference fails to write it',
    },
    { path: 'in/b.dsl', aspect: 'plantuml', result: 'skipped', detail: 'icon sizes are not known' },
  ]);
});

it('takes themes from the corpus, or from one beside it', async () => {
  const address = 'https://static.structurizr.com/themes/own/theme.json';
  const withViews = (body: string) => DSL.replace(/}\n$/, `views {\n${body}\n}\n}\n`);
  const style = 'styles {\nelement "Person" {\ncolor #abcdef\n}\n}';
  const root = corpus(
    { 'in/a.dsl': '' },
    {
      'styled.dsl': withViews(style),
      'c/in/a.dsl': withViews(`theme ${address}`),
      'other/themes/own/theme.json': '{"elements": [{"tag": "Person", "color": "#abcdef"}]}',
    },
  );
  const mermaid = await exported(root, 'styled.dsl', 'mermaid');
  expect(mermaid).toContain('color:#abcdef');
  writeFiles(root, { [`c/golden/in/a.dsl.d/${MERMAID}`]: mermaid });
  const { stdout } = await runCli(['conformance', 'c'], root);
  expect(stdout).toMatch(/^mermaid +1 +1 +0 +0$/m);
});

it('is told when there is no corpus', async () => {
  const { code, stderr } = await runCli(['conformance', '.'], contentFolder({}));
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: There is no MANIFEST\.tsv in `.+`, so it is no corpus\.\n$/);
});
