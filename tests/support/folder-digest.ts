import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What stands for every name and byte of a folder or a file; `nothing` where there is none. */
export function digestOf(path: string): string {
  if (!existsSync(path)) return 'nothing';
  const hash = createHash('sha256');
  for (const name of statSync(path).isFile() ? [''] : filesBelow(path)) {
    const bytes = readFileSync(join(path, name));
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Every file below a folder, by its path from there, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}
