import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { finding } from '../codes.ts';
import { parseRecordName } from '../read/names.ts';
import { type LogFolder, printedPath, recordEntries } from './log-folder.ts';

/** The record that a reference names, or why there is none. */
export type Referenced =
  | { readonly file: string; readonly problem?: undefined }
  | { readonly file?: undefined; readonly problem: Diagnostic };

/**
 * Finds the record that a person means: by number (zeros aside), by file name or path, or by a part
 * of a name that only one record has. adr-tools takes the first path that matches anywhere; here a
 * doubt is an error that lists the candidates.
 */
export function findRecord(
  folder: LogFolder,
  reference: string,
  records: readonly string[] = recordEntries(folder),
): Referenced {
  const wanted = reference.trim();
  const found = matches(folder, records, wanted);
  const [file] = found;
  if (file !== undefined && found.length === 1) return { file };
  if (found.length > 1) {
    return {
      problem: finding(
        'adr-ambiguous-reference',
        `“${reference}” may be any of ${count(found.length)}: ${list(found)}.`,
        undefined,
        { file: folder.path, hint: 'Give the number, or the file name.' },
      ),
    };
  }
  return {
    problem: finding(
      'adr-unknown-reference',
      `“${reference}” is no record of this log.`,
      undefined,
      {
        file: folder.path,
        hint: hint(records, wanted),
      },
    ),
  };
}

function matches(folder: LogFolder, records: readonly string[], wanted: string): string[] {
  if (wanted === '') return [];
  if (/^\d+$/.test(wanted)) {
    return records.filter((file) => numbersOf(file).includes(BigInt(wanted)));
  }
  const name = wanted.slice(wanted.lastIndexOf('/') + 1);
  const named = records.filter((file) => file === name || file === `${name}.md`);
  if (named.length > 0) return named;
  const inName = records.filter((file) => file.includes(wanted));
  if (inName.length > 0) return inName;
  return records.filter((file) => printedPath(folder, file).includes(wanted));
}

/** The digits that a name begins with, and its number where that is another one. */
function numbersOf(file: string): bigint[] {
  const { number } = parseRecordName(file);
  const digits = /^\d+/.exec(file)?.[0];
  return [number, digits].filter((each) => each !== undefined).map(BigInt);
}

function hint(records: readonly string[], wanted: string): string {
  if (records.length === 0) return 'This log has no records yet.';
  const lower = wanted.toLowerCase();
  const near =
    nearestNumber(records, wanted) ??
    records.find((file) => lower !== '' && file.includes(lower)) ??
    records.find((file) => didYouMean(wanted, file.split(/[-.]/)) !== undefined);
  if (near) return `Did you mean \`${near}\`?`;
  return (/^\d+$/.test(wanted) && range(records)) || `There are ${list(records)}.`;
}

/** A number that is further off was not mistyped for this one. */
const NEAR = 2;

/** The record whose number is next to one that does not exist. */
function nearestNumber(records: readonly string[], wanted: string): string | undefined {
  if (!/^\d{1,9}$/.test(wanted)) return undefined;
  const distance = (file: string) => Math.abs(Number(numbersOf(file)[0]) - Number(wanted));
  const near = records.filter((file) => numbersOf(file).length > 0 && distance(file) <= NEAR);
  return near.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** `They are numbered from 1 to 37.` */
function range(records: readonly string[]): string | undefined {
  const numbers = records.flatMap((file) => numbersOf(file).slice(0, 1).map(Number));
  if (numbers.length === 0) return undefined;
  return `They are numbered from ${Math.min(...numbers)} to ${Math.max(...numbers)}.`;
}

function list(files: readonly string[]): string {
  const shown = files.slice(0, 8).map((file) => `\`${file}\``);
  const rest = files.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

function count(number: number): string {
  return number === 2 ? 'two records' : `${number} records`;
}
