import { execFileSync } from 'node:child_process';

/** Room for the files that are read at once, in bytes. */
export const MOST_BYTES = 2 ** 28;

/**
 * Settings of a repository start programs and ask hosts, and its folder may have come from somebody else
 * with `.git` in it: none of those that a look could meet is followed. A folder of the content that is
 * laid out as a repository without a work tree, which even a clone can bring, is none.
 */
const SETTINGS = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['log.showSignature', 'false'],
  ['protocol.allow', 'never'],
  ['safe.bareRepository', 'explicit'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** No host is asked for objects that a partial clone lacks, nor a person for a password. */
const ENVIRONMENT = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
};

/** What git answers to a question about the repository that a folder is in. Throws where it refuses. */
export function git(cwd: string, args: readonly string[]): string {
  return gitBytes(cwd, args).toString('utf8');
}

/** The same for answers that are no text; `input` is what git reads. */
function gitBytes(cwd: string, args: readonly string[], input = ''): Buffer {
  return execFileSync('git', [...SETTINGS, ...args], {
    cwd,
    input,
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 2 * MOST_BYTES,
  });
}

/**
 * The bytes of the files that names such as `commit:path` or a hash stand for, as they were committed:
 * no filter has seen them. What is not there, or is no file, has none.
 */
export function readObjects(cwd: string, asked: readonly string[]): ReadonlyMap<string, Buffer> {
  // Names stand on lines.
  const names = [...new Set(asked)].filter((name) => !name.includes('\n'));
  const output = gitBytes(cwd, ['cat-file', '--batch'], names.join('\n'));
  const found = new Map<string, Buffer>();
  let at = 0;
  for (const name of names) {
    const end = output.indexOf(10, at);
    const [, kind, size] = /^\w+ (\w+) (\d+)$/.exec(output.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    if (kind === 'blob') found.set(name, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

/**
 * Whether a repository itself, and not its user, names programs through which files pass, or that the
 * filter of a user's Git LFS would run: to compare a file with its commit would run them.
 */
export function hasOwnFilters(cwd: string): boolean {
  try {
    const names = '^(filter|lfs\\.extension)\\.';
    const found = git(cwd, ['config', '--show-scope', '--get-regexp', names]);
    return /^(?:local|worktree)\b/m.test(found);
  } catch (error) {
    // 1: there is none.
    return !(error instanceof Error && 'status' in error && error.status === 1);
  }
}
