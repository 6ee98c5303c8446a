import { join } from 'node:path';
import { git } from './git.ts';

/** A commit as it is told: seven digits of its name, and its day. */
export interface Commit {
  readonly hash: string;
  readonly date: string;
}

/** The commit that a name, a branch or an expression such as `HEAD~3` means in a folder's repository. */
export function commitOf(root: string, revision: string): Commit | undefined {
  if (revision === '') return undefined;
  try {
    const asked = ['--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const hash = git(root, ['rev-parse', ...asked]).trim();
    const date = git(root, ['show', '--no-patch', '--format=%cs', hash]).trim();
    return { hash, date };
  } catch {
    return undefined;
  }
}

/**
 * Writes a content folder as it was at a commit into an empty folder, and nothing else: neither the
 * work tree nor the repository's index is touched. Throws where the commit has no such folder.
 */
export function writeContentAt(root: string, { hash }: Commit, into: string): void {
  const prefix = git(root, ['rev-parse', '--show-prefix']).trim();
  const top = git(root, ['rev-parse', '--show-toplevel']).trim();
  const index = { env: { GIT_INDEX_FILE: join(into, '.index') } };
  git(top, ['read-tree', `${hash}:${prefix.replace(/\/$/, '')}`], index);
  git(top, ['checkout-index', '--all', `--prefix=${into}/`], index);
}
