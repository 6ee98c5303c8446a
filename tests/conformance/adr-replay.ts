import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeDisk } from '#cli/commands/adr/node-ports.ts';
import { runAdr } from '#cli/commands/adr.ts';
import type { Case, Content, Environment, Expected, Step } from './adr-cases.ts';

/** What a case came to, and how that differs from the recording; equal when there is nothing. */
export interface Replay {
  readonly id: string;
  readonly differences: readonly string[];
}

/** Runs a step's command in a folder. */
export type Tool = (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
) => Promise<{ exit: number; stdout: string }>;

/** Replays a case in a new folder and compares output, exit codes and the whole tree. */
export async function replay(test: Case, baseEnv: Environment, tool: Tool): Promise<Replay> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'adr-case-')));
  try {
    setUp(test, root);
    const differences: string[] = [];
    for (const [index, step] of test.steps.entries()) {
      const cwd = join(root, step.cwd);
      mkdirSync(cwd, { recursive: true });
      const env = environment(root, baseEnv, test.env ?? {}, step.env ?? {});
      const { exit, stdout } = await tool(argumentsOf(step, root), cwd, env);
      const expected = test.expect[index];
      if (expected)
        differences.push(...compare(index, expected, exit, stdout.replaceAll(root, '{root}')));
    }
    return { id: test.id, differences: [...differences, ...compareTrees(test, root)] };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Our own `adr`, in this process. */
export const ours: Tool = async (args, cwd, env) => {
  let stdout = '';
  const exit = await runAdr(args, {
    cwd,
    env,
    stdout: (text) => {
      stdout += text;
    },
    stderr: () => undefined,
    isTTY: false,
    now: () => new Date(),
    disk: nodeDisk(),
    run: (program, words, input) => {
      const {
        status,
        error,
        stdout: printed,
      } = spawnSync(program, words, { cwd, env, input: input ?? '', encoding: 'utf8' });
      stdout += printed ?? '';
      return error ? 127 : (status ?? 1);
    },
  });
  return { exit, stdout };
};

function setUp({ setup }: Case, root: string): void {
  for (const folder of setup.dirs ?? []) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, content] of Object.entries(setup.files ?? {})) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof content !== 'string' && 'link' in content)
      symlinkSync(content.link, join(root, path));
    else writeFileSync(join(root, path), bytesOf(content, root));
  }
  for (const path of setup.exec ?? []) chmodSync(join(root, path), 0o755);
}

function bytesOf(content: Exclude<Content, { link: string }>, root: string): Buffer {
  return typeof content === 'string'
    ? Buffer.from(mask(content, root))
    : Buffer.from(content.base64, 'base64');
}

function mask(text: string, root: string): string {
  const date = new Date();
  const pad = (number: number) => String(number).padStart(2, '0');
  const today = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return text.replaceAll('{root}', root).replaceAll('{today}', today);
}

function argumentsOf({ argv }: Step, root: string): string[] {
  return argv.slice(1).map((word) => mask(word, root));
}

function environment(root: string, ...layers: readonly Environment[]): Record<string, string> {
  const merged = Object.assign({ PATH: process.env.PATH ?? '' }, ...layers) as Environment;
  return Object.fromEntries(
    Object.entries(merged).flatMap(([name, value]) =>
      value === null ? [] : [[name, mask(value, root)]],
    ),
  );
}

function compare(step: number, expected: Expected, exit: number, stdout: string): string[] {
  const differences: string[] = [];
  if (exit !== expected.exit)
    differences.push(`step ${step + 1}: exit ${exit}, not ${expected.exit}`);
  const lines = (text: string) => text.split('\n').sort().join('\n');
  const isEqual = expected.contains
    ? expected.contains.every((part) => stdout.includes(part))
    : expected.unordered
      ? lines(stdout) === lines(expected.stdout)
      : stdout === expected.stdout;
  if (!isEqual) {
    differences.push(
      `step ${step + 1}: stdout ${JSON.stringify(stdout)}, not ${JSON.stringify(expected.stdout)}`,
    );
  }
  return differences;
}

function compareTrees({ files }: Case, root: string): string[] {
  const found = tree(root, '');
  const paths = [...new Set([...found.keys(), ...Object.keys(files)])].sort();
  return paths.flatMap((path) => {
    const [is, expected] = [found.get(path), files[path]];
    const wanted = expected === undefined ? undefined : keyOf(expected, root);
    if (is === wanted) return [];
    if (wanted === undefined) return [`${path} should not be there`];
    if (is === undefined) return [`${path} is missing`];
    return [`${path}: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`];
  });
}

/** Every file below a folder with its content, and every empty folder. */
export function tree(root: string, inside: string): Map<string, string> {
  const names = readdirSync(join(root, inside));
  const found = new Map<string, string>(names.length === 0 && inside !== '' ? [[inside, '']] : []);
  for (const name of names) {
    const path = inside + name;
    const stat = lstatSync(join(root, path));
    if (stat.isSymbolicLink()) found.set(path, `-> ${readlinkSync(join(root, path))}`);
    else if (stat.isDirectory())
      for (const [file, key] of tree(root, `${path}/`)) found.set(file, key);
    else found.set(path, readFileSync(join(root, path), 'latin1'));
  }
  return found;
}

function keyOf(content: Content, root: string): string {
  if (typeof content !== 'string' && 'link' in content) return `-> ${content.link}`;
  return bytesOf(content, root).toString('latin1');
}
