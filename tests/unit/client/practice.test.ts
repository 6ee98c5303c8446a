import { describe, expect, it } from 'vitest';
import { drawPlan, readPlan, shuffled } from '../../../src/client/practice/draw.ts';
import { readMarks } from '../../../src/client/practice/marks.ts';
import { movedCalendar, nextMonday } from '../../../src/client/practice/schedule.ts';
import {
  clockText,
  leftText,
  ran,
  spokenAt,
  started,
  toggled,
} from '../../../src/client/practice/watch.ts';

describe('a watch', () => {
  it('stands while it is paused, and goes on from there', () => {
    const paused = toggled(started(1000), 6000);
    expect([ran(started(1000), 6000), ran(paused, 60_000)]).toEqual([5000, 5000]);
    expect(ran(toggled(paused, 100_000), 103_000)).toBe(8000);
  });

  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [65_000, '1:05'],
    [3_600_000, '60:00'],
  ])('tells %i ms as %s', (spent, text) => {
    expect(clockText(spent)).toBe(text);
  });

  it.each([
    [0, '2:00 left', undefined],
    [999, '2:00 left', undefined],
    [59_999, '1:01 left', undefined],
    [60_000, '1:00 left', 'minute'],
    [119_999, '0:01 left', 'minute'],
    [120_000, '0:00 over', 'over'],
    [185_000, '1:05 over', 'over'],
  ] as const)('of two minutes, after %i ms, says %s', (spent, text, spoken) => {
    expect([leftText(spent, 120_000), spokenAt(spent, 120_000)]).toEqual([text, spoken]);
  });

  it('does not speak of the last minute where there is hardly another', () => {
    expect(spokenAt(30_000, 90_000)).toBeUndefined();
  });
});

describe('a session', () => {
  const candidate = (id: string, kind: string, ...studies: string[]) => ({
    ...{ id, kind, studies, minutes: 3 },
  });
  const bank = [
    candidate('d1', 'decision', 'shop'),
    candidate('d2', 'decision', 'shop', 'saas'),
    candidate('d3', 'decision', 'iot'),
    candidate('b1', 'behavioural'),
  ];
  const plan = readPlan('decision 2 2.5, behavioural 1 3, cost 1 2');
  /** Of each kind, whatever chance says. */
  const draws = (study: string, marks = {}) =>
    [0, 0.3, 0.6, 0.99].map((chance) =>
      drawPlan(bank, plan, study, marks, () => chance).map(({ id }) => id),
    );

  it('takes what its plan says, each question once and with its time', () => {
    const [first] = draws('');
    expect(new Set(first).size).toBe(3);
    expect(first?.[2]).toBe('b1');
    expect(drawPlan(bank, plan, '', {}, () => 0).map(({ minutes }) => minutes)).toEqual([
      2.5, 2.5, 3,
    ]);
  });

  it('keeps to a study where that has such questions', () => {
    for (const drawn of draws('shop')) expect(drawn.toSorted()).toEqual(['b1', 'd1', 'd2']);
    for (const drawn of draws('saas')) expect(drawn).toEqual(['d2', 'b1']);
  });

  it('begins with what is to be said again and ends with what went well', () => {
    for (const drawn of draws('', { d3: 'again', d1: 'well' })) {
      expect(drawn).toEqual(['d3', 'd2', 'b1']);
    }
  });

  it.each([0, 0.25, 0.5, 0.999])('shuffles without losing anything, at %d', (chance) => {
    const order = shuffled([1, 2, 3, 4, 5], () => chance);
    expect(order.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });

  it('comes to every order of three', () => {
    const sixths = [0, 1 / 3, 2 / 3].flatMap((a) => [0, 0.5].map((b) => [a, b]));
    const orders = sixths.map((chances) => {
      const rest = [...chances];
      return shuffled(['a', 'b', 'c'], () => rest.shift() ?? 0).join('');
    });
    expect(new Set(orders).size).toBe(6);
  });
});

describe('what a browser has kept', () => {
  it.each([
    [null, {}],
    ['', {}],
    ['{', {}],
    ['null', {}],
    ['[1]', {}],
    ['{"a":"well","b":"again","c":"x","d":1}', { a: 'well', b: 'again' }],
  ])('%s is read as %j', (text, marks) => {
    expect(readMarks(text)).toEqual(marks);
  });
});

describe('the calendar', () => {
  it.each([
    ['2026-11-22', '2026-11-23'],
    ['2026-11-23', '2026-11-30'],
    ['2026-11-28', '2026-11-30'],
    ['2026-12-31', '2027-01-04'],
  ])('begins, asked on %s, on %s', (today, monday) => {
    expect(nextMonday(new Date(`${today}T12:00:00`))).toBe(monday);
  });

  it('is moved by days, says when, and nothing else in it changes', () => {
    const now = new Date('2026-11-25T18:05:07.890Z');
    const text = [
      'UID:practice-one@site',
      'DTSTAMP:20261121T000000Z',
      'DTSTART;VALUE=DATE:20261230',
      'DTEND;VALUE=DATE:20261231',
      'DTSTART:20261230T183000',
      'SUMMARY:DTSTART:20261230',
      '',
    ].join('\n');
    expect(movedCalendar(text, 2, now).split('\r\n')).toEqual([
      'UID:practice-one@site',
      'DTSTAMP:20261125T180507Z',
      'DTSTART;VALUE=DATE:20270101',
      'DTEND;VALUE=DATE:20270102',
      'DTSTART:20270101T183000',
      'SUMMARY:DTSTART:20261230',
      '',
    ]);
  });
});
