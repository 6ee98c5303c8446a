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
    if (hasOwnFilters(root)) return undefined;
    // A look may not wait for, nor write, what a commit in progress has locked. A repository inside this
    // one has settings of its own: which commit it is at is asked, and not what has changed in it.
    const how = ['--porcelain=v2', '--branch', '--ignore-submodules=dirty'];
    const look = ['--no-optional-locks', 'status', ...how, '--', ...paths];
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
