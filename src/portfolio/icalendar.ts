import { slug } from './addresses.ts';

/**
 * An entry of a calendar. Days and times are those of whoever keeps the calendar, without a time zone
 * (RFC 5545, section 3.3.5, form 1).
 */
export interface CalendarEntry {
  /** Stays the same when the entry changes, so that a later copy replaces an earlier one. */
  readonly uid: string;
  readonly title: string;
  /** May have several lines. */
  readonly text?: string | undefined;
  /** A whole address: `https://…`; written in the letters that an address may have (RFC 3986). */
  readonly href?: string | undefined;
  /** `YYYY-MM-DD`; the first one of an entry that comes again. */
  readonly date: string;
  /** `HH:MM`; all of the day without it, and then nobody is busy. */
  readonly time?: string | undefined;
  /** How long it takes; of an entry with a time. */
  readonly minutes?: number | undefined;
  /** In how many weeks it stands, on the same day of each; once without it. */
  readonly weeks?: number | undefined;
}

/** A calendar as a file. */
export interface Calendar {
  readonly name: string;
  /** `YYYY-MM-DD`: of which day the file is. An input, so that the same content gives the same bytes. */
  readonly date: string;
  readonly entries: readonly CalendarEntry[];
}

/**
 * The text of an `.ics` file (RFC 5545): CRLF, lines of at most 75 octets. A calendar has one component
 * at least (section 3.4): without entries it is that of UTC, which nobody sees.
 */
export function icalendar({ name, date, entries }: Calendar): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Archfolio//Architecture portfolio//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...(entries.length === 0 ? UTC : entries.flatMap((entry) => eventOf(entry, date))),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

const UTC = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** What follows the `@` of an entry's UID: the site's host, or what the portfolio is called. */
export function calendarHost(title: string, site: string | undefined): string {
  return site === undefined ? slug(title).toLowerCase() : new URL(site).host;
}

function eventOf(entry: CalendarEntry, stamp: string): string[] {
  const { uid, title, text, href, weeks = 1 } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${digits(stamp)}T000000Z`,
    ...timeOf(entry),
    ...(weeks > 1 ? [`RRULE:FREQ=WEEKLY;COUNT=${weeks}`] : []),
    `SUMMARY:${escaped(title)}`,
    ...(text === undefined ? [] : [`DESCRIPTION:${escaped(text)}`]),
    ...(href === undefined ? [] : [`URL:${URL.canParse(href) ? new URL(href).href : href}`]),
    'END:VEVENT',
  ];
}

/** The end of a whole day is the day after it. */
function timeOf({ date, time, minutes }: CalendarEntry): string[] {
  return time === undefined
    ? [
        `DTSTART;VALUE=DATE:${digits(date)}`,
        `DTEND;VALUE=DATE:${digits(daysAfter(date, 1))}`,
        'TRANSP:TRANSPARENT',
      ]
    : [
        `DTSTART:${digits(date)}T${digits(time)}00`,
        ...(minutes === undefined ? [] : [`DURATION:PT${minutes}M`]),
      ];
}

/** `YYYY-MM-DD`, so many days after such a date. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The first Monday on or after a date, both as `YYYY-MM-DD`. */
export function mondayFrom(date: string): string {
  return daysAfter(date, (8 - new Date(date).getUTCDay()) % 7);
}

const DAY = 86_400_000;

const digits = (text: string) => text.replace(/\D/g, '');

/** A value of type TEXT (section 3.3.11): of control characters it may hold the tab alone. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** A content line in pieces, each after the first behind a space; no character is cut (section 3.1). */
function folded(line: string): string {
  const pieces = [''];
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE) {
      pieces.push('');
      octets = 1;
    }
    pieces.push((pieces.pop() ?? '') + character);
    octets += size;
  }
  return pieces.join('\r\n ');
}

const LINE = 75;

/** How many octets a character has in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
