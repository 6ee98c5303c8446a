import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, removeIfThere } from './atomic-write.ts';
import { isRunning, startOf } from './processes.ts';

/** How long a turn may take before those behind it give up, in milliseconds. */
const PATIENCE = 30_000;
/** How old an entry of another machine may become: its processes cannot be asked. */
const FOREIGN_AGE = 60_000;
/** Pauses between looks at the entry ahead, in milliseconds: short at first, then longer. */
const POLL = { first: 2, most: 40 };

/**
 * Runs `work` while no other process does so for the same folder, which is made for the purpose and
 * removed when nobody needs it.
 *
 * This is Lamport's bakery: each process puts an entry into the folder, takes a number above all it
 * sees, and waits for the entries with lower numbers. Entries of processes that were killed are
 * passed over and removed. Since no entry's name is ever used twice, removing one can never take
 * the lock from the living, which is what goes wrong with a single lock file.
 */
export async function withFolderLock<T>(folder: string, work: () => T): Promise<T> {
  const own = entryName();
  addEntry(folder, own);
  try {
    const number = 1 + Math.max(0, ...others(folder, own).map((name) => numberOf(folder, name)));
    // Until its number is there, an entry counts as choosing, and everyone waits for it.
    writeFileSync(join(folder, own), `${number}\n`);
    for (const name of others(folder, own)) await waitFor(folder, name, number, own);
    return work();
  } finally {
    removeIfThere(join(folder, own));
    removeIfEmpty(folder);
  }
}

/** Whether a name in the folder is an entry of this lock. */
function isLockEntry(name: string): boolean {
  return name.startsWith('lock~');
}

/** Machine, process, the start of the process, and something that makes the name unique. */
function entryName(): string {
  const host = hostname().replace(/[^\w.-]/g, '_');
  return [
    'lock',
    host,
    process.pid,
    startOf(process.pid) ?? 0,
    randomBytes(6).toString('hex'),
  ].join('~');
}

function addEntry(folder: string, own: string): void {
  for (;;) {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(join(folder, own), '', { flag: 'wx' });
      return;
    } catch (error) {
      // The last one to leave has just removed the folder.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
}

async function waitFor(folder: string, name: string, number: number, own: string): Promise<void> {
  const start = performance.now();
  let pause = POLL.first;
  while (isAhead(folder, name, number, own)) {
    if (isDead(folder, name)) {
      removeIfThere(join(folder, name));
      return;
    }
    if (performance.now() - start > PATIENCE) {
      throw new Error(`Process ${name.split('~')[2]} has not finished with it for 30 s.`);
    }
    await sleep(pause);
    pause = Math.min(2 * pause, POLL.most);
  }
}

function isAhead(folder: string, name: string, number: number, own: string): boolean {
  const content = read(folder, name);
  if (content === undefined) return false;
  if (!content.endsWith('\n')) return true;
  const other = Number(content);
  return other < number || (other === number && name < own);
}

function isDead(folder: string, name: string): boolean {
  const [, host, process, start] = name.split('~');
  if (host === hostname().replace(/[^\w.-]/g, '_'))
    return !isRunning(Number(process), Number(start));
  const since = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs;
  return since !== undefined && Date.now() - since > FOREIGN_AGE;
}

function others(folder: string, own: string): string[] {
  return readdirSync(folder).filter((name) => isLockEntry(name) && name !== own);
}

function numberOf(folder: string, name: string): number {
  return Number(read(folder, name) ?? 0);
}

function read(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Others are waiting in it.
  }
}
