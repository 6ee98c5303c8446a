import { accessSync, constants, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from './atomic-write.ts';

/** What stands in a folder or below it. */
export interface Entry {
  /** Its path from the folder, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'odd';
  /** Of what is neither a file nor a folder that can be read: what it is. */
  readonly why?: string;
}

/** The files of a folder, in order, by their path in it; none where there is no such folder. */
export function filesIn(folder: string, { deep = false } = {}): readonly string[] {
  if (!isFolder(folder)) return [];
  if (!deep) {
    return readdirSync(folder, 'utf8')
      .filter((name) => isFile(join(folder, name)))
      .sort();
  }
  return entriesBelow(folder)
    .filter(({ kind }) => kind === 'file')
    .map(({ path }) => path)
    .sort();
}

/**
 * All that is below a folder. Links are followed as a reader follows them, but for those that lead back
 * to a folder that they are in. `isWanted` says of a name whether it, and what is below it, counts.
 */
export function entriesBelow(folder: string, isWanted = (_name: string) => true): Entry[] {
  return isFolder(folder) ? below(folder, '', outwards(realpathSync(folder)), isWanted) : [];
}

/** What stands at a place, under the path that it is told by; nothing where nothing does. */
export function entryAt(place: string, path: string): Entry | undefined {
  const isThere = lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  return isThere ? entryOf(place, path, new Set()) : undefined;
}

/** A folder and all that it stands in. */
function outwards(folder: string): Set<string> {
  const parent = dirname(folder);
  return parent === folder ? new Set([folder]) : outwards(parent).add(folder);
}

function below(
  folder: string,
  path: string,
  around: ReadonlySet<string>,
  isWanted: (name: string) => boolean,
): Entry[] {
  const names = readdirSync(folder, 'utf8').filter(isWanted).sort();
  return names.flatMap((name): Entry[] => {
    const inner = join(folder, name);
    const entry = entryOf(inner, path === '' ? name : `${path}/${name}`, around);
    if (entry.kind !== 'folder') return [entry];
    return [
      entry,
      ...below(inner, entry.path, new Set([...around, realpathSync(inner)]), isWanted),
    ];
  });
}

function entryOf(place: string, path: string, around: ReadonlySet<string>): Entry {
  try {
    const stat = statSync(place);
    const isDirectory = stat.isDirectory();
    if (!isDirectory && !stat.isFile()) {
      return { path, kind: 'odd', why: 'It is neither a file nor a folder' };
    }
    if (isDirectory && around.has(realpathSync(place))) {
      return { path, kind: 'odd', why: 'It is a link to a folder that it stands in' };
    }
    accessSync(place, isDirectory ? constants.R_OK | constants.X_OK : constants.R_OK);
    return { path, kind: isDirectory ? 'folder' : 'file' };
  } catch (error) {
    return { path, kind: 'odd', why: refusal(codeOf(error)) };
  }
}

function refusal(code: string | undefined): string {
  if (code === 'ENOENT') return 'It is a link to what is not there';
  if (code === 'ELOOP') return 'It is a link that goes around in a circle';
  if (code === 'EACCES' || code === 'EPERM') return 'It may not be read by this user';
  return `It cannot be read (${code ?? 'unknown error'})`;
}

export function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** Whether a folder is the top of a portfolio: it holds a workspace or a configuration. */
export function isPortfolio(folder: string): boolean {
  return ['workspace.dsl', 'workspace.json', 'astro.config.mjs'].some((name) =>
    isFile(join(folder, name)),
  );
}

/** Nothing also below a file, and behind a link that goes around in a circle. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
