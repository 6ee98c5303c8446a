import { tmpdir } from 'node:os';
import { runCost } from '#cli/commands/cost.ts';
import type { Finished } from './cli.ts';

/** Runs `cost` in this process: the same but for its start, and twenty times as fast. */
export async function costOf(args: readonly string[], cwd = tmpdir()): Promise<Finished> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCost(args, {
    ...{ cwd, env: {}, isTTY: false, now: () => new Date('2026-11-21') },
    stdout: (text) => out.push(String(text)),
    stderr: (text) => err.push(String(text)),
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}
