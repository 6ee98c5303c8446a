import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFileAtomic } from '#sources/atomic-write.ts';
import { makeFolder } from '#sources/make-folder.ts';
import { UsageError } from '../../program.ts';

/** What was made, and what its author may want to do with it. */
export interface Scaffold {
  /** Paths below the content folder, in the order in which they are told. */
  readonly files: readonly string[];
  /** The text to commit it with, where it is for standard output. */
  readonly commit?: string;
}

/** What a scaffold is made for. */
export interface Request {
  /** The content folder. */
  readonly root: string;
  readonly name: string;
  /** The study that it belongs to, where one is named. */
  readonly study?: string | undefined;
  /** The software system that it is about, where one is named. */
  readonly system?: string | undefined;
}

/** A name as it stands in addresses and file names: `Order tracking` is `order-tracking`. */
export function slugOf(name: string, what: string): string {
  const slug = name
    // Upper case first: it has no letter for `ß` and its like, and so writes two.
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (/^[a-z]/.test(slug)) return slug;
  throw new UsageError(`${what} needs a name that begins with a letter, and not \`${name}\`.`);
}

/**
 * Writes new files by their path below a folder, and then the text of one that is there already, if one
 * is given. Where one of the names is taken, or the disk refuses, nothing is left of it.
 */
export function writeNew(
  root: string,
  files: Readonly<Record<string, string>>,
  changed?: { readonly path: string; readonly text: string },
): void {
  for (const path of Object.keys(files)) {
    if (existsSync(join(root, path))) throw new UsageError(`There is a file \`${path}\` already.`);
  }
  const made: string[] = [];
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, path);
      made.push(makeFolder(dirname(file)) ?? file);
      writeFileAtomic(file, text);
      made.push(file);
    }
    if (changed) writeFileAtomic(join(root, changed.path), changed.text);
  } catch (error) {
    for (const path of made) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}
