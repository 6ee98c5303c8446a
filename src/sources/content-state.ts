import { statSync } from 'node:fs';
import { CONFIG_FILE } from './config.ts';
import { CONTENT } from './content-folders.ts';
import { entriesBelow, isFile } from './entries.ts';

/** What tells the states of files apart, by their path below the content's root. */
export type ContentState = ReadonlyMap<string, string>;

/** How the files of a content folder are now: their sizes and times, not what is in them. */
export function contentState(root: string): ContentState {
  const files = [CONTENT.workspace, 'workspace.json', CONFIG_FILE].filter((name) =>
    isFile(`${root}/${name}`),
  );
  const below = [CONTENT.studies, CONTENT.decisions, CONTENT.costs].flatMap((folder) =>
    entriesBelow(`${root}/${folder}`, (name) => !name.startsWith('.'))
      .filter(({ kind }) => kind === 'file')
      .map(({ path }) => `${folder}/${path}`),
  );
  return new Map([...files, ...below].map((path) => [path, stateOf(`${root}/${path}`)]));
}

/** Paths whose files are not what they were: changed, added or taken away. In order. */
export function changesBetween(before: ContentState, after: ContentState): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}

function stateOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : 'gone';
}
