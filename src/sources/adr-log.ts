import { readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finding } from '#adr/codes.ts';
import { type LogFolder, noName } from '#adr/commands/log-folder.ts';
import { failed, type Outcome } from '#adr/commands/outcome.ts';
import type { FileFault } from '#adr/file-faults.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { codeOf, writeFileAtomic } from './atomic-write.ts';
import { isFile, isFolder, isPortfolio } from './entries.ts';
import { applyChanges, finishPending, isPending } from './file-transaction.ts';
import { withFolderLock } from './folder-lock.ts';
import { makeFolder } from './make-folder.ts';
import { decodeText, encodeText, type TextEncoding } from './text-encoding.ts';

/** Where a log is. */
export interface LogPlace {
  /** As it is printed, from the current folder. Empty when `.adr-dir` is. */
  readonly path: string;
  readonly folder: string;
}

/** Folder inside a log that holds the lock and unfinished changes while a command writes. */
const WORK = '.adr-work';

/** Where the built-in templates are. */
export const TEMPLATES = fileURLToPath(new URL('../adr/templates/', import.meta.url));

/**
 * Finds the log: from the current folder upwards, a file `.adr-dir` that names it, or a folder
 * `doc/adr`, or the folder `adrs` of a portfolio; the root of the disk is not looked at. Otherwise
 * `doc/adr` below the current folder.
 */
export function findLog(cwd: string): LogPlace {
  let up = '';
  for (let folder = resolve(cwd); folder !== dirname(folder); folder = dirname(folder)) {
    const named = adrDirOf(folder);
    if (named !== undefined && isAbsolute(named)) return { path: named, folder: named };
    if (named !== undefined) {
      return { path: named && up + named, folder: resolve(folder, named) };
    }
    if (isFolder(join(folder, 'doc/adr'))) {
      return { path: `${up}doc/adr`, folder: join(folder, 'doc/adr') };
    }
    if (isPortfolio(folder)) return { path: `${up}adrs`, folder: join(folder, 'adrs') };
    up += '../';
  }
  return { path: 'doc/adr', folder: resolve(cwd, 'doc/adr') };
}

/** Makes a log's folder and names it in `.adr-dir`, replacing what that named before. */
export function startLog(cwd: string, directory: string): void {
  makeFolder(resolve(cwd, directory));
  writeFileAtomic(join(cwd, '.adr-dir'), `${directory}\n`);
}

/**
 * The folder as commands want it. With `deep`, records in folders below count as well; otherwise
 * only what adr-tools would list.
 */
export function readLogFolder(place: LogPlace, { deep = false } = {}): LogFolder {
  return snapshot(place, deep).folder;
}

/** Finishes what a killed command has left behind; a log that cannot be written is left as it is. */
export async function recoverLog({ folder }: LogPlace): Promise<void> {
  const work = join(folder, WORK);
  if (!isPending(work)) return;
  try {
    await withFolderLock(work, () => finishPending(work));
  } catch {
    // A reader does without.
  }
}

/**
 * Changes a log: `plan` sees the folder and says what to write, while nobody else writes to it.
 * When another tool takes a name in between, the plan is made again. A plan that fails touches
 * nothing.
 */
export async function changeLog(
  place: LogPlace,
  plan: (folder: LogFolder) => Outcome,
): Promise<Outcome> {
  if (place.path === '') return failed([noName()]);
  await recoverLog(place);
  const first = plan(readLogFolder(place));
  if (first.writes.length === 0) return first;
  const work = join(place.folder, WORK);
  try {
    makeFolder(place.folder);
    return await withFolderLock(work, () => {
      finishPending(work);
      for (;;) {
        const { folder, encodings } = snapshot(place, false);
        const outcome = plan(folder);
        const changes = outcome.writes.map(({ kind, file, text }) => ({
          kind,
          path: join(place.folder, file),
          content: encodeText(text, encodings.get(file) ?? 'utf8'),
        }));
        if (applyChanges(work, changes)) return outcome;
      }
    });
  } catch (error) {
    return failed([diskProblem(error, place.path)]);
  }
}

/** What people call the errors of the system that a log meets. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'Permission is denied',
  EPERM: 'Permission is denied',
  EROFS: 'The disk can only be read',
  ENOSPC: 'The disk is full',
  EEXIST: 'A file has the name of the folder',
  ENOTDIR: 'A file has the name of the folder',
  EISDIR: 'A folder has the name of the file',
  ENOENT: 'The folder cannot be made: a link on the way to it leads nowhere',
  ELOOP: 'Links on the way to the folder lead to one another',
};

/** A system error as a finding. */
export function diskProblem(error: unknown, path?: string): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const reason = REASONS[codeOf(error) ?? ''];
  const text = reason === undefined ? message : `${reason} (${message}).`;
  return finding('adr-disk', text, undefined, path === undefined ? {} : { file: path });
}

function snapshot(
  { path, folder }: LogPlace,
  deep: boolean,
): { folder: LogFolder; encodings: ReadonlyMap<string, TextEncoding> } {
  const encodings = new Map<string, TextEncoding>();
  const exists = path !== '' && isFolder(folder);
  const entries = exists ? entriesBelow(folder, '', deep).sort() : [];
  const textOf = (entry: string): string => {
    if (!isFile(join(folder, entry))) return '';
    const { text, encoding } = decodeText(readFileSync(join(folder, entry)));
    encodings.set(entry, encoding);
    return text;
  };
  const faultOf = (entry: string): FileFault | undefined => {
    if (!isFile(join(folder, entry))) return 'no-file';
    if (!encodings.has(entry)) textOf(entry);
    return encodings.get(entry) === 'bytes' ? 'not-utf8' : undefined;
  };
  return { folder: { path, exists, entries, textOf, faultOf }, encodings };
}

/** Entries of a folder, and of those below it that may hold records or are named like one. */
function entriesBelow(folder: string, inside: string, deep: boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === WORK) return [];
    const path = inside + entry.name;
    const enters = deep ? !/^\.|^node_modules$/.test(entry.name) : /^\d+-.*\.md/.test(path);
    if (!entry.isDirectory() || !enters) return [path];
    return [path, ...entriesBelow(join(folder, entry.name), `${path}/`, deep)];
  });
}

/** What `.adr-dir` names: its first line, without slashes at its end. */
function adrDirOf(folder: string): string | undefined {
  const file = join(folder, '.adr-dir');
  if (!isFile(file)) return undefined;
  return readFileSync(file, 'utf8')
    .replace(/[\r\n][\s\S]*$/, '')
    .replace(/(?<=[^/])\/+$/, '');
}
