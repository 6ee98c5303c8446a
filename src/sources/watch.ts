import { type FSWatcher, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFolder } from './entries.ts';

/** How long the disk has to be quiet before a change is told, in milliseconds: an editor writes twice. */
const SETTLE = 30;

/** Tells when something on the disk has changed. */
export interface Watcher {
  /** Looks at these files and folders, and no longer at others. */
  follow(paths: readonly string[]): void;
  /** Comes back after the next change, or at once after one that was not told yet; false after `close`. */
  changed(): Promise<boolean>;
  close(): void;
}

/** Folders are watched with all that is in them, files by way of their folder: editors replace them. */
export function openWatcher(): Watcher {
  const open = new Map<string, FSWatcher>();
  let wanted = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isPending = false;
  let isClosed = false;
  let tell: ((changed: boolean) => void) | undefined;
  const settle = () => {
    isPending = true;
    tell?.(true);
  };
  const note = (path: string) => {
    const isWanted = wanted.has(path) || [...wanted].some((one) => path.startsWith(`${one}/`));
    if (!isWanted || isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE);
  };
  const start = (folder: string, recursive: boolean) => {
    const watcher = watch(folder, { recursive }, (_, name) => note(join(folder, name ?? '')));
    // A folder that went away is followed again when it is asked for again.
    watcher.on('error', () => open.delete(folder));
    open.set(folder, watcher);
  };
  return {
    follow(paths) {
      wanted = new Set(paths);
      const folders = new Map(
        paths.map((path) => (isFolder(path) ? [path, true] : [dirname(path), false])),
      );
      for (const [folder, watcher] of open) {
        if (folders.has(folder)) continue;
        watcher.close();
        open.delete(folder);
      }
      for (const [folder, recursive] of folders) {
        if (!open.has(folder) && isFolder(folder)) start(folder, recursive);
      }
    },
    async changed() {
      if (!isPending && !isClosed) {
        await new Promise<boolean>((resolve) => {
          tell = resolve;
        });
      }
      isPending = false;
      tell = undefined;
      return !isClosed;
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const watcher of open.values()) watcher.close();
      tell?.(false);
    },
  };
}
