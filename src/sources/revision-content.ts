import { mkdirSync, realpathSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { git, MOST_BYTES, readObjects } from './git.ts';

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
 * work tree nor the repository's index is touched. Files have the bytes that were committed, since to
 * check them out would run filters and hooks that the repository names. Links that lead out of the
 * folder, and files above `MOST_BYTES`, are left out. Throws where the commit has no such folder, and
 * where what it has is not here.
 */
export function writeContentAt(root: string, { hash }: Commit, into: string): void {
  const prefix = git(root, ['rev-parse', '--show-prefix']).replace(/\/?\n$/, '');
  const entries = entriesOf(root, `${hash}:${prefix}`);
  for (const { path } of entries) mkdirSync(dirname(join(into, path)), { recursive: true });
  const files = entries.filter(({ isLink }) => !isLink);
  for (const batch of batches(files)) {
    const bytes = bytesOf(root, batch);
    for (const { path, object } of batch)
      writeFileSync(join(into, path), bytes(object), { flag: 'wx' });
  }
  // Last: nothing is written through a link.
  const links = entries.filter(({ isLink }) => isLink);
  const target = bytesOf(root, links);
  for (const { path, object } of links) symlinkSync(target(object).toString(), join(into, path));
  const outside = links.filter(({ path }) => !leadsInto(into, path));
  for (const { path } of outside) unlinkSync(join(into, path));
}

interface Entry {
  readonly path: string;
  /** The name of its content. */
  readonly object: string;
  /** In bytes. */
  readonly size: number;
  readonly isLink: boolean;
}

/** Files and links of a tree; none whose name would lead out of the folder that it is written into. */
function entriesOf(root: string, tree: string): Entry[] {
  const listed = git(root, ['ls-tree', '-r', '-z', '--long', '--full-tree', tree]);
  return listed.split('\0').flatMap((line) => {
    const [, mode = '', object = '', digits = '', path = ''] =
      /^(\d+) blob (\w+) +(\d+)\t(.+)$/s.exec(line) ?? [];
    const size = Number(digits);
    const isInside = path.split(/[/\\]/).every((name) => !/^(?:\.{0,2}|\.git)$/i.test(name));
    if (!isInside || size > MOST_BYTES) return [];
    return [{ path, object, size, isLink: mode === '120000' }];
  });
}

/** Entries that are read together. */
function batches(entries: readonly Entry[]): Entry[][] {
  const all: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    if (entry.size > room) {
      all.push([]);
      room = MOST_BYTES;
    }
    all.at(-1)?.push(entry);
    room -= entry.size;
  }
  return all;
}

function bytesOf(root: string, entries: readonly Entry[]): (object: string) => Buffer {
  const objects = readObjects(
    root,
    entries.map(({ object }) => object),
  );
  return (object) => {
    const bytes = objects.get(object);
    if (!bytes) throw new Error(`The repository lacks ${object}.`);
    return bytes;
  };
}

function leadsInto(folder: string, path: string): boolean {
  try {
    return realpathSync(join(folder, path)).startsWith(realpathSync(folder) + sep);
  } catch {
    return false;
  }
}
