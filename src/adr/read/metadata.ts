import type { Source } from '#diagnostics/source.ts';
import { plainText } from '../markdown/inline.ts';
import type { Line } from '../markdown/lines.ts';
import type { AdrField } from '../record.ts';

/** `Key: value` lines of a stretch of text, and the lines that they take up. */
export interface Metadata {
  readonly fields: readonly AdrField[];
  readonly lines: ReadonlySet<number>;
}

/** Keys that an ordinary sentence may begin with are left out of plain lines. */
const KNOWN =
  /^(?:status|(?:decision |amendment )?date|deciders?|decision[ -]makers?|consulted|informed|tags?|technical story|created|updated|last[ -](?:modified|updated|reviewed)|authors?|owners?|supersede[sd](?:[ -]by)?|supercede[sd](?:[ -]by)?|amend(?:s|ed[ -]by)|related?(?:[ -][a-z]+)?|issue|published|proposed|approved|accepted)$/i;

const ITEM =
  /^\s{0,3}(?:[-*+][ \t]+)?(?:\*\*|__)?([A-Za-z][A-Za-z -]{1,28}?)(?:\*\*|__)?\s*(?:：|:(?=[ \t*_]|$))(?:\*\*|__)?[ \t]*(.*)$/;
/** `Date 2018-04-09`, without a colon. */
const BARE_DATE = /^(date)[ \t]+(\d[\d/.-]+)\s*$/i;
const CELL = /^\s*\|\s*(?:\*\*)?([A-Za-z][A-Za-z -]{1,28}?):?(?:\*\*)?\s*\|\s*(.*?)\s*\|\s*$/;

/**
 * The metadata of a record: list items, bold or plain lines and two-column tables, as MADR 2,
 * log4brains and adr-tools write them. A value may go on in nested items or indented lines.
 */
export function readMetadata(source: Source, lines: readonly Line[]): Metadata {
  const fields: AdrField[] = [];
  const taken = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'text' || taken.has(line.number)) continue;
    const match = ITEM.exec(line.text) ?? CELL.exec(line.text) ?? BARE_DATE.exec(line.text);
    const key = match?.[1];
    if (match === null || key === undefined || !isKey(key, line.text)) continue;
    const more = CELL.test(line.text) ? [] : continuation(lines, index + 1);
    for (const { number } of [line, ...more]) taken.add(number);
    fields.push(field(source, line, key, match[2] ?? '', more));
  }
  return { fields, lines: taken };
}

/** List items and bold keys may have any name, plain lines only a known one. */
function isKey(key: string, line: string): boolean {
  return KNOWN.test(key.trim()) || /^\s{0,3}[-*+][ \t]+(?:\*\*|__)/.test(line);
}

/** The lines from here on that belong to the value before them: indented, not blank. */
function continuation(lines: readonly Line[], from: number): Line[] {
  let end = from;
  while (lines[end]?.kind === 'text' && /^[ \t]{2,}\S/.test(lines[end]?.text ?? '')) end++;
  return lines.slice(from, end);
}

function field(
  source: Source,
  line: Line,
  key: string,
  value: string,
  more: readonly Line[],
): AdrField {
  const texts = [value, ...more.map(({ text }) => text.replace(/^\s*(?:[-*+]\s+)?/, ''))];
  const last = more.at(-1) ?? line;
  const start = value ? line.start + line.text.lastIndexOf(value) : line.start;
  const trimmed = texts.filter((text) => text.trim() !== '').map((text) => text.trim());
  return {
    key: plainText(key),
    value: trimmed.join(more.length > 0 && value === '' ? ', ' : ' '),
    span: { source, start, end: Math.max(start, last.start + last.text.trimEnd().length) },
  };
}
