import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, startOf } from '#sources/processes.ts';
import { PROJECT } from './content-root.ts';

/** What the folders are called: whose they are tells whether they are still needed. */
const NAME = /^build-(\d+)-(\d+)-/;

/**
 * A folder of this process alone, for what a command makes on its way: below the project's cache, or the
 * system's folder for such things where that cannot be written. Folders of processes that were killed
 * are removed. Node takes no TypeScript from below `node_modules`: `'outside'` is for that.
 */
export function makeWorkFolder(where: 'cache' | 'outside' = 'cache'): string {
  const cache = where === 'cache' ? [join(PROJECT, 'node_modules/.cache/archfolio/builds')] : [];
  const places = [...cache, tmpdir()];
  for (const place of places) {
    try {
      mkdirSync(place, { recursive: true });
      removeLeft(place);
      const name = `build-${process.pid}-${startOf(process.pid) ?? 0}-`;
      return realpathSync(mkdtempSync(join(place, name)));
    } catch (error) {
      if (place === places.at(-1)) throw error;
    }
  }
  throw new Error('There is no folder to work in.');
}

function removeLeft(place: string): void {
  for (const entry of readdirSync(place)) {
    const [, pid, start] = NAME.exec(entry) ?? [];
    if (pid !== undefined && !isRunning(Number(pid), Number(start)))
      rmSync(join(place, entry), { recursive: true, force: true });
  }
}
