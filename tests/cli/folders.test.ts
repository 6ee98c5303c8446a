import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, runCli } from '../support/cli.ts';
import { contentFolder, SMALL_WORKSPACE } from '../support/content.ts';

const RECORD = '# 1. X\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n';
const FILES = {
  'mine/workspace.dsl': SMALL_WORKSPACE,
  'mine/adrs/0001-x.md': RECORD,
  'mine/case-studies/.keep': '',
  'other/.keep': '',
  'old/doc/adr/0001-x.md': RECORD,
};

describe('the content folder', () => {
  it.each<[string, string, readonly string[], number, RegExp]>([
    [
      'is the current one, where it holds a portfolio',
      'mine',
      ['check'],
      0,
      /(?:found|warnings?)\.?$/,
    ],
    [
      'is no guess elsewhere',
      'other',
      ['check'],
      2,
      /no portfolio in `.*other`: neither workspace\.dsl/,
    ],
    ['is no guess for spend', 'other', ['cost', '--users', '5'], 2, /no portfolio/],
    ['is not needed for prices', 'other', ['cost', '--meter', 'nat.gb=1'], 0, /\$0\.05/],
    [
      'is what --root names',
      'other',
      ['check', '--root', '../mine'],
      0,
      /(?:found|warnings?) in .*mine\.?$/,
    ],
    [
      'is named from where it is seen',
      '.',
      ['check', '--root', 'mine'],
      0,
      /(?:found|warnings?) in mine\.?$/,
    ],
  ])('%s', async (_, cwd, args, expected, message) => {
    const { code, stdout, stderr } = await runCli(args, join(contentFolder(FILES), cwd));
    expect((stdout + stderr).trimEnd()).toMatch(message);
    expect(code).toBe(expected);
  });

  it('is the project, for an npm script that is run in a folder without one', async () => {
    const folder = contentFolder(FILES);
    const elsewhere = await runCli(['check'], PROJECT, { INIT_CWD: join(folder, 'other') });
    expect(elsewhere.stdout).toContain(` in ${PROJECT}`);
    const mine = await runCli(['check'], PROJECT, { INIT_CWD: join(folder, 'mine') });
    expect(mine.stdout).toMatch(/(?:found|warnings?)\.?$/m);
  });

  it.each<[string, readonly string[]]>([
    ['inspect', ['inspect', 'workspace.dsl']],
    ['export', ['export', 'workspace.dsl', '--format', 'json', '--output', '-']],
  ])('%s takes files from it', async (_, args) => {
    const { code, stdout } = await runCli(
      [...args, '--root', '../mine'],
      join(contentFolder(FILES), 'other'),
    );
    expect(code).toBeLessThan(2);
    expect(stdout).not.toBe('');
  });
});

describe('the decision log', () => {
  it.each<[string, string, readonly string[], string]>([
    ['adrs/ of a portfolio', 'mine', ['list'], 'adrs/0001-x.md\n'],
    ['adrs/ of a portfolio, from below', 'mine/case-studies', ['list'], '../adrs/0001-x.md\n'],
    ['doc/adr elsewhere', 'old', ['list'], 'doc/adr/0001-x.md\n'],
    ['that of --root', 'other', ['--root', '../mine', 'list'], 'adrs/0001-x.md\n'],
    ['that of --root behind the command', 'other', ['list', '--root=../mine'], 'adrs/0001-x.md\n'],
  ])('is %s', async (_, cwd, args, expected) => {
    const { code, stdout } = await runCli(['adr', ...args], join(contentFolder(FILES), cwd));
    expect({ code, stdout }).toEqual({ code: 0, stdout: expected });
  });

  it('that is not there yet is told once', async () => {
    const { code, stdout, stderr } = await runCli(['adr', 'list'], contentFolder({}));
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'The doc/adr directory does not exist\n' });
    expect(stderr.match(/does not exist|no log/g)).toEqual(['does not exist']);
    expect(stderr).toContain('npm run adr -- init');
  });

  it('begins in adrs/ of a portfolio', async () => {
    const root = contentFolder({ 'workspace.dsl': SMALL_WORKSPACE });
    const { code, stdout } = await runCli(['adr', 'init'], root);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'adrs/0001-record-architecture-decisions.md\n',
    });
    expect(readdirSync(root).sort()).toEqual(['adrs', 'workspace.dsl']);
  });
});
