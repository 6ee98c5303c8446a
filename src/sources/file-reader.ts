import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { FileInfo, SourceReader } from '#dsl/options.ts';

/**
 * The disk below a folder, as the DSL reads it. Nothing outside the folder is looked at; a link that
 * leads out of it is followed, as it is the author's own.
 */
export function fileReader(root: string): SourceReader {
  const top = resolve(root);
  const place = (path: string) => resolve(top, path);
  const isInside = (path: string) =>
    path === top || path.startsWith(top.endsWith(sep) ? top : top + sep);
  return {
    stat(path): FileInfo | 'outside' | undefined {
      const full = place(path);
      if (!isInside(full)) return 'outside';
      const stats = statSync(full, { throwIfNoEntry: false });
      if (!stats) return undefined;
      return { kind: stats.isDirectory() ? 'folder' : 'file', modified: stats.mtimeMs };
    },
    readBytes(path) {
      const full = place(path);
      return isInside(full) ? readFileSync(full) : undefined;
    },
    list(path) {
      const full = place(path);
      return isInside(full) ? readdirSync(full) : [];
    },
    absolute: (path) => `${top}${sep}${path}`,
  };
}
