import type { Span } from '#diagnostics/source.ts';
import type { AdrDate } from '../record.ts';

type Found = Pick<AdrDate, 'iso' | 'form'>;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `\\b(?<w>${MONTHS.join('|')})[a-z]*\\.?`;
const DAY = String.raw`(?<d>\d{1,2})(?:st|nd|rd|th|\.)?`;

const YEAR_FIRST =
  /(?<y>\d{4})(?<mark>[-/.])(?<m>\d{1,2})[-/.](?<d>\d{1,2})(?:(?=T\d\d:)|(?![\da-z]))/i;
const YEAR_LAST = /(?<!\d)(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<y>\d{4}|\d\d)(?!\d)/;
const OTHERS = [
  new RegExp(`${MONTH} ${DAY},? (?<y>\\d{4})`, 'i'),
  new RegExp(`${DAY}[ -](?:of )?${MONTH},?[ -](?<y>\\d{4})`, 'i'),
  new RegExp(`(?<y>\\d{4})[ -]${MONTH}[ -]${DAY}`, 'i'),
  /(?<!\d)(?<y>(?:19|20)\d\d)(?<m>\d\d)(?<d>\d\d)(?!\d)/,
  /(?<y>\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日/,
];

/**
 * Reads a date as people write it. `YYYY-MM-DD` is meant by all conventions; `05/06/1999` is day
 * first, as adr-tools takes it, unless its log is known to put the month first.
 */
export function readDate(
  written: string,
  place: AdrDate['place'],
  span?: Span | undefined,
  monthFirst = false,
): AdrDate {
  const text = written.trim();
  const found: Found = findDate(text, monthFirst) ?? { form: 'unreadable' };
  return { text, place, span, ...found };
}

/** The first date in a text, or nothing. */
export function findDate(written: string, monthFirst = false): Found | undefined {
  // Digits of other widths are digits.
  const text = written.normalize('NFKC');
  const first = YEAR_FIRST.exec(text)?.groups;
  if (first) {
    const { y = '', mark, m = '', d = '' } = first;
    const iso = isoDate(y, m, d);
    const isPlain = mark === '-' && text.includes(iso ?? ' ');
    return iso ? { iso, form: isPlain ? 'iso' : 'words' } : undefined;
  }
  const last = YEAR_LAST.exec(text)?.groups;
  if (last) return numericDate(last.y ?? '', last.a ?? '', last.b ?? '', monthFirst);
  const other = OTHERS.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups);
  const month = MONTHS.indexOf((other?.w ?? '').slice(0, 3).toLowerCase()) + 1;
  const iso = isoDate(other?.y ?? '', other?.m ?? String(month), other?.d ?? '');
  return iso ? { iso, form: 'words' } : undefined;
}

function numericDate(
  year: string,
  first: string,
  second: string,
  monthFirst: boolean,
): Found | undefined {
  const century = year.length === 2 ? `20${year}` : year;
  const dayFirst = isoDate(century, second, first);
  const other = isoDate(century, first, second);
  if (dayFirst && other && dayFirst !== other) {
    return { iso: monthFirst ? other : dayFirst, form: 'ambiguous' };
  }
  if (dayFirst) return { iso: dayFirst, form: 'day-first' };
  return other ? { iso: other, form: 'month-first' } : undefined;
}

/** `YYYY-MM-DD`, or nothing when the calendar has no such day. */
export function isoDate(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** Whole days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A moment's day where its clock stands, `YYYY-MM-DD`. */
export function localDate(moment: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}
