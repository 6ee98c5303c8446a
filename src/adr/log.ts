import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { isRecordName } from './read/names.ts';
import { readRecord } from './read-record.ts';
import type { AdrLink, AdrRecord, StatusKind } from './record.ts';

/** A decision log: its records in order, and what they say about one another. */
export interface AdrLog {
  /** By number, then by date, then by name. */
  readonly records: readonly AdrRecord[];
  readonly byFile: ReadonlyMap<string, AdrRecord>;
  /** More than one record: a doubled number. */
  readonly byNumber: ReadonlyMap<number, readonly AdrRecord[]>;
  readonly supersessions: readonly Supersession[];
  /** The records that take a record’s place, all of it. */
  readonly successors: ReadonlyMap<AdrRecord, readonly AdrRecord[]>;
  readonly amendments: readonly Supersession[];
}

/** One record takes the place of another, or amends it, as one of them or both say. */
export interface Supersession {
  readonly newer: AdrRecord;
  readonly older: AdrRecord;
  /** Only a part of the older record is concerned. */
  readonly partly: boolean;
  readonly statedBy: 'both' | 'newer' | 'older';
  /** The links that say so, of the newer record first. */
  readonly links: readonly AdrLink[];
}

/** What a link leads to. */
export type Resolved =
  /** `exact` is false when the address is broken and only its number leads to the record. */
  | { readonly kind: 'record'; readonly record: AdrRecord; readonly exact: boolean }
  | { readonly kind: 'ambiguous'; readonly records: readonly AdrRecord[] }
  /** Leads out of the log, to a file that this log knows nothing about. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'nowhere' };

/**
 * Reads a log. `folder` is the log's path, as the names of the sources have it; files in it that
 * are no records (`isRecordName`) are left out.
 */
