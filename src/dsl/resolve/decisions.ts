import type { Decision } from '#model/elements.ts';
import { isEmpty, parseInteger, split } from '../lexer/characters.ts';
import { ImportFailure } from './documentation.ts';
import type { Draft } from './draft.ts';

/** A record's file. */
export interface RecordFile {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Without carriage returns; refused when it is not UTF-8. */
  readonly content: string;
}

type RecordDraft = Draft<Decision> & { links: { id: string; description?: string }[] };

/** One style of decision records: which files are records, and how one is read. */
export interface DecisionFormat {
  readonly isRecord: (name: string) => boolean;
  /** `number` counts the records from 1; `now` is for records without a date. */
  readonly read: (file: RecordFile, number: number, now: number) => RecordDraft;
  /** The links of a record, as pairs of description and file name. */
  readonly linksIn: (content: string) => [description: string, target: string][];
}

/** Reads a folder's records, then turns the file names in their texts into links between them. */
export function readDecisions(
  format: DecisionFormat,
  files: readonly RecordFile[],
  taken: ReadonlySet<string>,
  now: number,
): Decision[] {
  const byName = new Map<string, RecordDraft>();
  const ids = new Set(taken);
  for (const [index, file] of files.entries()) {
    const decision = format.read(file, index + 1, now);
    check(decision, ids);
    ids.add(decision.id);
    byName.set(file.name, decision);
  }
  for (const decision of byName.values()) link(decision, format, byName);
  return [...byName.values()];
}

function check({ id, title, content }: Decision, ids: ReadonlySet<string>): void {
  const refuse = (message: string) =>
    new ImportFailure(`java.lang.IllegalArgumentException: ${message}`);
  if (isEmpty(title)) throw refuse('A title must be specified.');
  if (isEmpty(content)) throw refuse('Content must be specified.');
  if (ids.has(id)) throw refuse(`A decision with an ID of ${id} already exists in this scope.`);
}

function link(
  decision: RecordDraft,
  format: DecisionFormat,
  byName: ReadonlyMap<string, RecordDraft>,
): void {
  for (const [description, target] of format.linksIn(decision.content)) {
    const other = byName.get(target);
    if (!other || other.id === decision.id) continue;
    if (decision.links.some(({ id }) => id === other.id)) continue;
    decision.links.push({ id: other.id, description });
  }
  decision.links.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [name, other] of byName) {
    if (decision.content.includes(name)) {
      decision.content = decision.content.replaceAll(name, `#${encodeURIComponent(other.id)}`);
    }
  }
}

/** adr-tools: `0001-title.md`, a `Date:` line and a `## Status` section. */
export const adrTools: DecisionFormat = {
  isRecord: (name) => name.endsWith('.md'),
  read: ({ name, content }, _number, now) => {
    const lines = linesOf(content);
    return {
      ...common(idOf(name), content),
      title: from(lines[0] ?? '', (lines[0] ?? '').indexOf('.') + 2),
      date: iso(dateAfter(lines, 'Date: ') ?? now),
      status: adrToolsStatus(lines),
    };
  },
  linksIn: (content) => {
    const lines = content.split('\n');
    const start = lines.findIndex((line) => line.startsWith('## Status'));
    if (start < 0) return [];
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => line.startsWith('## Context'));
    return (end < 0 ? rest : rest.slice(0, end))
      .map((line) => statusLink(line))
      .filter((link) => link !== undefined);
  },
};

function adrToolsStatus(lines: readonly string[]): string {
  const start = lines.findIndex((line) => line.startsWith('## Status'));
  const line = start < 0 ? undefined : lines.slice(start + 1).find((other) => !isEmpty(other));
  if (line === undefined) return 'Proposed';
  const status = split(line, ' ')[0] ?? '';
  return status === 'Superceded' ? 'Superseded' : status;
}

/** MADR: front matter with status and date, the first heading as title. */
export const madr: DecisionFormat = {
  isRecord: (name) => /^\d{4}-.+?.md$/.test(name),
  read: ({ name, content, modified }) => {
    const body = content.replace(/^---\n(?:^.*\n)*?---\n/m, '');
    const front = frontMatter(linesOf(content));
    const title = linesOf(body).find((line) => line.startsWith('# '));
    return {
      ...common(idOf(name), body),
      title: title === undefined ? 'Title' : title.slice(2),
      date: iso(dateAfter(front, 'date: ') ?? modified),
      status: front.find((line) => line.startsWith('status: '))?.slice(8) ?? 'accepted',
    };
  },
  linksIn: (content) =>
    content.split('\n').flatMap((line): [string, string][] => {
      const target = targetOf(line, line.indexOf('['));
      return target === undefined ? [] : [['Links to', target]];
    }),
};

