import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '#sources/atomic-write.ts';
import { exchange } from '#sources/exchange.ts';
import { MARKER } from './output-folder.ts';

/** What stands beside a target while it is replaced. */
export interface Aside {
  /** What has been built, on its way into the target's place. */
  readonly partial: string;
  /** What stood there before. */
  readonly old: string;
}

/** What a folder that cannot be moved is filled from: in it, so that it is on the same disk. */
const FILLING = `${MARKER}-filling`;

/** What stands beside a target that this process replaces. */
export function asideOf(target: string): Aside {
  return { partial: `${target}.partial-${process.pid}`, old: `${target}.old-${process.pid}` };
}

/**
 * Puts a finished folder in the place of a target: both change places in one step where the system can
 * do so; else the old one is gone only when the new one stands. A target that cannot be moved, such as
 * a mounted disk, is filled entry by entry once everything is on that disk. Only who has the target's
 * turn may call this.
 */
export function publish(made: string, target: string): void {
  const { partial, old } = asideOf(target);
  mkdirSync(dirname(target), { recursive: true });
  try {
    move(made, partial);
    if (existsSync(target)) {
      if (exchange(partial, target)) {
        rmSync(partial, { recursive: true, force: true });
        return;
      }
      renameSync(target, old);
    }
  } catch (error) {
    if (!existsSync(target) || !isFixed(error)) throw error;
    fill(existsSync(partial) ? partial : made, target);
    return;
  }
  try {
    renameSync(partial, target);
  } catch (error) {
    if (existsSync(old)) renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Takes the traces of an unfinished replacement away; the target is whole again afterwards. */
export function undoPublish(target: string): void {
  const { partial, old } = asideOf(target);
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  for (const path of [partial, old, join(target, FILLING)])
    rmSync(path, { recursive: true, force: true });
}

/** Removes what builds left beside a target when they were killed. Only who has the target's turn may. */
export function removeStale(target: string): void {
  const folder = dirname(target);
  const left = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((entry) => entry.startsWith(basename(target)))
    .filter((entry) => /^\.(?:partial|old)-\d+$/.test(entry.slice(basename(target).length)));
  for (const entry of left) {
    const path = join(folder, entry);
    // A build that was killed between two renames took the last site away; it is put back.
    if (entry.includes('.old-') && !existsSync(target)) renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
  }
  rmSync(join(target, FILLING), { recursive: true, force: true });
}

/** The folder's mark stands in it first: what was killed on the way stays ours to replace. */
function fill(made: string, target: string): void {
  const filling = join(target, FILLING);
  move(made, filling);
  const mark = join(filling, MARKER);
  if (existsSync(mark)) renameSync(mark, join(target, MARKER));
  const before = readdirSync(target).filter((name) => !name.startsWith(MARKER));
  for (const name of before) rmSync(join(target, name), { recursive: true });
  for (const name of readdirSync(filling)) renameSync(join(filling, name), join(target, name));
  for (const path of [filling, made]) rmSync(path, { recursive: true, force: true });
}

/** Renames where it can, and copies to another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    copy(from, to);
  }
}

/** Node's own copying of folders does not say why it failed, such as for want of room. */
function copy(from: string, to: string): void {
  if (statSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) copy(join(from, name), join(to, name));
  } else copyFileSync(from, to);
}

/** Whether an error says that a folder, though it can be written, stays where it is. */
function isFixed(error: unknown): boolean {
  return ['EBUSY', 'EACCES', 'EPERM', 'EROFS', 'EXDEV'].includes(codeOf(error) ?? '');
}
