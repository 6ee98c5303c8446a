import type { Revision } from '#portfolio/inputs.ts';
import { git, hasOwnFilters } from './git.ts';
import { createMemory, type Memory } from './memory.ts';

/** The last `hash date` of some files: another commit may have touched them. */
export type RevisionMemory = Memory<string>;

/**
 * The last commit that touched some files of a folder, and whether they have changed since; nothing
 * outside git, before the first, or where to look would run programs that the repository names.
 */
export function revisionOf(
  root: string,
  paths: readonly string[],
  memory: RevisionMemory = createMemory(),
): Revision | undefined {
  try {
    // A look may not wait for, nor write, what a commit in progress has locked.
    const look = ['--no-optional-locks', 'status', '--porcelain=v2', '--branch', '--', ...paths];
    if (hasOwnFilters(root)) return undefined;
    const lines = git(root, look).split('\n');
    const head = lines.find((line) => line.startsWith('# branch.oid ')) ?? '';
    const log = memory.of(root, head, () =>
      git(root, ['log', '-1', '--format=%h %cs', '--abbrev=7', '--', ...paths]),
    );
    const [hash = '', date = ''] = log.trim().split(' ');
    if (hash === '') return undefined;
    const isChanged = lines.some((line) => line !== '' && !line.startsWith('#'));
    return { hash: hash.slice(0, 7), date, ...(isChanged && { isChanged }) };
  } catch {
    return undefined;
  }
}
