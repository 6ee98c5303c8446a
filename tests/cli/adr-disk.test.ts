import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLog } from '#adr/log.ts';
import { Source } from '#diagnostics/source.ts';
import { adr, ENTRY, filesBelow, folderWith, KILL_HOOK, NODE, PROGRAM_ENV } from './adr-support.ts';

const FIRST = '# 1. A\n\nDate: 2024-05-06\n\n## Status\n\nAccepted\n\n## Context\n\nC\n';

function start(cwd: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(NODE, [ENTRY, ...args], { cwd, env: PROGRAM_ENV, stdio: 'ignore' });
  return new Promise((resolve) => child.on('exit', resolve));
}

function logIn(root: string) {
  const files = Object.entries(filesBelow(join(root, 'doc/adr')));
  return readLog(files.map(([name, text]) => new Source(name, text))).log;
}

// Fills the cache of compiled modules, which a hundred cold starts would each fill anew.
beforeAll(async () => {
  await start('/', ['help']);
});

describe('many at once', () => {
  it('100 processes get 100 numbers and 100 files', async () => {
    const root = folderWith();
    const exits = await Promise.all(
      Array.from({ length: 100 }, (_, index) => start(root, ['new', `Decision ${index}`])),
    );
    const names = readdirSync(join(root, 'doc/adr')).sort();
    expect(exits.every((exit) => exit === 0)).toBe(true);
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
  });

  it('no link is lost when all supersede one record', async () => {
    const root = folderWith({ 'doc/adr/0001-a.md': FIRST });
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => adr(root, ['new', '-s', '1', `Better ${index}`])),
    );
    const { supersessions, records } = logIn(root);
    expect(records).toHaveLength(13);
    expect(supersessions.map(({ statedBy }) => statedBy)).toEqual(
      Array.from({ length: 12 }, () => 'both'),
    );
  });

  it('a name that another tool has taken is left to it', async () => {
    const root = folderWith({ 'doc/adr/0001-a.md': FIRST });
    const { exit } = await adr(root, ['new', 'B'], { env: {} });
    writeFileSync(join(root, 'doc/adr/0003-foreign.md'), 'x');
    const next = await adr(root, ['new', 'C']);
    expect([exit, next.stdout]).toEqual([0, 'doc/adr/0004-c.md\n']);
  });
});

describe('a kill', () => {
  /** Runs `adr new -s 1 Better`, killed before a call of the disk; 0 lets it live. */
  const killedAt = (root: string, call: number) =>
    spawnSync(NODE, ['--import', KILL_HOOK, ENTRY, 'new', '-s', '1', 'Better'], {
      cwd: root,
      env: { ...PROGRAM_ENV, KILL_AT: String(call) },
      encoding: 'utf8',
    });

  it('at any call of the disk leaves the log as it was, or the next command finishes the work', async () => {
    const whole = folderWith({ 'doc/adr/0001-a.md': FIRST });
    const calls = Number(/calls (\d+)/.exec(killedAt(whole, 0).stderr)?.[1]);
    expect(calls).toBeGreaterThan(10);
    const finished = filesBelow(whole);
    const untouched = { 'doc/adr/0001-a.md': FIRST };
    for (let call = 1; call <= calls; call++) {
      const root = folderWith({ 'doc/adr/0001-a.md': FIRST });
      expect(killedAt(root, call).signal).toBe('SIGKILL');
      const raw = Object.entries(filesBelow(root)).filter(([path]) => !path.includes('.adr-work'));
      // Even before anything is finished, no record is half written.
      for (const [path, text] of raw)
        expect([finished[path], untouched['doc/adr/0001-a.md']]).toContain(text);
      await adr(root, ['list']);
      const after = filesBelow(root);
      const log = Object.fromEntries(
        Object.entries(after).filter(([path]) => !path.includes('.adr-work')),
      );
      expect([untouched, finished]).toContainEqual(log);
      // The next change sweeps up, and gives the next free number.
      const { stdout } = await adr(root, ['new', 'Next']);
      expect(stdout).toBe(`doc/adr/000${Object.keys(log).length + 1}-next.md\n`);
      expect(existsSync(join(root, 'doc/adr/.adr-work'))).toBe(false);
    }
  });
});

describe('the lock', () => {
  const entry = (root: string, name: string, content: string) => {
    mkdirSync(join(root, 'doc/adr/.adr-work'), { recursive: true });
    writeFileSync(join(root, 'doc/adr/.adr-work', name), content);
  };
  const host = hostname().replace(/[^\w.-]/g, '_');

  it.each([
    ['a process that is gone', `lock~${host}~999999999~0~aa`, '1\n'],
    ['a process that is gone and had no number yet', `lock~${host}~999999999~0~aa`, ''],
    ['an older process with the number of this one', `lock~${host}~${process.pid}~1~aa`, '1\n'],
  ])('of %s is passed over', async (_, name, content) => {
    const root = folderWith({ 'doc/adr/0001-a.md': FIRST });
    entry(root, name, content);
    const { stdout } = await adr(root, ['new', 'B']);
    expect([stdout, existsSync(join(root, 'doc/adr/.adr-work'))]).toEqual([
      'doc/adr/0002-b.md\n',
      false,
    ]);
  });

  it('of a living process is waited for', async () => {
    const root = folderWith({ 'doc/adr/0001-a.md': FIRST });
    const holder = spawn('sleep', ['1']);
    entry(root, `lock~${host}~${holder.pid}~0~aa`, '1\n');
    const begin = performance.now();
    await adr(root, ['new', 'B']);
    expect(performance.now() - begin).toBeGreaterThan(800);
  });
});

describe('lint with git', () => {
  const git = (root: string, date: string, ...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: root,
      env: {
        PATH: PROGRAM_ENV.PATH,
        GIT_COMMITTER_DATE: `${date}T12:00:00Z`,
        GIT_AUTHOR_DATE: `${date}T12:00:00Z`,
        HOME: root,
      },
    });
  const commit = (root: string, date: string, path: string, text: string) => {
    writeFileSync(join(root, path), text);
    git(root, date, 'add', '-A');
    git(root, date, 'commit', '-qm', 'x');
  };
  const codes = async (root: string) => {
    const { stdout } = await adr(root, ['lint', '--json']);
    return JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);
  };

  it('finds an accepted record that was edited later, over a rename', async () => {
    const root = folderWith({ 'doc/adr/x': '' });
    git(root, '2024-05-06', 'init', '-q');
    const text = `${FIRST}\n## Decision\n\nD, at some length so that the rename is seen.\n\n## Options\n\n- X\n- Y\n\n## Consequences\n\nE\n`;
    commit(root, '2024-05-06', 'doc/adr/0001-old.md', text);
    expect(await codes(root)).toEqual([]);
    git(root, '2024-05-07', 'mv', 'doc/adr/0001-old.md', 'doc/adr/0001-a.md');
    git(root, '2024-05-07', 'commit', '-qm', 'x');
    expect(await codes(root)).toEqual([]);
    commit(root, '2024-05-20', 'doc/adr/0001-a.md', text.replace('D, at', 'Not D, at'));
    expect(await codes(root)).toEqual(['adr-edited-after-acceptance']);
  });
});
