import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { codeOf } from '#sources/atomic-write.ts';
import { CONTENT } from '#sources/content-folders.ts';
import { ZIP_COMMENT } from '#sources/zip.ts';
import { UsageError } from './program.ts';

/** The file that says whose work a folder is; a build replaces only such a folder, or an empty one. */
export const MARKER = '.archfolio';

/** What stands in the marker. */
export const MARKER_TEXT = 'Made by Archfolio. The next build replaces this folder.\n';

/**
 * The real place of a folder that a build is asked to write. It refuses, before any work is done, a
 * place that cannot be written, and one where something would be lost: the content itself, and any
 * folder with something in it that Archfolio did not make.
 */
export function outputFolder(path: string, root: string): string {
  const target = realPlace(path);
  const taken = sourcesOf(root).find((source) => isWithin(source, target));
  if (taken !== undefined) {
    throw refused(path, `\`${taken}\` lies in it, which is what the site is built from`);
  }
  const around = contentFolders(root).find((folder) => isWithin(target, folder));
  if (around !== undefined) throw refused(path, `\`${around}\` holds content`);
  if (existsSync(target)) {
    if (!statSync(target).isDirectory()) throw refused(path, 'it is a file');
    if (!isOurs(target)) {
      throw refused(path, 'it is not empty, and Archfolio did not make what is in it');
    }
  }
  requireWritable(path, target);
  return target;
}

/** The place of an archive beside that folder; one that Archfolio did not make is not written over. */
export function archiveFile(path: string): string {
  if (!isThere(path)) return path;
  const isOurs = statSync(path).isFile() && readFileSync(path).includes(ZIP_COMMENT);
  if (!isOurs) throw refused(path, 'Archfolio did not make it');
  return path;
}

/** Where a path leads when links are followed, as far as it exists. */
function realPlace(path: string): string {
  for (let at = path, rest = ''; ; rest = join(basename(at), rest), at = dirname(at)) {
    if (!isThere(at) && at !== dirname(at)) continue;
    try {
      return join(realpathSync(at), rest).replace(/(?<=.)[/\\]$/, '');
    } catch {
      throw refused(path, `\`${at}\` is a link that leads nowhere`);
    }
  }
}

/** Below a file there is nothing either, though the system says so in other words. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** What a build reads: the folder itself, and content folders that links lead out of it. */
function sourcesOf(root: string): string[] {
  return [realpathSync(root), ...contentFolders(root)];
}

function contentFolders(root: string): string[] {
  return Object.values(CONTENT)
    .map((name) => join(root, name))
    .filter(existsSync)
    .map((folder) => realpathSync(folder));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Whether all that is lost with a folder can be built again; a repository in it cannot. */
function isOurs(folder: string): boolean {
  const names = new Set(readdirSync(folder));
  if (names.has('.git')) return false;
  return names.size === 0 || names.has(MARKER) || isEarlierBuild(folder, names);
}

/** Sites that were built before there was a marker hold our script under its hashed name. */
function isEarlierBuild(folder: string, names: ReadonlySet<string>): boolean {
  const isSite = ['index.html', '404.html', '_'].every((name) => names.has(name));
  return isSite && readdirSync(join(folder, '_')).some((name) => /^site\.\w{10}\.js$/.test(name));
}

/** Makes a folder where the output will be, and removes it again. */
function requireWritable(path: string, target: string): void {
  let at = target;
  while (!existsSync(at)) at = dirname(at);
  if (!statSync(at).isDirectory()) throw refused(path, `\`${at}\` is a file`);
  try {
    rmdirSync(mkdtempSync(join(at, '.archfolio-')));
  } catch (error) {
    throw refused(
      path,
      `nothing can be written in \`${at}\` (${codeOf(error) ?? 'unknown error'})`,
    );
  }
}

function refused(path: string, reason: string): UsageError {
  return new UsageError(
    `the site cannot be written to \`${path}\`: ${reason}. Name another folder with --output.`,
  );
}
