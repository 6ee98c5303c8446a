import { isRecordName } from '#adr/read/names.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { sourceProblem } from './codes.ts';
import { CONTENT } from './content-folders.ts';
import { type Entry, entriesBelow } from './entries.ts';

/** Folders of the content whose parts are files of their own. */
const FOLDERS = [CONTENT.studies, CONTENT.decisions, CONTENT.costs] as const;

/**
 * What stands among the content and cannot be read: pipes, links that lead nowhere or around in a
 * circle, what this user may not read, folders where files belong. Nothing of it is opened: a pipe
 * would never answer. Records of a log are looked at by the log's own rules.
 */
export function unreadableContent(root: string): readonly Diagnostic[] {
  return FOLDERS.flatMap((folder) =>
    entriesBelow(`${root}/${folder}`, isContent).flatMap((entry): Diagnostic[] => {
      const why =
        folder === CONTENT.decisions && isRecordName(entry.path) ? undefined : whyNot(entry);
      const file = `${folder}/${entry.path}`;
      const hint = 'Take it away, put the file in its place, or start its name with `_`.';
      return why === undefined
        ? []
        : [sourceProblem('unreadable-file', `${why}.`, undefined, { file, hint })];
    }),
  );
}

function isContent(name: string): boolean {
  return !/^[._]/.test(name);
}

function whyNot({ kind, path, why }: Entry): string | undefined {
  if (kind === 'odd') return why;
  return kind === 'folder' && /\.(?:mdx|ya?ml|sql|ts)$/.test(path) ? 'It is a folder' : undefined;
}
