import { execFileSync } from 'node:child_process';
import type { Revision } from '#portfolio/inputs.ts';

/**
 * The last commit that touched some files of a folder, and whether they have changed since; nothing
 * outside git, or before the first.
 */
export function revisionOf(root: string, paths: readonly string[]): Revision | undefined {
  try {
    const log = git(root, ['log', '-1', '--format=%h %cs', '--abbrev=7', '--', ...paths]);
    const [hash = '', date = ''] = log.trim().split(' ');
    if (hash === '') return undefined;
    // A look may not wait for, nor write, what a commit in progress has locked.
    const changes = git(root, ['--no-optional-locks', 'status', '--porcelain', '--', ...paths]);
    return { hash: hash.slice(0, 7), date, ...(changes !== '' && { isChanged: true }) };
  } catch {
    return undefined;
  }
}

function git(cwd: string, args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
