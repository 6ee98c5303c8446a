import { execFileSync } from 'node:child_process';
import type { Revision } from '#portfolio/inputs.ts';

/** The last commit that touched some files of a folder; nothing outside git, or before the first. */
export function revisionOf(root: string, paths: readonly string[]): Revision | undefined {
  try {
    const out = execFileSync(
      'git',
      ['log', '-1', '--format=%h %cs', '--abbrev=7', '--', ...paths],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const [hash = '', date = ''] = out.trim().split(' ');
    return hash === '' ? undefined : { hash: hash.slice(0, 7), date };
  } catch {
    return undefined;
  }
}
