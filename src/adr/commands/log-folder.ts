import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import { type FileFault, faultFinding } from '../file-faults.ts';
import { type AdrLog, readLog } from '../log.ts';
import { isRecordName } from '../read/names.ts';
import { readRecord } from '../read-record.ts';
import { failed, type Outcome } from './outcome.ts';

/** The folder of a log as a command finds it. */
export interface LogFolder {
  /** As it is printed, from the current folder: `doc/adr`, `../../doc/adr`. */
  readonly path: string;
  readonly exists: boolean;
  /** Everything below it, files and folders, as paths inside it with `/`, sorted. */
  readonly entries: readonly string[];
  /** The text of a file, byte order mark included; empty for what cannot be read. */
  readonly textOf: (entry: string) => string;
  /** What is odd about an entry as a file. */
  readonly faultOf: (entry: string) => FileFault | undefined;
}

/** The path of an entry as it is printed. */
export function printedPath({ path }: Pick<LogFolder, 'path'>, entry: string): string {
  return path.endsWith('/') ? `${path}${entry}` : `${path}/${entry}`;
}

/** What `adr list` lists: digits, a hyphen, `.md`, and whatever follows. */
export function listedEntries({ entries }: LogFolder): string[] {
  return entries.filter((entry) => /^\d+-[^/]*\.md/.test(entry));
}

/** The records that commands read and write: files that are listed, and end in `.md`. */
export function recordEntries({ entries, faultOf }: LogFolder): string[] {
  return entries.filter((entry) => /^\d+-[^/]*\.md$/.test(entry) && faultOf(entry) !== 'no-file');
}

/** The log as the reader of records sees it, in every format that it knows. */
export function logOf(folder: LogFolder): ReturnType<typeof readLog> & { log: AdrLog } {
  const named = folder.entries.filter((entry) => /\.md$/i.test(entry));
  const files = named.filter((entry) => folder.faultOf(entry) !== 'no-file');
  const { log, diagnostics } = readLog(
    files.map((entry) => new Source(printedPath(folder, entry), folder.textOf(entry))),
    folder.path,
  );
  const faults = named.filter(isRecordName).flatMap((entry) => {
    const fault = folder.faultOf(entry);
    return fault ? faultFinding(fault, printedPath(folder, entry), folder.textOf(entry)) : [];
  });
  return { log, diagnostics: [...faults, ...diagnostics] };
}

/**
 * The text of a link to a record: its heading, and nothing for an empty file. Brackets that do not
 * pair are escaped.
 */
export function linkText(text: string, file: string): string {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1);
  if (text.trim() === '') return '';
  return escapeBrackets(first.startsWith('# ') ? first.slice(2) : headingOf(text, file));
}

/** A failure for a command that needs the folder, as `adr list` words it. */
export function noLog({ path }: Pick<LogFolder, 'path'>, exit = 1, stdout = ''): Outcome {
  if (path === '') return failed([noName()], stdout, exit);
  return failed(
    [
      finding('adr-no-log', `The ${path} directory does not exist.`, undefined, {
        hint: 'Make a first record with `npm run adr -- init`, or say in `.adr-dir` where the log is.',
      }),
    ],
    stdout,
    exit,
  );
}

/** `.adr-dir` names nothing. */
export function noName(): Diagnostic {
  return finding('adr-no-log', '`.adr-dir` is empty.', undefined, {
    hint: 'Write the path of the log into it, or delete it.',
  });
}

function headingOf(text: string, file: string): string {
  const { heading, title } = readRecord(new Source(file, text), file).record;
  return heading.text || title;
}

function escapeBrackets(text: string): string {
  let depth = 0;
  for (const character of text.replace(/\\[[\]]/g, '')) {
    if (character === '[') depth++;
    if (character === ']' && --depth < 0) break;
  }
  return depth === 0 ? text : text.replace(/\\?([[\]])/g, '\\$1');
}
