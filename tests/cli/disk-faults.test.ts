import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeNew } from '#cli/commands/new/scaffold.ts';
import { PROJECT, runShell, userEnvironment } from '../support/cli.ts';
import { contentFolder } from '../support/content.ts';
import { BEFORE } from '../support/edits.ts';
import { digestOf } from '../support/folder-digest.ts';

const FILES = Object.fromEntries(BEFORE);

/** Who may not do everything; as root that is somebody else, who may not be able to read this project. */
const OTHER = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const asOther = (args: readonly string[], cwd: string) =>
  spawnSync(process.execPath, [`${PROJECT}/src/cli/main.ts`, ...args], {
    cwd,
    ...OTHER,
    env: { ...userEnvironment(), ARCHFOLIO_CACHE: 'off' },
    encoding: 'utf8',
  });
const canBeOther = asOther(['--version'], '/').status === 0;
if (!canBeOther)
  console.warn('NOT RUN: what a user without rights is told, since it may not read this project.');

describe('a command that cannot write', () => {
  it('says so, with exit code 1, and leaves all as it was', async () => {
    const root = contentFolder(FILES);
    const before = [digestOf(root), readdirSync(root, { recursive: true }).sort()];
    const commands: readonly (readonly [words: string, refused: string])[] = [
      ['adr new "Use it"', 'adr-disk  adrs'],
      ['adr new -s 1 "Use it"', 'adr-disk  adrs'],
      ['adr status 2 accepted', 'adr-disk  adrs'],
      ['new adr "Use it"', 'adr-disk  adrs'],
      ['new case-study Shop', `disk  ${root}/case-studies/shop/index.mdx`],
      ['new cost-model Shop --system site', `disk  ${root}/cost-models/shop.ts`],
      ['new optimization Faster', `disk  ${root}/case-studies/site/faster.mdx`],
      ['new aliases', `disk  ${root}/aliases.yaml`],
      ['export workspace.dsl --format json', `disk  ${root}/workspace.json`],
      ['build', `disk  ${root}/dist.lock/lock`],
    ];
    // A limit of the shell stands for a disk that is full.
    const lines = commands.map(
      ([words]) =>
        `said=$(ulimit -f 0; $ARCHFOLIO ${words} 2>&1); echo "$? \${said%%~*}" | head -1`,
    );
    const { stdout } = await runShell(lines.join('\n'), root);
    expect(stdout.trim().split('\n')).toEqual(commands.map(([, refused]) => `1 error ${refused}`));
    expect([digestOf(root), readdirSync(root, { recursive: true }).sort()]).toEqual(before);
  });

  it('takes back what it began where the last of several files is refused', () => {
    const root = contentFolder({ 'case-studies/site/index.mdx': 'as it was' });
    mkdirSync(join(root, 'workspace.dsl'));
    const files = { 'case-studies/shop/deep/index.mdx': 'new', 'case-studies/site/new.mdx': 'new' };
    expect(() => writeNew(root, files, { path: 'workspace.dsl', text: 'changed' })).toThrow();
    expect(readdirSync(root, { recursive: true }).sort()).toEqual([
      'case-studies',
      'case-studies/site',
      'case-studies/site/index.mdx',
      'workspace.dsl',
    ]);
  });
});

describe.skipIf(!canBeOther)('a user who may not read', () => {
  const folder = (files: Readonly<Record<string, string>>) => {
    const root = contentFolder(files);
    chmodSync(root, 0o755);
    return root;
  };

  it('a record is told so: it is not left out of the site', () => {
    const root = folder(FILES);
    chmodSync(join(root, 'adrs/0001-plain-files.md'), 0);
    const { status, stdout } = asOther(['check'], root);
    expect(stdout).toMatch(/^error adr-disk {2}adrs\/0001-plain-files\.md/m);
    expect(status).toBe(1);
  });

  it('the folder of the content is not told that it is empty', () => {
    const root = folder({ 'portfolio/workspace.dsl': '' });
    chmodSync(join(root, 'portfolio'), 0);
    const { status, stderr } = asOther(['check', '--root', 'portfolio'], root);
    expect(stderr).toBe('error: --root: this user may not read `portfolio`.\n');
    expect(status).toBe(2);
    chmodSync(join(root, 'portfolio'), 0o755);
  });
});
