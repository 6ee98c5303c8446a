import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { nodeDisk } from '#cli/commands/adr/node-ports.ts';
import { runAdr } from '#cli/commands/adr.ts';

/** Node, and `adr` as a program. The cache of compiled modules makes starts three times as fast. */
export const NODE = process.execPath;
export const ENTRY = fileURLToPath(new URL('adr-entry.ts', import.meta.url));
export const KILL_HOOK = new URL('adr-kill-at.ts', import.meta.url).href;
export const PROGRAM_ENV = {
  PATH: process.env.PATH ?? '',
  ADR_DATE: '2024-05-06',
  NODE_COMPILE_CACHE: join(tmpdir(), 'archfolio-adr-test-cache'),
};

/** A folder with files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'adr-test-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Every file below a folder, with its text. */
export function filesBelow(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );
}

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
}

/** Runs `adr` in this process, in a folder. */
export async function adr(
  cwd: string,
  args: readonly string[],
  { env = {}, isTTY = false }: Options = {},
) {
  let stdout = '';
  let stderr = '';
  const exit = await runAdr(args, {
    cwd,
    env: { ADR_DATE: '2024-05-06', ...env },
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    isTTY,
    now: () => new Date(2024, 5, 1),
    disk: nodeDisk(),
    run: (program, words, input) => {
      const ran = spawnSync(program, words, { cwd, input: input ?? '', encoding: 'utf8' });
      stdout += ran.stdout ?? '';
      return ran.error ? 127 : (ran.status ?? 1);
    },
  });
  return { exit, stdout, stderr };
}
