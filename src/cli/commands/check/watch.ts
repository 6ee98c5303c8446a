import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { refusalOfDisk } from '#sources/disk-fault.ts';
import { openWatcher } from '#sources/watch.ts';
import { inColor, type Ports } from '../../ports.ts';

/** What one reading of the content found, and where it looked. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of files and folders. */
  readonly watched: readonly string[];
}

/** Checks anew after every change of the content, and of what it reads besides, until it is stopped. */
export async function watchContent(
  content: readonly string[],
  check: () => Promise<Checked>,
  show: (diagnostics: readonly Diagnostic[]) => string,
  ports: Pick<Ports, 'stdout' | 'isTTY' | 'env'>,
  stop: AbortSignal,
): Promise<void> {
  const watcher = openWatcher();
  stop.addEventListener('abort', () => watcher.close());
  watcher.follow(content);
  do {
    const { diagnostics, watched } = await check().catch(refused);
    watcher.follow([...content, ...watched]);
    // From the top of the screen, so that what is left of it is what is wrong.
    if (ports.isTTY) ports.stdout(Buffer.from('\u001B[2J\u001B[H'));
    ports.stdout(inColor(`${show(diagnostics)}Watching for changes; Ctrl+C stops.\n`, ports));
  } while (await watcher.changed());
}

/** What goes while it is read comes back, or is missing, with the next change. */
function refused(error: unknown): Checked {
  const found = refusalOfDisk(error);
  if (!found) throw error;
  return { diagnostics: [found], watched: [] };
}
