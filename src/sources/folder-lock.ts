import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, ofPath, removeIfThere } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';
import { isRunning, startOf } from './processes.ts';

/** How old an entry of another machine may become: its processes cannot be asked. */
const FOREIGN_AGE = 60_000;
/** Pauses between looks at the entry ahead, in milliseconds: short at first, then longer. */
const POLL = { first: 2, most: 40 };

/** How a turn is waited for. */
export interface Patience {
  /** How long whoever is ahead may take before one gives up, in milliseconds. */
  readonly patience?: number;
  /** Is told, once, the number of the process that is ahead. */
  readonly onWait?: (pid: number) => void;
}

/** Whoever was ahead took longer than one would wait. */
export class LockTaken extends Error {
  /** The process that is ahead. */
  readonly pid: number;

  constructor(pid: number, patience: number) {
    super(`Process ${pid} has not finished with it for ${patience / 1000} s.`);
    this.pid = pid;
  }
}

/** A place in the queue for a folder. */
export interface Turn {
  /** Ends when it is one's turn. */
  readonly come: () => Promise<void>;
  /** Gives the turn, or the place in the queue, to the next; a second time it does nothing. */
  readonly end: () => void;
}

/**
 * Runs `work` while no other process does so for the same folder, which is made for the purpose and
 * removed when nobody needs it.
 */
export async function withFolderLock<T>(folder: string, work: () => T): Promise<T> {
  const { come, end } = queueFor(folder);
  try {
    await come();
    return work();
  } finally {
    end();
  }
}

/**
 * Takes a place in the queue for a folder.
 *
 * This is Lamport's bakery: each process puts an entry into the folder, takes a number above all it
 * sees, and waits for the entries with lower numbers. Entries of processes that were killed are
 * passed over and removed. Since no entry's name is ever used twice, removing one can never take
 * the lock from the living, which is what goes wrong with a single lock file.
 */
export function queueFor(
  folder: string,
  { patience = 30_000, onWait = () => {} }: Patience = {},
): Turn {
  const own = entryName();
  addEntry(folder, own);
  const waited = { told: false };
  const tell = (pid: number) => {
    if (!waited.told) onWait(pid);
    waited.told = true;
  };
  return {
    async come() {
      const number = 1 + Math.max(0, ...others(folder, own).map((name) => numberOf(folder, name)));
      // Until its number is there, an entry counts as choosing, and everyone waits for it.
      numberEntry(join(folder, own), number);
      for (const name of others(folder, own)) {
        await waitFor(folder, name, (one) => isAhead(folder, one, number, own), patience, tell);
      }
    },
    end() {
      removeIfThere(join(folder, own));
      removeIfEmpty(folder);
    },
  };
}

function numberEntry(path: string, number: number): void {
  try {
    writeFileSync(path, `${number}\n`);
  } catch (error) {
    throw ofPath(error, path);
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
    makeFolder(folder);
    try {
      writeFileSync(join(folder, own), '', { flag: 'wx' });
      return;
    } catch (error) {
      // The last one to leave has just removed the folder.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
}

async function waitFor(
  folder: string,
  name: string,
  isBefore: (name: string) => boolean,
  patience: number,
  onWait: (pid: number) => void,
): Promise<void> {
  const start = performance.now();
  const pid = Number(name.split('~')[2]);
  let pause = POLL.first;
  while (isBefore(name)) {
    if (isDead(folder, name)) {
      removeIfThere(join(folder, name));
      return;
    }
    onWait(pid);
    if (performance.now() - start > patience) throw new LockTaken(pid, patience);
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
