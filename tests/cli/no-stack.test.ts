import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, runCli, runShell, userEnvironment } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';

const workspace = { 'workspace.dsl': SMALL_WORKSPACE };
const study = (text: string) => ({
  ...workspace,
  'case-studies/site/index.mdx': `${SMALL_STUDY}\n${text}\n`,
});
const config = (text: string) => ({
  ...workspace,
  'astro.config.mjs': `import { portfolio } from 'archfolio';\n${text}\n`,
});

describe('what only shows when code of the author runs', () => {
  it.each<[string, 'check' | 'build', Record<string, string>, string]>([
    [
      'a study that throws',
      'build',
      study(`{(() => { throw new Error('mine'); })()}`),
      'study-threw  case-studies/site/index.mdx:12:1',
    ],
    [
      'a study that ends the process',
      'build',
      study('{process.exit(3)}'),
      'study-threw  case-studies/site/index.mdx:12:1',
    ],
    [
      'a package that is not there',
      'build',
      study(`import x from 'no-such-package'`),
      'unknown-import  case-studies/site/index.mdx:12:16',
    ],
    [
      'a model that ends the process',
      'check',
      { ...workspace, 'cost-models/a.ts': '\nprocess.exit(0);\n' },
      'cost-model-threw  cost-models/a.ts:2:9',
    ],
    [
      'a model that ends it by another name',
      'check',
      { ...workspace, 'cost-models/a.ts': `import { exit } from 'node:process';\nexit(0);\n` },
      'cost-model-threw  cost-models/a.ts:2:1',
    ],
    [
      'a configuration that is no JavaScript',
      'check',
      config('export default { integrations: [portfolio({ ]'),
      'invalid-config  astro.config.mjs:2:45',
    ],
    [
      'a configuration that throws',
      'check',
      config('export default { integrations: [portfolio(nope.nope)] };'),
      'invalid-config  astro.config.mjs:2:43',
    ],
    [
      'a configuration that ends the process',
      'check',
      config('process.exit(0);'),
      'invalid-config  astro.config.mjs:2:9',
    ],
    [
      'a configuration that imports what is not there',
      'check',
      config(`import x from './gone.js';`),
      'invalid-config  astro.config.mjs:2:16',
    ],
  ])('%s: one diagnostic at its place', async (_, command, files, expected) => {
    const root = contentFolder(files);
    const { code, stdout, stderr } = await runCli([command, '--root', root]);
    expect(code).toBe(1);
    const output = stdout + stderr;
    expect(output).toContain(`error ${expected}`);
    expect(output.match(/^(?:error|warning) /gm)).toHaveLength(1);
    expect(output).not.toMatch(/\n\s+at |node:internal/);
    expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual([]);
  });

  it.each([
    'process.nextTick(() => process.exit(0));',
    'queueMicrotask(() => process.exit(0));',
    'setTimeout(() => process.exit(0));',
  ])('%s in a model: no exit code says that all is well', async (text) => {
    const root = contentFolder({ ...workspace, 'cost-models/a.ts': text });
    expect((await runCli(['check', '--root', root])).code).toBe(1);
  });

  it('a timer of a model keeps nobody waiting', async () => {
    const files = { ...workspace, 'cost-models/a.ts': 'setInterval(() => {}, 1_000_000);' };
    const { code, stderr } = await runCli(['check', '--root', contentFolder(files)]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('a model that throws later: its place in one line', async () => {
    const text = `queueMicrotask(() => { throw new Error('mine'); });`;
    const root = contentFolder({ ...workspace, 'cost-models/a.ts': text });
    const { code, stderr } = await runCli(['check', '--root', root]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error ended-early {2}\S*cost-models\/a\.ts:1:30\n.+: mine\.\n$/);
  });

  it('a folder that is deleted while somebody is in it', async () => {
    const { code, stderr } = await runShell('rmdir "$PWD"; $ARCHFOLIO adr list', contentFolder({}));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^error: .+\n$/) });
  });

  it.each<[string, string, string]>([
    ['workspace.dsl', 'workspace.dsl', 'unreadable-file  workspace.dsl'],
    ['the configuration', 'astro.config.mjs', 'unreadable-file  astro.config.mjs'],
    ['a study', 'case-studies/site/index.mdx', 'unreadable-file  case-studies/site/index.mdx'],
    ['a record', 'adrs/0001-x.md', 'adr-no-file  adrs/0001-x.md'],
    ['a cost model', 'cost-models/x.ts', 'unreadable-file  cost-models/x.ts'],
  ])('a folder in the place of %s', async (_, path, expected) => {
    const root = contentFolder(path === 'workspace.dsl' ? {} : workspace);
    mkdirSync(join(root, path), { recursive: true });
    const { stdout, stderr } = await runCli(['check', '--root', root]);
    expect(stdout).toContain(expected);
    expect(stderr).toBe('');
  });

  it.each(['case-studies', 'adrs', 'cost-models'])('a file in the place of %s', async (name) => {
    const root = contentFolder({ ...workspace, [name]: '' });
    const { code, stdout, stderr } = await runCli(['check', '--root', root]);
    expect(stdout).toContain(`unreadable-file  ${name}\n`);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });
});

describe('wrong usage of the site’s commands', () => {
  it.each<[readonly string[], RegExp]>([
    [['preview', '--port', 'abc'], /--port.*whole number up to 65535/],
    [['preview', '--port', '99999999'], /--port.*whole number/],
    [['dev', '--port', '-1'], /--port.*whole number/],
    [['dev', '--port', '80.5'], /--port.*whole number/],
    [['build', '--base', '/x?y'], /--base.*begins with \//],
    [['build', '--base', 'x'], /--base.*begins with \//],
    [['build', '--base', '//x'], /--base.*begins with \//],
    [['build', '--site', 'nonsense'], /--site.*https:/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('a reader that stops reading', () => {
  it.each<[readonly string[]]>([
    [['export', 'workspace.dsl', '--format', 'json', '--output', '-']],
    [['check', '--json', 'workspace.dsl']],
  ])('%j ends silently, as by SIGPIPE or as if all had been read', async (args) => {
    const child = spawn(process.execPath, [`${PROJECT}/src/cli/main.ts`, ...args], {
      cwd: PROJECT,
      env: userEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stderr }).toEqual({ code: 141, stderr: '' });
  });
});
