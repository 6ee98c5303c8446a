import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { FileInfo, SourceReader } from '#dsl/options.ts';

/**
 * The disk below a folder, as the DSL reads it. Nothing outside the folder is read, by way of a
 * link neither; what can't be read (no permission, say) counts as missing.
 */
export function fileReader(root: string): SourceReader {
  const top = resolve(root);
  const realTop = attempt(() => realpathSync(top)) ?? top;
  const isInside = (path: string) =>
    isBelow(resolve(top, path), top) && isBelow(realPlace(resolve(top, path)), realTop);
  return {
    stat(path): FileInfo | 'outside' | undefined {
      if (!isInside(path)) return 'outside';
      const stats = attempt((): Stats => statSync(resolve(top, path)));
      if (!stats?.isFile() && !stats?.isDirectory()) return undefined;
      return { kind: stats.isDirectory() ? 'folder' : 'file', modified: stats.mtimeMs };
    },
    readBytes: (path) =>
      isInside(path) ? attempt(() => readFileSync(resolve(top, path))) : undefined,
    list: (path) => (isInside(path) ? attempt(() => readdirSync(resolve(top, path))) : []) ?? [],
    absolute: (path) => `${top}${sep}${path}`,
  };
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Where a path leads when links are followed; of a path that is not there, its folder. */
function realPlace(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    const real = attempt(() => realpathSync(at));
    if (real !== undefined || at === dirname(at)) return real ?? at;
  }
}

/** What the disk answers, or nothing where it refuses. */
function attempt<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
