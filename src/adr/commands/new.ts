import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { finding } from '../codes.ts';
import { findStatusWord } from '../read/status-words.ts';
import { type Edits, linkBoth, replacements, supersede } from './link.ts';
import { type LogFolder, printedPath } from './log-folder.ts';
import { fileNameOf, nextNumber } from './naming.ts';
import { done, failed, type Outcome } from './outcome.ts';
import { findRecord } from './references.ts';
import { fillTemplate } from './template.ts';

/** `adr new [-s REF]… [-l TARGET:LINK:REVERSE]… TITLE…`. */
export interface NewRequest {
  readonly title: string;
  /** References of records that the new one supersedes. */
  readonly supersedes: readonly string[];
  /** Each `TARGET:LINK:REVERSE-LINK`. */
  readonly links: readonly string[];
  /** As it is to be written. */
  readonly date: string;
  readonly status: string;
  readonly template: string;
}

interface NewLink {
  readonly file: string;
  readonly verb: string;
  readonly reverse: string;
}

/** Longest file name that common file systems take, in bytes; the slug is ASCII. */
const LONGEST_NAME = 255;

/**
 * A new record with the next number, its links, and the records that it links to. References are
 * looked up before the record exists, so that it cannot supersede itself; when one of them is in
 * doubt, nothing is written at all.
 */
export function newRecord(folder: LogFolder, request: NewRequest): Outcome {
  const { title, date, status, template } = request;
  if (title === '') return failed([], 'ERROR: no title given\n');
  const number = nextNumber(folder);
  const file = fileNameOf(number, title);
  const older = request.supersedes.map((reference) => findRecord(folder, reference));
  const links = request.links.map((link) => parseLink(folder, link));
  const problems = [
    ...titleProblems(title, file),
    ...older.flatMap(({ problem }) => problem ?? []),
    ...links.flatMap((link) => (Array.isArray(link) ? link : [])),
  ];
  if (problems.length > 0) return failed(problems);
  const edits: Edits = new Map();
  const values = { NUMBER: String(number), TITLE: title, DATE: date, STATUS: status };
  edits.set(file, fillTemplate(template, values));
  for (const { file: superseded } of older) {
    if (superseded !== undefined) supersede(folder, edits, file, superseded);
  }
  for (const link of links) {
    if (Array.isArray(link)) continue;
    const { file: to, verb, reverse } = link;
    linkBoth(folder, edits, { from: file, verb, to, reverse });
  }
  return { ...created(folder, file, Number(number), edits), diagnostics: statusDoubts(status) };
}

/** The first record of a log, which decides to keep records. Its heading bears the file’s number. */
export function initialRecord(folder: LogFolder, template: string, date: string): Outcome {
  const number = nextNumber(folder);
  const file = fileNameOf(number, 'record-architecture-decisions');
  const values = { NUMBER: String(number), TITLE: '', DATE: date, STATUS: 'Accepted' };
  const edits: Edits = new Map([[file, fillTemplate(template, values)]]);
  return { ...created(folder, file, Number(number), edits), edit: undefined };
}

function created(folder: LogFolder, file: string, number: number, edits: Edits): Outcome {
  const path = printedPath(folder, file);
  const text = edits.get(file) ?? '';
  edits.delete(file);
  const changed = replacements(folder, edits);
  return done(`${path}\n`, {
    writes: [{ kind: 'create', file, text }, ...changed],
    edit: file,
    json: { path, number, changed: changed.map((write) => printedPath(folder, write.file)) },
  });
}

function titleProblems(title: string, file: string): Diagnostic[] {
  if (/[\r\n\u2028\u2029]/.test(title)) {
    return [
      finding('adr-title', 'A title is one line; this one has a line break.', undefined, {
        hint: 'Take the line break out of the title.',
      }),
    ];
  }
  if (file.length <= LONGEST_NAME) return [];
  return [
    finding(
      'adr-title',
      `The file name would have ${file.length} bytes of at most ${LONGEST_NAME}.`,
      undefined,
      {
        hint: 'Shorten the title.',
      },
    ),
  ];
}

/** A status of a log's own is written as it is; a word that nobody reads may be a slip. */
function statusDoubts(status: string): Diagnostic[] {
  if (findStatusWord(status)) return [];
  const near = didYouMean(status, ['proposed', 'accepted', 'rejected', 'deprecated', 'draft']);
  return [
    finding('adr-status-unknown', `“${status}” is no status that this reader knows.`, undefined, {
      hint: near ?? 'It was written as it is.',
    }),
  ];
}

/** The parts of a link, a fourth is ignored; or what is wrong with them. Blanks of verbs are kept. */
function parseLink(folder: LogFolder, link: string): NewLink | Diagnostic[] {
  const [target = '', verb = '', reverse = ''] = link.split(':');
  if (target.trim() === '' || verb === '' || reverse === '') {
    return [
      finding('adr-usage', `“${link}” is not TARGET:LINK:REVERSE-LINK.`, undefined, {
        hint: 'For example `-l "12:Amends:Amended by"`.',
      }),
    ];
  }
  const { file, problem } = findRecord(folder, target);
  return problem ? [problem] : { file, verb, reverse };
}
