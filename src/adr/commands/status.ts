import { suggest } from '#diagnostics/suggest.ts';
import { finding } from '../codes.ts';
import { currentAnswers, effectiveStatus } from '../log.ts';
import { findStatusWord } from '../read/status-words.ts';
import { setStatusField } from './edit-links.ts';
import { addSection, lineBreakOf, statusBodies } from './edit-status.ts';
import { type LogFolder, logOf, noLog } from './log-folder.ts';
import { done, failed, type Outcome } from './outcome.ts';
import { recordJson } from './record-json.ts';
import { findRecord } from './references.ts';

/** Statuses that `adr status` sets; superseding takes a successor, so `new -s` and `link` do it. */
const SETTABLE = ['proposed', 'accepted', 'rejected', 'deprecated'] as const;

/** `adr status`: a line for each record with number, status, date and title. */
export function statusTable(folder: LogFolder): Outcome {
  if (!folder.exists) return noLog(folder);
  const { log } = logOf(folder);
  const rows = log.records.map((record) => {
    const by = currentAnswers(log, record).map(({ id }) => id);
    const note = by.length > 0 ? ` (now ${by.join(', ')})` : '';
    const kind = effectiveStatus(log, record);
    const number = record.number === undefined ? '' : String(record.number).padStart(4, '0');
    return [number, kind, record.date?.iso ?? '', record.title + note];
  });
  const json = { log: folder.path, records: log.records.map((each) => recordJson(log, each)) };
  return done(columns(rows), { json });
}

/** `adr status REF STATUS`: gives a record another status, in the place where it has one. */
export function setStatus(folder: LogFolder, reference: string, wanted: string): Outcome {
  const status = SETTABLE.find((each) => each === wanted.toLowerCase());
  if (status === undefined) return failed([unknownStatus(wanted)]);
  const { file, problem } = findRecord(folder, reference);
  if (problem) return failed([problem]);
  const before = folder.textOf(file);
  const text = withStatus(before, status);
  const writes = text === before ? [] : [{ kind: 'replace' as const, file, text }];
  return done('', { writes, json: { file, status } });
}

/** Field and Status section both, so that they agree; a record with neither gets a section. */
function withStatus(text: string, status: string): string {
  const withField = setStatusField(text, status) ?? text;
  const capital = status.charAt(0).toUpperCase() + status.slice(1);
  const [body] = statusBodies(withField);
  if (body === undefined) {
    return withField === text ? addSection(text, 'Status', [capital]) : withField;
  }
  const eol = lineBreakOf(text);
  const lines = withField.slice(body.start, body.end).split(/(?<=\r\n|\n|\r(?!\n))/);
  const at = lines.findIndex((line) => findStatusWord(line) !== undefined && !/\]\(/.test(line));
  const stated = lines[at] ?? '';
  // What has a date, a box or cells is history: it is kept, and the status goes before it.
  if (at === -1 || /\d{4}|\[[ xX]\]|\|/.test(stated)) {
    lines.unshift(eol, capital + eol, ...(lines[0]?.trim() ? [eol] : []));
  } else {
    lines[at] = stated.replace(/^.*?(?=[ \t]*[\r\n]|$)/, capital);
  }
  return withField.slice(0, body.start) + lines.join('') + withField.slice(body.end);
}

function unknownStatus(wanted: string) {
  if (/^super[sc]eded/i.test(wanted)) {
    return finding('adr-usage', 'A superseded record has a successor.', undefined, {
      hint: 'Write the successor with `adr new -s REF TITLE`, or `adr link NEW Supersedes OLD "Superseded by"`.',
    });
  }
  const near = suggest(wanted, SETTABLE);
  return finding('adr-usage', `“${wanted}” is no status.`, undefined, {
    hint: near ? `Did you mean \`${near}\`?` : `Known are ${SETTABLE.join(', ')}.`,
  });
}

/** Rows with two blanks between their columns; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, index) => Math.max(cell.length, most[index] ?? 0)),
    [],
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}
