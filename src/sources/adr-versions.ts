import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import type { RecordVersion } from '#adr/lint/rule.ts';
import { git, readObjects } from './git.ts';
import { createMemory, type Memory } from './memory.ts';
import { decodeText } from './text-encoding.ts';

interface Change {
  readonly commit: string;
  readonly date: string;
  readonly path: string;
}

/** By file inside a folder, its states, oldest first. */
type Versions = ReadonlyMap<string, readonly RecordVersion[]>;

/** The last history of each folder: it is another one when there is another commit. */
export type VersionMemory = Memory<Versions>;

/**
 * The states of the records of a folder in its git repository, oldest first, by path inside the
 * folder; renames are followed. Empty without git, without a repository, or in a shallow one, whose
 * history would be a lie. Three git processes, however many records; one where the memory has them.
 */
export function recordVersions(folder: string, memory: VersionMemory = createMemory()): Versions {
  try {
    const head = git(folder, ['rev-parse', '--is-shallow-repository', '--show-toplevel', 'HEAD']);
    const [isShallow, top = ''] = head.split('\n');
    if (isShallow !== 'false') return new Map();
    return memory.of(folder, head, () => versionsOf(folder, relative(top, realpathSync(folder))));
  } catch {
    return new Map();
  }
}

/** `inside` is the folder's path in its repository. */
function versionsOf(folder: string, inside: string): Versions {
  const histories = historiesOf(changesOf(folder), inside.replaceAll('\\', '/'));
  const changes = [...histories.values()].flat();
  const names = changes.map(({ commit, path }) => `${commit}:${path}`);
  const objects = readObjects(folder, names);
  return new Map(
    [...histories].map(([file, changes]) => [
      file,
      changes.flatMap(({ commit, date, path }) => {
        const bytes = objects.get(`${commit}:${path}`);
        return bytes ? [{ commit: commit.slice(0, 7), date, text: decodeText(bytes).text }] : [];
      }),
    ]),
  );
}

/** Changes of Markdown files, the youngest first, with the older name of those that were renamed. */
function changesOf(folder: string): (Change & { readonly before?: string | undefined })[] {
  const log = git(folder, [
    'log',
    '--name-status',
    '--find-renames',
    '--no-merges',
    '-z',
    '--format=%x01%H %cs',
    '--diff-filter=AMR',
    '--',
    '.',
  ]);
  return log.split('\u0001').flatMap((entry) => {
    const [head = '', ...fields] = entry.split('\0').map((field) => field.replace(/^\n/, ''));
    const [commit = '', date = ''] = head.trim().split(' ');
    const changes: (Change & { before?: string | undefined })[] = [];
    for (let at = 0; at < fields.length; at++) {
      const isRename = /^R\d*$/.test(fields[at] ?? '');
      if (!isRename && !/^[AM]$/.test(fields[at] ?? '')) continue;
      const before = isRename ? fields[++at] : undefined;
      changes.push({ commit, date, path: fields[++at] ?? '', before });
    }
    return changes;
  });
}

/** The changes of each file of today, oldest first. */
function historiesOf(
  changes: readonly (Change & { readonly before?: string | undefined })[],
  inside: string,
): Map<string, Change[]> {
  const histories = new Map<string, Change[]>();
  const today = new Map<string, string>();
  const prefix = inside === '' ? '' : `${inside}/`;
  for (const { commit, date, path, before } of changes) {
    const name = today.get(path) ?? path;
    if (before !== undefined) today.set(before, name);
    if (!/\.md$/i.test(name) || !name.startsWith(prefix)) continue;
    const file = name.slice(prefix.length);
    histories.set(file, [{ commit, date, path }, ...(histories.get(file) ?? [])]);
  }
  return histories;
}
