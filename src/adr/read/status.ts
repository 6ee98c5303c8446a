import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { lineSpan, type Source, type Span } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import { plainText } from '../markdown/inline.ts';
import type { Line } from '../markdown/lines.ts';
import type { AdrField, AdrStatus, StatusEntry } from '../record.ts';
import { findDate } from './dates.ts';
import { fieldNamed, fieldText } from './front-matter.ts';
import { statusLines } from './status-lines.ts';
import { findStatusWord, isTemplateText, statusText } from './status-words.ts';

const NO_STATUS = { kind: 'unknown', word: '', label: '', struck: false } as const;

/** Where a record may state its status, the strongest place first. */
export interface StatusPlaces {
  readonly frontMatter: readonly AdrField[];
  readonly metadata: readonly AdrField[];
  /** Lines of the Status sections; absent when there is none. */
  readonly section?: readonly Line[] | undefined;
  /** A `Status:` further down, for records with neither. */
  readonly elsewhere: readonly AdrField[];
}

/** Reads a record's status from the first place that states one. */
export function readStatus(
  source: Source,
  places: StatusPlaces,
): { status: AdrStatus; diagnostics: Diagnostic[] } {
  const fields = [
    fieldStatus('front-matter', fieldNamed(places.frontMatter, 'status')),
    fieldStatus('line', fieldNamed(places.metadata, 'status')),
  ];
  const section = places.section && sectionStatus(source, places.section);
  const elsewhere = fieldStatus('line', fieldNamed(places.elsewhere, 'status'));
  const stated = [...fields, section, elsewhere].filter((each) => each !== undefined);
  const status = stated.find(({ kind, label }) => kind !== 'unknown' || label !== '') ?? stated[0];
  if (status === undefined) {
    return {
      status: { ...NO_STATUS, place: 'nowhere', history: [] },
      diagnostics: [
        finding('adr-no-status', 'This record has no status.', lineSpan(source, 1), {
          hint: 'Add a `## Status` section, or `status:` to the front matter.',
        }),
      ],
    };
  }
  return { status, diagnostics: [...doubts(status), ...disagreement(status, section)] };
}

function doubts({ kind, label, span }: AdrStatus): Diagnostic[] {
  if (kind !== 'unknown') return [];
  if (label === '') {
    return [
      finding('adr-status-template', 'The status is empty, or still the template’s text.', span, {
        hint: 'Write one status: Proposed, Accepted, Rejected, Deprecated or Superseded.',
      }),
    ];
  }
  return [
    finding('adr-status-unknown', `“${label}” is no status that this reader knows.`, span, {
      hint: 'Known are proposed, accepted, rejected, deprecated, superseded and their usual forms.',
    }),
  ];
}

function disagreement(status: AdrStatus, section: AdrStatus | undefined): Diagnostic[] {
  if (status.place === 'section' || !section?.span || !status.span) return [];
  if (section.kind === status.kind || section.kind === 'unknown') return [];
  return [
    finding(
      'adr-status-disagrees',
      `The Status section says “${section.label}”, but “${status.label}” counts.`,
      section.span,
      { related: [{ message: 'The status that counts', span: status.span }] },
    ),
  ];
}

function fieldStatus(
  place: 'front-matter' | 'line',
  field: AdrField | undefined,
): AdrStatus | undefined {
  if (field === undefined) return undefined;
  const text = fieldText(field);
  const entries = /[{[]\s*\w+\s*[|]/.test(text) ? [] : entriesOf(text, field.span);
  return { ...conclude(entries, field.span), place };
}

function sectionStatus(source: Source, lines: readonly Line[]): AdrStatus | undefined {
  const entries: StatusEntry[] = [];
  for (const { number, text } of statusLines(source, lines)) {
    if (text.trim() === '' || isRule(text) || isTemplateText(text)) continue;
    const found = entriesOf(text, lineSpan(source, number));
    const [first] = found;
    // After the first line, only lines that begin with a status are more than a remark.
    const isRemark = entries.length > 0 && !(first && findStatusWord(first.label)?.leads);
    if (!isRemark) entries.push(...found);
  }
  const first = lines[0];
  const span = first ? lineSpan(source, first.number) : undefined;
  return { ...conclude(entries, span), place: 'section' };
}

/**
 * The statuses of one line: those that it no longer has first, which are struck through or stand
 * before an arrow, then the line itself.
 */
function entriesOf(line: string, span: Span): StatusEntry[] {
  const struck = /~~(.+?)~~|<(del|s|strike)>(.{0,500}?)<\/\2>/gi;
  const past = [...line.matchAll(struck)].map((match) => plainText(match[1] ?? match[3] ?? ''));
  const steps = statusText(line.replace(struck, '')).split(/\s*(?:[-=]{1,3}>|[→➜➔⇒])\s*/u);
  const isPath = steps.every((step) => findStatusWord(step)?.leads);
  const label = isPath ? steps.pop() : steps.join(' → ');
  const former = [...past, ...(isPath ? steps : [])].map((text) => entry(text, span, true));
  return label ? [...former, entry(label, span, false)] : former;
}

function entry(label: string, span: Span, struck: boolean): StatusEntry {
  const found = findStatusWord(label);
  const date = findDate(label);
  return {
    kind: found?.kind ?? 'unknown',
    word: found?.word ?? '',
    label,
    struck,
    ...(date && { date: { ...date, text: label, place: 'line' as const, span } }),
    span,
  };
}

/**
 * A line that begins with “superseded” wins wherever it stands; otherwise, where each has a date, the
 * youngest; otherwise the first whose words are known, or the first.
 */
function conclude(
  entries: readonly StatusEntry[],
  span: Span | undefined,
): Omit<AdrStatus, 'place'> {
  const valid = entries.filter(({ struck }) => !struck);
  const superseding = valid.find(
    ({ kind, label }) => kind.endsWith('superseded') && findStatusWord(label)?.leads,
  );
  const known = valid.filter(({ kind }) => kind !== 'unknown');
  const counts = superseding ?? youngest(known) ?? known[0] ?? valid[0];
  return { ...(counts ?? { ...NO_STATUS, span }), history: entries };
}

/** The last of those with the latest date; nothing unless each has one. */
function youngest(entries: readonly StatusEntry[]): StatusEntry | undefined {
  if (!entries.every(({ date }) => date?.iso)) return undefined;
  return entries.toSorted((a, b) => ((a.date?.iso ?? '') < (b.date?.iso ?? '') ? -1 : 1)).at(-1);
}

function isRule(text: string): boolean {
  return /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(text);
}
