/** What a record's file name says. */
export interface RecordName {
  /** Stable identity of the record in its log, and its address on the site: `0003-use-kafka`. */
  readonly id: string;
  /** The id without number and date: `use-kafka`. */
  readonly slug: string;
  /** Absent for names that have only a date, or nothing, before the slug. */
  readonly number?: number | undefined;
  /** `YYYY-MM-DD`, or `YYYY-MM`, when the name begins with a date. */
  readonly date?: string | undefined;
}

/** Files of a log that are about it, not in it. */
const RESERVED = [
  /^[._]/,
  /^(?:readme|index|backlog)\.md$/i,
  /^(?:adr[-_](?:[a-z]+[-_])*)?template(?:[-_](?:minimal|bare|bare-minimal|short|long))?\.md$/i,
  /^(?:adr[-_]?)?0+[-_]template\.md$/i,
  /^adr[-_]?x+[-_.]/i,
];

const DATE = /^((?:19|20)\d\d)([-_]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))(?=[-_.]|$)[-_]?/;
const MONTH = /^((?:19|20)\d\d)[-_](0[1-9]|1[0-2])(?=[-_])[-_]/;
const NUMBER = /^(?:adr)?[-_ ]?(\d{1,9})(?=\D|$)[-_. ]*/i;

/**
 * Whether a file of a log is a record, from its path inside the log (with `/`). Markdown files are,
 * except index pages, templates and hidden files; a dated or numbered folder is a record when it
 * holds a `README.md`, and then nothing else in it is.
 */
export function isRecordName(path: string): boolean {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  if (!/\.md$/i.test(file)) return false;
  if (folders.some((folder) => /^[._](?!\.$)|^templates?$/i.test(folder))) return false;
  const parent = folders.at(-1);
  if (parent !== undefined && isFolderRecord(parent)) return /^readme\.md$/i.test(file);
  return !RESERVED.some((pattern) => pattern.test(file));
}

/** Number, date, slug and id of a record, from its path inside the log. */
export function parseRecordName(path: string): RecordName {
  const parts = path.replace(/\.md$/i, '').split('/');
  if (parts.length > 1 && /^readme$/i.test(parts.at(-1) ?? '')) parts.pop();
  const stem = parts.at(-1) ?? '';
  const { rest, ...facts } = prefixOf(stem);
  return { id: parts.join('-'), slug: rest || stem, ...facts };
}

function prefixOf(stem: string): Pick<RecordName, 'number' | 'date'> & { rest: string } {
  const dated = DATE.exec(stem);
  if (dated) {
    const [whole, year, , month, day] = dated;
    const rest = stem.slice(whole.length);
    const numbered = whole.endsWith('_') ? /^(\d{1,9})(?=[-_])[-_]/.exec(rest) : null;
    return {
      date: `${year}-${month}-${day}`,
      ...(numbered && { number: Number(numbered[1]) }),
      rest: numbered ? rest.slice(numbered[0].length) : rest,
    };
  }
  const month = MONTH.exec(stem);
  if (month) return { date: `${month[1]}-${month[2]}`, rest: stem.slice(month[0].length) };
  const numbered = NUMBER.exec(stem);
  if (numbered) return { number: Number(numbered[1]), rest: stem.slice(numbered[0].length) };
  return { rest: stem };
}

/** `2022-11-09-api-refactoring`: a record that is a folder. Decimal places of a log are not. */
function isFolderRecord(folder: string): boolean {
  return DATE.test(folder) || /^(?:adr)?[-_]?\d{1,9}[-_]\D/i.test(folder);
}
