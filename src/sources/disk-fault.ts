import { stripVTControlCharacters } from 'node:util';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { sourceProblem } from './codes.ts';

const FULL = 'Make room. What stood there before stands there still.';
const UNCHANGED = 'Nothing was changed that could not be changed whole.';

/** What can be done about the errors of a disk, by the system's name for them. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EACCES: 'This user lacks the right to it.',
  EPERM: 'This user lacks the right to it.',
  EROFS: 'That disk can only be read: name another place.',
  ENOENT: 'It, or the folder that it belongs into, is not there any more.',
  EISDIR: 'A folder stands where a file belongs.',
  ENOTDIR: 'A file stands where a folder belongs.',
  ELOOP: 'Links on the way to it lead around in a circle.',
  ENAMETOOLONG: 'A name on the way to it is longer than the disk takes.',
  EMFILE: 'This user may not have more files open: `ulimit -n` says how many.',
};

/** What a disk refused: Node says so itself, bundlers and their like name the error in a cause. */
export function refusalOfDisk(fault: unknown): Diagnostic | undefined {
  if (!(fault instanceof Error)) return undefined;
  if (!('syscall' in fault && 'code' in fault)) return refusalOfDisk(fault.cause);
  const place = 'dest' in fault ? fault.dest : 'path' in fault ? fault.path : undefined;
  const file = typeof place === 'string' ? place : undefined;
  const advice = ADVICE[String(fault.code)];
  const hint = advice === FULL ? FULL : [advice, UNCHANGED].join(' ').trim();
  return sourceProblem('disk', firstLine(fault), undefined, { file, hint });
}

/** What an error says in its first line, as a sentence. */
export function firstLine({ message }: Error): string {
  const [first = ''] = stripVTControlCharacters(message).split('\n');
  return first.replace(/[.:]?$/, '.');
}
