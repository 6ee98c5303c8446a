import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const MAIN = `${PROJECT}/src/cli/main.ts`;

/** The environment of somebody who runs no tests: what the runner added would change what is run. */
export function userEnvironment(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:VITEST|NODE_ENV|NODE_OPTIONS|TEST|DEV|PROD|MODE|SSR|BASE_URL|INIT_CWD)/.test(name),
  );
  return { ...Object.fromEntries(own), NO_COLOR: '1' };
}

/** What a process came to. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as its users do, in a process of its own, without colours; `extra` is environment. */
export function runCli(
  args: readonly string[],
  cwd = PROJECT,
  extra: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return run(process.execPath, [MAIN, ...args], cwd, extra);
}

/** The same for lines of a shell, in which `$ARCHFOLIO` stands for the command line. */
export function runShell(lines: string, cwd: string): Promise<Finished> {
  return run('sh', ['-c', lines], cwd, { ARCHFOLIO: `${process.execPath} ${MAIN}` });
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  extra: Readonly<Record<string, string>>,
): Promise<Finished> {
  const child = spawn(program, args, {
    cwd,
    env: { ...userEnvironment(), ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
