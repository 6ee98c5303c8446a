import { describe, expect, it } from 'vitest';
import { daysBetween, readDate } from '#adr/read/dates.ts';

describe('readDate', () => {
  it.each([
    ['2024-05-06', '2024-05-06', 'iso'],
    [' 2024-05-06 ', '2024-05-06', 'iso'],
    ['{ 2024-05-06 }', '2024-05-06', 'iso'],
    ['[2022-10-05]', '2022-10-05', 'iso'],
    ['2024-10-31 :ghost:', '2024-10-31', 'iso'],
    ['2026-04-27, 2023-07-03', '2026-04-27', 'iso'],
    ['2023-9-15', '2023-09-15', 'words'],
    ['2020/02/01', '2020-02-01', 'words'],
    ['2020-02-01T10:00:00Z', '2020-02-01', 'iso'],
    ['20200201', '2020-02-01', 'words'],
    ['２０２０-０２-０１', '2020-02-01', 'iso'],
    ['2020年2月1日', '2020-02-01', 'words'],
    ['1st of February, 2020', '2020-02-01', 'words'],
    ['Feb 1st 2020', '2020-02-01', 'words'],
    ['1. February 2020', '2020-02-01', 'words'],
    ['01-Feb-2020', '2020-02-01', 'words'],
    ['2020 Feb 1', '2020-02-01', 'words'],
    ['31/12/1999', '1999-12-31', 'day-first'],
    ['12/31/1999', '1999-12-31', 'month-first'],
    ['11/11/2024', '2024-11-11', 'day-first'],
    ['05/06/2018', '2018-06-05', 'ambiguous'],
    ['10/04/18', '2018-04-10', 'ambiguous'],
    ['28.02.2019', '2019-02-28', 'day-first'],
    ['July 25, 2025', '2025-07-25', 'words'],
    ['3rd Sept. 2020', '2020-09-03', 'words'],
    ['12 March 2024', '2024-03-12', 'words'],
    ['2023-07-2i', undefined, 'unreadable'],
    ['2020-09-31', undefined, 'unreadable'],
    ['2024-29-08', undefined, 'unreadable'],
    ['2024-023-2706', undefined, 'unreadable'],
    ['last Tuesday', undefined, 'unreadable'],
    ['', undefined, 'unreadable'],
  ])('%s', (text, iso, form) => {
    const date = readDate(text, 'line');
    expect([date.iso, date.form]).toEqual([iso, form]);
  });

  it('puts the month first where the log does', () => {
    expect(readDate('10/11/2024', 'line', undefined, true).iso).toBe('2024-10-11');
  });
});

it('counts days over months and leap years', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
});
