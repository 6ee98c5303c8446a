import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '#sources/cache.ts';
import { contentFolder } from './content.ts';

/**
 * A folder for results of its own, with the clusters that this machine made before: what a test loads
 * is loaded, and no start takes the time to make a cluster.
 */
export function freshCache(): string {
  const folder = contentFolder({});
  const kept = cacheFolder({}, '/');
  if (kept !== undefined) {
    mkdirSync(join(kept, 'clusters'), { recursive: true });
    symlinkSync(join(kept, 'clusters'), join(folder, 'clusters'), 'dir');
  }
  return folder;
}
