import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT, userEnvironment } from '../support/cli.ts';
import { contentFolder, SMALL_MODEL } from '../support/content.ts';

const SLOW = `const end = Date.now() + 1000; while (Date.now() < end);\n${SMALL_MODEL}`;

it.each(['SIGINT', 'SIGTERM'] as const)(
  'cost --diff REVISION leaves nothing behind after %s',
  async (signal) => {
    const root = contentFolder({ 'cost-models/site.ts': SLOW });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: root });
    git('init', '--quiet');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'first');
    writeFileSync(join(root, 'cost-models/site.ts'), SMALL_MODEL);
    const temporary = mkdtempSync(join(tmpdir(), 'archfolio-signal-'));
    // Node's own cache of compiled code lies there as well.
    const made = () => readdirSync(temporary).filter((name) => name.startsWith('build-'));
    const child = spawn(
      process.execPath,
      [`${PROJECT}/src/cli/main.ts`, 'cost', '--users', '10', '--root', root, '--diff', 'HEAD'],
      { env: { ...userEnvironment(), TMPDIR: temporary }, stdio: 'ignore' },
    );
    const ended = new Promise<number | null>((resolve) => {
      child.on('close', resolve);
    });
    while (made().length === 0 && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(made()).toHaveLength(1);
    child.kill(signal);
    expect(await ended).toBe({ SIGINT: 130, SIGTERM: 143 }[signal]);
    expect(made()).toEqual([]);
    rmSync(temporary, { recursive: true });
  },
);
