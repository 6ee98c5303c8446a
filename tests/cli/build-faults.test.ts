import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startOf } from '#sources/processes.ts';
import { PROJECT, runCli, userEnvironment } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';
import { digestOf } from '../support/folder-digest.ts';

const FILES = {
  'workspace.dsl': SMALL_WORKSPACE,
  'case-studies/site/index.mdx': SMALL_STUDY,
  'dist/.archfolio': '',
  'dist/index.html': 'the last good site',
};

/** The queue of `dist` as a process that is at work leaves it, and as one that was killed. */
function queue(root: string, pid: number, start: number, unique: string): void {
  mkdirSync(join(root, 'dist.lock'), { recursive: true });
  const host = hostname().replace(/[^\w.-]/g, '_');
  writeFileSync(join(root, `dist.lock/lock~${host}~${pid}~${start}~${unique}`), '1\n');
}

describe('a build', () => {
  it('waits for another one of its folder, and gives up when content changes under it', async () => {
    const root = contentFolder(FILES);
    const before = digestOf(join(root, 'dist'));
    queue(root, 2 ** 22 + 1, 1, 'killed');
    queue(root, process.pid, startOf(process.pid) ?? 0, 'at-work');
    const child = spawn(process.execPath, [`${PROJECT}/src/cli/main.ts`, 'build', '--root', root], {
      env: userEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const ended = new Promise<number | null>((done) => {
      child.on('close', done);
    });
    const isDone = () => child.exitCode !== null;
    while (!stderr.includes('\n') && !isDone()) await pause(20);
    expect(stderr).toMatch(new RegExp(`^Waiting for process ${process.pid}, which .+\\n$`));
    rmSync(
      join(
        root,
        'dist.lock',
        readdirSync(join(root, 'dist.lock')).find((name) => name.endsWith('at-work')) ?? '',
      ),
    );
    const builds = join(PROJECT, 'node_modules/.cache/archfolio/builds');
    const isAtWork = () =>
      existsSync(builds) &&
      readdirSync(builds).some((name) => name.startsWith(`build-${child.pid}-`));
    while (!isAtWork() && !isDone()) await pause(5);
    appendFileSync(join(root, 'case-studies/site/index.mdx'), '\nMore.\n');
    expect(await ended).toBe(1);
    expect(stderr).toMatch(/\nerror content-changed {2}case-studies\/site\/index\.mdx\n/);
    expect(digestOf(join(root, 'dist'))).toBe(before);
    expect(readdirSync(root).sort()).toEqual(['case-studies', 'dist', 'workspace.dsl']);
  });

  it('does not open a pipe in the place of its configuration', async () => {
    const root = contentFolder(FILES);
    spawnSync('mkfifo', [join(root, 'astro.config.mjs')]);
    const { code, stderr } = await runCli(['build', '--root', root]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^error unreadable-file {2}astro\.config\.mjs\n/),
    });
  });
});
