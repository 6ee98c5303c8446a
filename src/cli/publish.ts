import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '#sources/atomic-write.ts';
import { isRunning } from '#sources/processes.ts';

/** Folders that stand beside a target while it is replaced. */
export interface Aside {
  /** What has been built, on its way into the target's place. */
  readonly partial: string;
  /** What stood there before. */
  readonly old: string;
}

/** The folders beside a target that a process uses. */
export function asideOf(target: string, pid: number): Aside {
  return { partial: `${target}.partial-${pid}`, old: `${target}.old-${pid}` };
}

/**
 * Puts a finished folder in the place of a target: the old one is gone only when the new one stands.
 * A target that cannot be moved, such as a mounted disk, is emptied and filled instead.
 */
export function publish(made: string, target: string): void {
  const { partial, old } = asideOf(target, process.pid);
  mkdirSync(dirname(target), { recursive: true });
  try {
    move(made, partial);
    if (existsSync(target)) renameSync(target, old);
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
  const { partial, old } = asideOf(target, process.pid);
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  for (const folder of [partial, old]) rmSync(folder, { recursive: true, force: true });
}

/** Removes what builds left beside a target when they were killed. */
export function removeStale(target: string): void {
  const name = basename(target);
  const names = existsSync(dirname(target)) ? readdirSync(dirname(target)) : [];
  for (const entry of names) {
    const pid =
      entry.startsWith(name) && /^\.(?:partial|old)-(\d+)$/.exec(entry.slice(name.length));
    if (!pid || isRunning(Number(pid[1]), 0)) continue;
    const left = join(dirname(target), entry);
    // A build that was killed between two renames took the last site away; it is put back.
    if (entry.includes('.old-') && !existsSync(target)) renameSync(left, target);
    else rmSync(left, { recursive: true, force: true });
  }
}

function fill(made: string, target: string): void {
  for (const name of readdirSync(target)) rmSync(join(target, name), { recursive: true });
  for (const name of readdirSync(made)) move(join(made, name), join(target, name));
  rmSync(made, { recursive: true, force: true });
}

/** Renames where it can, and copies to another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
  }
}

/** Whether an error says that a folder, though it can be written, stays where it is. */
function isFixed(error: unknown): boolean {
  return ['EBUSY', 'EACCES', 'EPERM', 'EROFS', 'EXDEV'].includes(codeOf(error) ?? '');
}
