import { describe, expect, it } from 'vitest';
import { MARK, type Timeline, type TimelineEntry, timelines } from '#portfolio/charts/timeline.ts';

const entry = (
  date: string,
  status: TimelineEntry['status'] = 'accepted',
  label = '0001',
): TimelineEntry => ({ date, status, label, title: 'T', href: '/adrs/x/' });

const drawn = (entries: readonly TimelineEntry[], name: Timeline['sheet']['name'] = 'broad') => {
  const timeline = timelines(entries).find(({ sheet }) => sheet.name === name);
  if (!timeline) throw new Error('There is no timeline.');
  return timeline;
};

/** A number of decisions, one a month from January 2020 on. */
const monthly = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return entry(`${2020 + Math.floor(index / 12)}-${month}-15`);
  });

describe('the timeline', () => {
  it.each([
    ['nothing', []],
    ['one month', [entry('2026-03-01'), entry('2026-03-31')]],
  ])('is not drawn for %s', (_, entries) => {
    expect(timelines(entries)).toEqual([]);
  });

  it('has a lane for each status, what holds first, with its count', () => {
    const { lanes } = drawn([
      entry('2026-01-01', 'rejected'),
      entry('2026-02-01', 'superseded'),
      entry('2026-03-01'),
      entry('2026-04-01'),
    ]);
    expect(lanes.map(({ status, count }) => [status, count])).toEqual([
      ['accepted', 2],
      ['superseded', 1],
      ['rejected', 1],
    ]);
    expect(lanes.map(({ foot }) => foot)).toEqual(
      lanes.map(({ foot }) => foot).toSorted((a, b) => a - b),
    );
  });

  it('stacks decisions of one period from the foot of the lane', () => {
    const { lanes } = drawn([entry('2026-01-01'), entry('2026-01-20'), entry('2026-03-01')]);
    const [{ marks = [], foot = 0 } = {}] = lanes;
    const places = marks.map(({ x, y }) => [x, foot - y]);
    const step = MARK.height + MARK.gap;
    expect(places.map(([, up]) => up)).toEqual([step, 2 * step, step]);
    expect(places[0]?.[0]).toBe(places[1]?.[0]);
    expect(places[2]?.[0]).toBeGreaterThan(places[0]?.[0] ?? 0);
  });

  it.each<[string, readonly TimelineEntry[], Timeline['sheet']['name'], string, boolean]>([
    ['few', monthly(6), 'broad', 'month', true],
    ['few on a phone', monthly(6), 'narrow', 'month', true],
    ['a year on a phone', monthly(12), 'narrow', 'quarter', true],
    ['some years', monthly(48), 'broad', 'quarter', true],
    ['too many for boxes', monthly(100), 'broad', 'month', false],
    ['too many for a phone', monthly(100), 'narrow', 'quarter', false],
    [
      'names that no box holds',
      [...monthly(6), entry('2020-02-01', 'accepted', 'use-kafka')],
      'broad',
      'month',
      false,
    ],
    [
      'a stack that is too high',
      Array.from({ length: 30 }, (_, n) => entry(`2026-0${1 + (n % 2)}-01`)),
      'broad',
      'month',
      false,
    ],
    ['a century', [entry('1926-01-01'), entry('2026-01-01')], 'narrow', 'year', false],
  ])('shows %s', (_, entries, sheet, period, boxes) => {
    const timeline = drawn(entries, sheet);
    expect(timeline.period).toBe(period);
    expect(timeline.lanes.every(({ marks }) => marks.length > 0)).toBe(boxes);
    expect(timeline.lanes.every(({ bars }) => bars.length === 0)).toBe(boxes);
  });

  it.each(['narrow', 'middle', 'broad'] as const)('keeps to the %s sheet', (name) => {
    for (const entries of [monthly(6), monthly(40), monthly(165), monthly(240)]) {
      const { sheet, lanes, years, height, right } = drawn(entries, name);
      expect(right).toBeLessThanOrEqual(sheet.width + 0.1);
      for (const { marks, bars } of lanes) {
        for (const { x, y } of marks) {
          expect(x + MARK.width).toBeLessThanOrEqual(sheet.width);
          expect(y).toBeGreaterThanOrEqual(0);
        }
        for (const { x, y, width } of bars) {
          expect([x >= sheet.left, x + width <= sheet.width + 0.1, y >= 0]).toEqual([
            true,
            true,
            true,
          ]);
        }
        expect(bars.reduce((sum, { count }) => sum + count, marks.length)).toBe(entries.length);
      }
      expect(height).toBeGreaterThan(lanes.at(-1)?.foot ?? 0);
      const gaps = years.slice(1).map(({ x }, index) => x - (years[index]?.x ?? 0));
      expect(gaps.every((gap) => gap >= 34)).toBe(true);
      expect((years.at(-1)?.x ?? 0) + 30).toBeLessThanOrEqual(sheet.width);
    }
  });

  it('reads a date without a day', () => {
    expect(drawn([entry('2025-12'), entry('2026-01')]).years.map(({ text }) => text)).toEqual([
      '2025',
      '2026',
    ]);
  });
});