export function readLog(
  sources: readonly Source[],
  folder = '',
): { log: AdrLog; diagnostics: Diagnostic[] } {
  const files = sources
    .map((source) => ({ source, file: pathInside(folder, source.name) }))
    .filter(({ file }) => isRecordName(file));
  const first = files.map(({ source, file }) => readRecord(source, file));
  const read = putsMonthFirst(first.map(({ record }) => record))
    ? files.map(({ source, file }) => readRecord(source, file, { monthFirst: true }))
    : first;
  const log = logOf(read.map(({ record }) => record));
  return { log, diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

/** A log of records that are read already. */
export function logOf(unsorted: readonly AdrRecord[]): AdrLog {
  const records = unsorted.toSorted(byNumberDateName);
  const index = {
    records,
    byFile: new Map(records.map((record) => [record.file, record])),
    byNumber: groupByNumber(records),
  };
  const supersessions = pairsOf(index, 'supersedes', 'superseded-by');
  const whole = supersessions.filter(({ partly }) => !partly);
  const successors = Map.groupBy(whole, ({ older }) => older);
  return {
    ...index,
    supersessions,
    successors: new Map(
      [...successors].map(([older, pairs]) => [older, pairs.map(({ newer }) => newer)]),
    ),
    amendments: pairsOf(index, 'amends', 'amended-by'),
  };
}

/** Whether the dates that can be told apart have the month first, and none the day. */
function putsMonthFirst(records: readonly AdrRecord[]): boolean {
  const forms = new Set(records.map(({ date }) => date?.form));
  return forms.has('ambiguous') && forms.has('month-first') && !forms.has('day-first');
}

type Index = Pick<AdrLog, 'records' | 'byFile' | 'byNumber'>;

/** The record that a link of another record means. */
export function resolveLink(log: Index, { file, number }: AdrLink): Resolved {
  const named = file === undefined ? undefined : recordByFile(log, file);
  if (named) return { kind: 'record', record: named, exact: true };
  if (file !== undefined && leadsOut(file)) return { kind: 'outside' };
  const [record, ...others] = (number === undefined ? undefined : log.byNumber.get(number)) ?? [];
  if (record === undefined) return { kind: 'nowhere' };
  if (others.length > 0) return { kind: 'ambiguous', records: [record, ...others] };
  return { kind: 'record', record, exact: file === undefined };
}

/** The records that take this one's place, directly. */
export function successorsOf(log: AdrLog, record: AdrRecord): readonly AdrRecord[] {
  return log.successors.get(record) ?? [];
}

/** The records at the end of the chain of successors: where the current answer stands. */
export function currentAnswers(log: AdrLog, record: AdrRecord): AdrRecord[] {
  const seen = new Set([record]);
  const answers: AdrRecord[] = [];
  const open = [...successorsOf(log, record)];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const further = successorsOf(log, next);
    if (further.length === 0) answers.push(next);
    open.push(...further);
  }
  return answers;
}

/**
 * The status that holds: a record is superseded as soon as an accepted record supersedes all of it,
 * whether or not it says so itself.
 */
export function effectiveStatus(log: AdrLog, record: AdrRecord): StatusKind {
  const { kind } = record.status;
  if (kind === 'superseded') return kind;
  const replaced = successorsOf(log, record).some(({ status }) =>
    ['accepted', 'superseded', 'partly-superseded'].includes(status.kind),
  );
  return replaced ? 'superseded' : kind;
}

function pairsOf(
  log: Index,
  active: AdrLink['relation'],
  passive: AdrLink['relation'],
): Supersession[] {
  const pairs = new Map<AdrRecord, Map<AdrRecord, Supersession>>();
  const add = (newer: AdrRecord, older: AdrRecord, by: 'newer' | 'older', link: AdrLink) => {
    const olders = pairs.get(newer) ?? new Map<AdrRecord, Supersession>();
    pairs.set(newer, olders);
    const known = olders.get(older);
    olders.set(older, {
      newer,
      older,
      partly: link.partly || (known?.partly ?? false),
      statedBy: known === undefined || known.statedBy === by ? by : 'both',
      links: [...(known?.links ?? []), link],
    });
  };
  for (const by of ['newer', 'older'] as const) {
    for (const record of log.records) {
      for (const link of record.links) {
        if (link.relation !== (by === 'newer' ? active : passive)) continue;
        const target = resolveLink(log, link);
        if (target.kind !== 'record') continue;
        if (by === 'newer') add(record, target.record, by, link);
        else add(target.record, record, by, link);
      }
    }
  }
  return [...pairs.values()].flatMap((olders) => [...olders.values()]);
}

function recordByFile(log: Index, file: string): AdrRecord | undefined {
  const exact = log.byFile.get(file);
  if (exact || !leadsOut(file)) return exact;
  const base = file.slice(file.lastIndexOf('/') + 1);
  return log.byFile.get(base);
}

/** `../guide.md` and `/docs/guide.md`: not a path inside the log. */
function leadsOut(file: string): boolean {
  return file.startsWith('../') || file.startsWith('/');
}

function groupByNumber(records: readonly AdrRecord[]): Map<number, AdrRecord[]> {
  const groups = new Map<number, AdrRecord[]>();
  for (const record of records) {
    if (record.number === undefined) continue;
    groups.set(record.number, [...(groups.get(record.number) ?? []), record]);
  }
  return groups;
}

function byNumberDateName(a: AdrRecord, b: AdrRecord): number {
  const [left, right] = [
    a.number ?? Number.POSITIVE_INFINITY,
    b.number ?? Number.POSITIVE_INFINITY,
  ];
  if (left !== right) return left - right;
  const [before, after] = [dateOf(a), dateOf(b)];
  if (before !== after) return before < after ? -1 : 1;
  if (a.file === b.file) return 0;
  return a.file < b.file ? -1 : 1;
}

function dateOf({ date }: AdrRecord): string {
  return date?.iso ?? '';
}

function pathInside(folder: string, name: string): string {
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
