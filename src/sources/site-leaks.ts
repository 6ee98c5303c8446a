import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { type Leak, leaksIn } from '#confidential/leaks/search.ts';
import type { NameFinder } from '#confidential/names.ts';
import { hashOf } from './cache.ts';
import { UNPACK } from './unpack.ts';

/**
 * Looks for names in every file of a finished site, and in their paths. `ours` holds the hashes of files
 * that were there before any content was read: what they say cannot be a name of it.
 */
export function* siteLeaks(
  folder: string,
  find: NameFinder,
  ours: ReadonlySet<string>,
): Iterable<Leak> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  for (const path of files) {
    const bytes = readFileSync(path);
    const name = path
      .slice(folder.length + 1)
      .split(sep)
      .join('/');
    const isOurs = ours.has(hashOf(bytes.toString('latin1')));
    yield* leaksIn({ name, bytes: isOurs ? new Uint8Array() : bytes }, find, UNPACK);
  }
}
