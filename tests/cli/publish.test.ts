import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exchange } from '#sources/exchange.ts';
import { publish, removeStale, undoPublish } from '../../src/cli/publish.ts';
import { PROJECT } from '../support/cli.ts';
import { contentFolder, writeFiles } from '../support/content.ts';
import { digestOf } from '../support/folder-digest.ts';

const FILES = { 'made/.archfolio': '', 'made/index.html': 'new', 'made/views/a/index.html': 'new' };
const BEFORE = {
  'dist/.archfolio': '',
  'dist/index.html': 'old',
  'dist/views/b/index.html': 'old',
};

/** Publishes `made` to `dist` in a process of its own, which dies before a call of the disk; 0 is never. */
function publishIn(root: string, killAt: number, env: Readonly<Record<string, string>> = {}) {
  const here = (name: string) => new URL(name, import.meta.url).pathname;
  const args = ['--import', here('adr-kill-at.ts'), here('publish-entry.ts')];
  return spawnSync(process.execPath, [...args, join(root, 'made'), join(root, 'dist')], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...process.env, KILL_AT: `${killAt}`, ...env },
  });
}

function callsOf(stderr: string): number {
  return Number(/calls (\d+)/.exec(stderr)?.[1]);
}

describe('a site in the place of another', () => {
  /** Without programs that ask for it, folders cannot change places in one step. */
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['in one step where the system can', {}, ['old', 'new']],
    ['in two steps elsewhere', { PATH: '' }, ['old', 'new', 'none']],
  ])('%s: killed before any call, it is whole after the next', (_, env, expected) => {
    const calls = callsOf(publishIn(contentFolder({ ...FILES, ...BEFORE }), 0, env).stderr);
    expect(calls).toBeGreaterThan(2);
    const states = new Set<string>();
    for (let call = 1; call <= calls; call++) {
      const root = contentFolder({ ...FILES, ...BEFORE });
      const [old, made] = [digestOf(`${root}/dist`), digestOf(`${root}/made`)];
      expect(publishIn(root, call, env).signal).toBe('SIGKILL');
      const found = digestOf(`${root}/dist`);
      states.add(
        found === old ? 'old' : found === made ? 'new' : found === 'nothing' ? 'none' : 'torn',
      );
      // The next build makes its site anew.
      const again = join(root, 'made');
      mkdirSync(again, { recursive: true });
      cpSync(join(contentFolder(FILES), 'made'), again, { recursive: true });
      removeStale(join(root, 'dist'));
      publish(again, join(root, 'dist'));
      expect(readdirSync(root)).toEqual(['dist']);
      expect(digestOf(`${root}/dist`)).toBe(made);
    }
    expect([...expected]).toEqual(expect.arrayContaining([...states]));
    expect([...states]).toEqual(expect.arrayContaining(['old', 'new']));
  });

  it('puts the last site back where a build was killed between two steps, and takes all else away', () => {
    const root = contentFolder({
      ...FILES,
      'dist.old-1/.archfolio': '',
      'dist.old-1/index.html': 'old',
      [`dist.partial-${process.pid}/index.html`]: 'half',
      'dist.partial-mine/index.html': 'mine',
    });
    const { status } = publishIn(root, 0);
    expect({ status, names: readdirSync(root).sort() }).toEqual({
      status: 0,
      names: ['dist', 'dist.partial-mine'],
    });
    expect(readFileSync(`${root}/dist/index.html`, 'utf8')).toBe('new');
  });
});

/** A disk of a megabyte, where the system lets one be made; it goes when the test ends. */
function smallDisk(place: string): boolean {
  mkdirSync(place);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]);
  if (status === 0) onTestFinished(() => void spawnSync('umount', [place]));
  return status === 0;
}

describe('a site on a disk that is full', () => {
  it('stays as it was', ({ skip }) => {
    const root = contentFolder({ 'made/index.html': 'new'.padEnd(700_000), 'made/x': 'x' });
    if (!smallDisk(join(root, 'disk'))) return skip('no disk can be mounted here');
    const target = join(root, 'disk/dist');
    writeFiles(target, { 'index.html': 'old'.padEnd(700_000) });
    const before = digestOf(target);
    expect(() => publish(join(root, 'made'), target)).toThrow(/ENOSPC/);
    undoPublish(target);
    expect(digestOf(target)).toBe(before);
    expect(readdirSync(join(root, 'disk'))).toEqual(['dist']);
  });

  it('is filled where it cannot be moved, as a mounted disk', ({ skip }) => {
    const root = contentFolder({ ...FILES, 'made/views/c': 'c' });
    const target = join(root, 'disk');
    if (!smallDisk(target)) return skip('no disk can be mounted here');
    writeFiles(target, { '.archfolio': '', 'index.html': 'old', 'gone/x': '' });
    const made = digestOf(join(root, 'made'));
    publish(join(root, 'made'), target);
    expect(digestOf(target)).toBe(made);
    expect(readdirSync(root)).toEqual(['disk']);
  });
});

describe('two folders that change places', () => {
  it('do so whole, or not at all', () => {
    const root = contentFolder({ 'a/x': 'a', 'b/x': 'b' });
    const changed = exchange(join(root, 'a'), join(root, 'b'));
    expect(readFileSync(join(root, 'a/x'), 'utf8')).toBe(changed ? 'b' : 'a');
    expect(exchange(join(root, 'a'), join(root, 'gone'))).toBe(false);
    expect(readdirSync(root).sort()).toEqual(['a', 'b']);
  });
});
