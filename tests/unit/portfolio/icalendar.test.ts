import { describe, expect, it } from 'vitest';
import {
  type CalendarEntry,
  calendarHost,
  daysAfter,
  icalendar,
  mondayFrom,
} from '../../../src/portfolio/icalendar.ts';

const written = (entry: Partial<CalendarEntry>) =>
  icalendar({
    name: 'Practice',
    date: '2026-11-21',
    entries: [{ uid: 'one@practice', title: 'One', date: '2026-11-30', ...entry }],
  });

/** The lines of a file as its reader puts them together again. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar', () => {
  it('is the same for the same content, with what the format demands', () => {
    expect(written({})).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Archfolio//Architecture portfolio//EN',
        'CALSCALE:GREGORIAN',
        'X-WR-CALNAME:Practice',
        'BEGIN:VEVENT',
        'UID:one@practice',
        'DTSTAMP:20261121T000000Z',
        'DTSTART;VALUE=DATE:20261130',
        'DTEND;VALUE=DATE:20261201',
        'TRANSP:TRANSPARENT',
        'SUMMARY:One',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it.each<[string, Partial<CalendarEntry>, string[]]>([
    [
      'an hour without a time zone',
      { time: '18:30', minutes: 90 },
      ['DTSTART:20261130T183000', 'DURATION:PT90M'],
    ],
    ['four weeks', { weeks: 4 }, ['RRULE:FREQ=WEEKLY;COUNT=4']],
    [
      'an address in letters that addresses have',
      { href: 'https://bücher.test/a b/é' },
      ['URL:https://xn--bcher-kva.test/a%20b/%C3%A9'],
    ],
    [
      'no control characters but the tab',
      { title: 'One\u0000\u0007\t\u001B[1mtwo\u007F' },
      ['SUMMARY:One\t[1mtwo'],
    ],
    ['an address as it is', { href: 'https://a.test/?a=1,2' }, ['URL:https://a.test/?a=1,2']],
    [
      'marks of the format in words',
      { title: 'One; two, three \\ four', text: 'First\nsecond\r\nthird' },
      ['SUMMARY:One\\; two\\, three \\\\ four', 'DESCRIPTION:First\\nsecond\\nthird'],
    ],
  ])('holds %s', (_, entry, lines) => {
    expect(unfolded(written(entry))).toEqual(expect.arrayContaining(lines));
  });

  it.each([
    ['letters of one octet', 'x'.repeat(300)],
    ['letters of two', 'é'.repeat(200)],
    ['signs of three, off the beat', `a${'→'.repeat(120)}`],
    ['signs of four', `ab${'𝄞'.repeat(90)}`],
  ])('folds %s at 75 octets, and nothing is lost or cut', (_, title) => {
    const text = written({ title });
    const lines = text.split('\r\n');
    expect(lines.map((line) => Buffer.byteLength(line)).filter((size) => size > 75)).toEqual([]);
    expect(lines.some((line) => Buffer.byteLength(line) > 71)).toBe(true);
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(text).not.toContain('\uFFFD');
    expect(unfolded(text)).toContain(`SUMMARY:${title}`);
  });
});

it('has a component without entries, too', () => {
  const text = icalendar({ name: 'None', date: '2026-11-21', entries: [] });
  expect(text.match(/BEGIN:V\w+/g)).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE']);
});

it.each([
  ['Systems, drawn & priced', undefined, 'systems-drawn-priced'],
  ['Systems', 'https://me.test:8080/work/', 'me.test:8080'],
])('names entries of %s at %s after %s', (title, site, host) => {
  expect(calendarHost(title, site)).toBe(host);
});

describe('days', () => {
  it.each([
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-29', -1, '2026-03-28'],
  ])('%s and %i is %s', (date, days, after) => {
    expect(daysAfter(date, days)).toBe(after);
  });

  it.each([
    ['2026-11-22', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-30'],
    ['2026-11-28', '2026-11-30'],
  ])('the Monday from %s is %s', (date, monday) => {
    expect(mondayFrom(date)).toBe(monday);
  });
});
