import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Has Node keep what it compiles, in the cache of this project: its own place for that is a folder for
 * temporary files, where another user of the machine could lay down code that would be run.
 */
export function keepCompiled(): void {
  const folder = new URL('../../node_modules/.cache/archfolio/compiled', import.meta.url);
  enableCompileCache(fileURLToPath(folder));
}
