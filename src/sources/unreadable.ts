import { isRecordName } from '#adr/read/names.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { sourceProblem } from './codes.ts';
import { CONTENT } from './content-folders.ts';
import { type Entry, entriesBelow, entryAt } from './entries.ts';

/** Folders of the content whose parts are files of their own. */
const FOLDERS = [CONTENT.studies, CONTENT.decisions, CONTENT.costs] as const;

/**
 * What stands among the content and cannot be read: pipes, links that lead nowhere or around in a
 * circle, what this user may not read, folders where files belong. Nothing of it is opened: a pipe
 * would never answer. Records of a log are looked at by the log's own rules.
 */
export function unreadableContent(root: string): readonly Diagnostic[] {
  return FOLDERS.flatMap((folder) => {
    const top = entryAt(`${root}/${folder}`, folder);
    if (top && top.kind !== 'folder') return [unreadable(folder, top.why ?? 'It is a file')];
    return entriesBelow(`${root}/${folder}`, isContent).flatMap((entry): Diagnostic[] => {
      const isLogs = folder === CONTENT.decisions && isRecordName(entry.path);
      const why = isLogs ? undefined : whyNot(entry);
      return why === undefined ? [] : [unreadable(`${folder}/${entry.path}`, why)];
    });
  });
}

function unreadable(file: string, why: string): Diagnostic {
  const hint = 'Take it away, put what belongs there in its place, or start its name with `_`.';
  return sourceProblem('unreadable-file', `${why}.`, undefined, { file, hint });
}

function isContent(name: string): boolean {
  return !/^[._]/.test(name);
}

function whyNot({ kind, path, why }: Entry): string | undefined {
  if (kind === 'odd') return why;
  const isFile = /\.(?:mdx|ya?ml|sql|ts)$|\/(?:posts|reviews)\/[^/]+\.(?:md|html)$/.test(path);
  return kind === 'folder' && isFile ? 'It is a folder' : undefined;
}
