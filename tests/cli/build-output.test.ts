import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, runCli, userEnvironment } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE, writeFiles } from '../support/content.ts';

const CONTENT = {
  'top/inner/workspace.dsl': SMALL_WORKSPACE,
  'top/inner/case-studies/site/index.mdx': SMALL_STUDY,
  'top/inner/adrs/.keep': '',
};

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('where a build may write', () => {
  it.each<[string, string, RegExp]>([
    ['the content folder', 'top/inner', /what the site is built from/],
    ['the content folder, with a slash', 'top/inner/', /what the site is built from/],
    ['a folder above it', 'top', /what the site is built from/],
    ['a folder far above it', '.', /what the site is built from/],
    ['a content folder', 'top/inner/case-studies', /lies in it|holds content/],
    ['a folder in a content folder', 'top/inner/adrs/site', /holds content/],
    ['the way around', 'top/../top/./inner', /what the site is built from/],
    ['a link to it', 'link', /what the site is built from/],
    ['a link that leads nowhere', 'nowhere', /leads nowhere/],
    ['a folder of somebody else', 'other', /did not make/],
    ['a site with its repository', 'pages', /did not make/],
    ['a file', 'file', /it is a file/],
    ['below a file', 'file/site', /is a file/],
    ['where nothing can be written', '/proc/x', /nothing can be written/],
    ['deep where nothing can be written', '/proc/x/y/z', /nothing can be written/],
    ['nothing', '', /is empty/],
  ])('not %s', async (_, output, message) => {
    const folder = contentFolder({
      ...CONTENT,
      'other/mine.txt': 'mine',
      'pages/.archfolio': '',
      'pages/.git/HEAD': '',
      file: 'mine',
    });
    symlinkSync('top/inner', join(folder, 'link'));
    symlinkSync('gone', join(folder, 'nowhere'));
    const before = readdirSync(folder, { recursive: true }).sort();
    const args = ['build', '--root', 'top/inner', '--output', output];
    const { code, stdout, stderr } = await runCli(args, folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  });

  it.each<[string, string, RegExp]>([
    ['a folder that is not there', 'gone', /no folder `gone`/],
    ['a file', 'top/inner/workspace.dsl', /is a file/],
    ['nothing', '', /is empty/],
  ])('--root is not %s', async (_, root, message) => {
    for (const command of ['build', 'check', 'preview']) {
      const result = await runCli([command, '--root', root], contentFolder(CONTENT));
      expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
      expect(result.stderr).toMatch(message);
    }
  });
});

describe('a build from anywhere', () => {
  it('takes any root and any output, and replaces only what a build made', async () => {
    const folder = contentFolder({ 'there/x': '' });
    const root = join(folder, 'a b äö #1 %20x');
    writeFiles(root, {
      'workspace.dsl': SMALL_WORKSPACE,
      'case-studies/site/index.mdx': `${SMALL_STUDY}\n![A dot](./dot.png)\n`,
      'case-studies/site/dot.png': '',
    });
    writeFileSync(join(root, 'case-studies/site/dot.png'), PNG);
    const output = join(folder, 'new/ü #2 %41');
    mkdirSync(join(folder, 'new'));
    for (const _ of ['new', 'again']) {
      const args = ['build', '--root', root, '--output', output];
      const { code, stdout, stderr } = await runCli(args, join(folder, 'there'));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(output);
      expect(existsSync(join(output, 'views/containers/index.html'))).toBe(true);
      expect(readdirSync(join(folder, 'new'))).toEqual(['ü #2 %41']);
      expect(readdirSync(output)).toContain('.archfolio');
    }
  });

  it('replaces a site of before there was a marker, and removes what killed builds left', async () => {
    const root = contentFolder({
      'workspace.dsl': SMALL_WORKSPACE,
      'dist/index.html': 'old',
      'dist/404.html': 'old',
      'dist/_/site.0123456789.js': 'old',
      'dist.partial-999999999/index.html': '',
      'dist.old-999999999/index.html': '',
      'dist.partial-mine/index.html': 'mine',
    });
    const { code, stderr } = await runCli(['build', '--root', root]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).not.toBe('old');
    expect(readdirSync(root).sort()).toEqual(['dist', 'dist.partial-mine', 'workspace.dsl']);
  });

  it.each<[NodeJS.Signals, number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('leaves nothing behind on %s', async (signal, expected) => {
    const root = contentFolder({ 'workspace.dsl': SMALL_WORKSPACE });
    const builds = join(PROJECT, 'node_modules/.cache/archfolio/builds');
    const child = spawn(process.execPath, [`${PROJECT}/src/cli/main.ts`, 'build', '--root', root], {
      env: userEnvironment(),
      stdio: 'ignore',
    });
    const mine = () =>
      existsSync(builds)
        ? readdirSync(builds).filter((name) => name.startsWith(`build-${child.pid}-`))
        : [];
    const ended = new Promise<number | null>((done) => {
      child.on('close', done);
    });
    while (mine().length === 0 && child.exitCode === null) {
      await new Promise((done) => setTimeout(done, 10));
    }
    child.kill(signal);
    expect(await ended).toBe(expected);
    expect(mine()).toEqual([]);
    expect(readdirSync(root)).toEqual(['workspace.dsl']);
  });
});

describe('a build for a disk', () => {
  it('is a folder and an archive of it, which stay when the next one fails', async () => {
    const root = contentFolder({ 'workspace.dsl': SMALL_WORKSPACE });
    const archive = join(root, 'dist-offline.zip');
    const build = () => runCli(['build', '--root', root, '--offline']);
    expect(await build()).toMatchObject({ code: 0, stderr: '' });
    const first = readFileSync(archive);
    const home = readFileSync(join(root, 'dist-offline/index.html'), 'utf8');
    expect(home).toContain('href="./views/index.html"');
    expect(home).not.toMatch(/\s(?:href|src)="\//);
    expect(first.includes('views/containers/index.html')).toBe(true);
    writeFileSync(join(root, 'workspace.dsl'), 'workspace {');
    expect(await build()).toMatchObject({ code: 1 });
    expect(readFileSync(archive).equals(first)).toBe(true);
    expect(readFileSync(join(root, 'dist-offline/index.html'), 'utf8')).toBe(home);
    expect(readdirSync(root).sort()).toEqual(['dist-offline', 'dist-offline.zip', 'workspace.dsl']);
  });

  it.each<[string, string[], RegExp]>([
    ['over an archive of somebody else', ['--output', 'out'], /out\.zip.*did not make it/],
    ['below a base', ['--base', '/x'], /--base and --offline exclude each other/],
  ])('is not made %s', async (_, args, message) => {
    const folder = contentFolder({ 'workspace.dsl': SMALL_WORKSPACE, 'out.zip': 'mine' });
    const site = contentFolder({ 'workspace.dsl': SMALL_WORKSPACE });
    const { code, stderr } = await runCli(['build', '--root', site, '--offline', ...args], folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(readFileSync(join(folder, 'out.zip'), 'utf8')).toBe('mine');
  });
});
