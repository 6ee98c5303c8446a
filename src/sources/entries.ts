import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder, in order, by their path in it; none where there is no such folder. */
export function filesIn(folder: string, { deep = false } = {}): readonly string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { recursive: deep, encoding: 'utf8' })
    .filter((name) => isFile(join(folder, name)))
    .sort();
}

export function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** Whether a folder is the top of a portfolio: it holds a workspace or a configuration. */
export function isPortfolio(folder: string): boolean {
  return ['workspace.dsl', 'workspace.json', 'astro.config.mjs'].some((name) =>
    isFile(join(folder, name)),
  );
}

/** Nothing also below a file, and behind a link that goes around in a circle. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
