import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** After this a file that was staged is nobody's any more, in milliseconds. */
const LONG_AGO = 600_000;

/**
 * Writes a file so that readers, and whoever comes after a crash, see the old content or the new
 * one, never a part: the content goes into a file beside it, which then takes its name. The mode of
 * the old file is kept, and a symbolic link stays a link. `durable: false` does not wait for the disk:
 * for what may be lost with the power.
 */
export function writeFileAtomic(
  path: string,
  content: string | Uint8Array,
  { durable = true }: { readonly durable?: boolean } = {},
): void {
  const target = realPath(path);
  const staged = beside(target);
  try {
    stageFile(staged, content, modeOf(target), durable);
    renameSync(staged, target);
    if (durable) sweep(target);
  } catch (error) {
    try {
      removeIfThere(staged);
    } catch {
      // What was refused first is told.
    }
    throw ofPath(error, target, staged);
  }
}

/** A system error, told of a path: of a write the system says only that it failed. */
export function ofPath(error: unknown, path: string, instead = path): unknown {
  if (!(error instanceof Error)) return error;
  const message = error.message.replace(instead, path);
  return Object.assign(error, { path, message });
}

/** Writes a file that nobody reads yet, and has the system put it on the disk if it is to be durable. */
export function stageFile(
  path: string,
  content: string | Uint8Array,
  mode?: number,
  durable = true,
): void {
  const file = openSync(path, 'wx');
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    if (durable) fsyncSync(file);
  } catch (error) {
    throw ofPath(error, path);
  } finally {
    closeSync(file);
  }
}

/** Where a path leads through symbolic links; the path itself when nothing is there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The permissions of a file; nothing when it is not there. */
export function modeOf(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && stat.mode & 0o7777;
}

/** Removes a file; its absence is as good. */
export function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** The code of a system error: `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** Takes away what writers of a file left that were killed, so long ago that none of them is at work. */
function sweep(target: string): void {
  const folder = dirname(target);
  const left = stagedNames(target);
  try {
    for (const name of readdirSync(folder).filter((name) => left.test(name))) {
      const since = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && Date.now() - since > LONG_AGO) removeIfThere(join(folder, name));
    }
  } catch {
    // The file itself is written.
  }
}

/** The names that `beside` gives for a path. */
function stagedNames(path: string): RegExp {
  return new RegExp(`^\\.${RegExp.escape(basename(path).slice(0, 200))}\\.[0-9a-f]{12}\\.tmp$`);
}

/** A name in the same folder, and so on the same file system, that no one else uses. */
function beside(path: string): string {
  return join(
    dirname(path),
    `.${basename(path).slice(0, 200)}.${randomBytes(6).toString('hex')}.tmp`,
  );
}
