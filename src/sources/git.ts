import { execFileSync } from 'node:child_process';

/** How git is asked. */
interface Asked {
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads. */
  readonly input?: string;
  /** The most bytes that it may answer. */
  readonly maxBuffer?: number;
}

/**
 * Settings of a repository start programs and ask hosts, and its folder may have come from somebody else
 * with `.git` in it: none of those that a look could meet is followed.
 */
const SETTINGS = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['log.showSignature', 'false'],
  ['protocol.allow', 'never'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** What git answers to a question about the repository that a folder is in. Throws where it refuses. */
export function git(cwd: string, args: readonly string[], asked: Asked = {}): string {
  return gitBytes(cwd, args, asked).toString('utf8');
}

/** The same for answers that are no text. */
export function gitBytes(cwd: string, args: readonly string[], asked: Asked = {}): Buffer {
  const { env, input = '', maxBuffer } = asked;
  return execFileSync('git', [...SETTINGS, ...args], {
    cwd,
    input,
    env: { ...process.env, GIT_ALLOW_PROTOCOL: 'none', GIT_TERMINAL_PROMPT: '0', ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(maxBuffer !== undefined && { maxBuffer }),
  });
}

/**
 * Whether a repository itself, and not its user, names programs through which files pass: to compare a
 * file with its commit would run them.
 */
export function hasOwnFilters(cwd: string): boolean {
  try {
    const found = git(cwd, ['config', '--show-scope', '--get-regexp', '^filter\\.']);
    return /^(?:local|worktree)\b/m.test(found);
  } catch (error) {
    // 1: there is none.
    return !(error instanceof Error && 'status' in error && error.status === 1);
  }
}