function frontMatter(lines: readonly string[]): readonly string[] {
  if (!lines[0]?.startsWith('---')) return [];
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  return lines.slice(1, end < 0 ? undefined : end);
}

/** log4brains: `20240117-title.md`, numbered by their order, with `- Status:` and `- Date:` items. */
export const log4brains: DecisionFormat = {
  isRecord: (name) => /^\d{8}-.+?.md$/.test(name),
  read: ({ name, content }, number) => {
    const lines = linesOf(content);
    const status = lines.find((line) => line.startsWith('- Status: '))?.slice(10) ?? '';
    return {
      ...common(String(number), content),
      title: from(lines[0] ?? '', 2),
      date: iso(dateAfter(lines, '- Date: ') ?? dateInName(name)),
      status: status.startsWith('superseded') ? 'superseded' : status,
    };
  },
  linksIn: (content) => {
    const found: [string, string][] = [];
    let inLinks = false;
    for (const line of content.split('\n')) {
      const statusOf = line.startsWith('- Status: ') ? statusLink(line.slice(10)) : undefined;
      if (statusOf) found.push(statusOf);
      if (line.startsWith('## Links')) inLinks = true;
      const item = line.indexOf('- ');
      const linkOf = inLinks && item >= 0 ? statusLink(line.slice(item + 2)) : undefined;
      if (linkOf) found.push(linkOf);
    }
    return found;
  },
};

/** `description [text](target)`, each part as long as can be. */
function statusLink(line: string): [description: string, target: string] | undefined {
  const close = line.lastIndexOf(')');
  const middle = close < 0 ? -1 : line.lastIndexOf('](', close);
  const start = middle < 0 ? -1 : line.lastIndexOf(' [', middle - 1);
  if (start < 0 || close < middle + 2) return undefined;
  return [line.slice(0, start), line.slice(middle + 2, close)];
}

function targetOf(line: string, start: number): string | undefined {
  const close = line.lastIndexOf(')');
  const middle = close < 0 ? -1 : line.lastIndexOf('](', close);
  return start >= 0 && middle > start && close >= middle + 2
    ? line.slice(middle + 2, close)
    : undefined;
}

function common(id: string, content: string) {
  return { id, content, format: 'Markdown' as const, links: [] };
}

/** Java's split: no empty lines at the end, but at least one line. */
function linesOf(content: string): string[] {
  return content === '' ? [''] : split(content, '\n');
}

/** The number that a record's name starts with, without leading zeros. */
function idOf(name: string): string {
  const digits = name.slice(0, 4);
  if (digits.length < 4) {
    throw new ImportFailure(
      `java.lang.StringIndexOutOfBoundsException: Range [0, 4) out of bounds for length ${name.length}`,
    );
  }
  const number = parseInteger(digits);
  if (number !== undefined) return String(number);
  throw new ImportFailure(`java.lang.NumberFormatException: For input string: "${digits}"`);
}

function from(line: string, start: number): string {
  if (start <= line.length) return line.slice(start);
  throw new ImportFailure(
    `java.lang.StringIndexOutOfBoundsException: Range [${start}, ${line.length}) out of bounds for length ${line.length}`,
  );
}

/** The date of the first line that starts so, in UTC; nothing without such a line. */
function dateAfter(lines: readonly string[], prefix: string): number | undefined {
  const line = lines.find((candidate) => candidate.startsWith(prefix));
  if (line === undefined) return undefined;
  const written = line.slice(prefix.length);
  const [, year, month, day] =
    /^[ \t]*(\d{1,9})-[ \t]*(\d{1,9})-[ \t]*(\d{1,9})/.exec(written) ?? [];
  if (day !== undefined) return utc(Number(year), Number(month), Number(day));
  throw new ImportFailure(`java.text.ParseException: Unparseable date: "${written}"`);
}

function dateInName(name: string): number {
  return utc(Number(name.slice(0, 4)), Number(name.slice(4, 6)), Number(name.slice(6, 8)));
}

/** Months and days beyond their range run over into the next. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function iso(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '1970-01-01T00:00:00Z';
  return `${date.toISOString().slice(0, 19)}Z`;
}
