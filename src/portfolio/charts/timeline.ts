import type { StatusKind } from '#adr/record.ts';

/** A decision on the timeline. */
export interface TimelineEntry {
  /** Begins with `YYYY-MM`. */
  readonly date: string;
  readonly status: StatusKind;
  /** What stands in its box where there is room for boxes: `0003`. */
  readonly label: string;
  readonly title: string;
  readonly href: string;
}

/** What a column of the timeline stands for. */
export type Period = 'month' | 'quarter' | 'year';

/** A sheet that the timeline is drawn on; pixels. */
export interface TimelineSheet {
  readonly name: 'narrow' | 'middle' | 'broad';
  readonly width: number;
  /** Room for the lanes' names at the left; without any they stand above their lanes. */
  readonly left: number;
}

export const TIMELINE_SHEETS: readonly TimelineSheet[] = [
  { name: 'narrow', width: 358, left: 0 },
  { name: 'middle', width: 700, left: 150 },
  { name: 'broad', width: 1200, left: 160 },
];

/** A decision as a box that leads to its page. */
export interface TimelineMark extends TimelineEntry {
  readonly x: number;
  readonly y: number;
}

/** The decisions of one period that have one status, as a bar. */
export interface TimelineBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

/** One status over time. */
export interface TimelineLane {
  readonly status: StatusKind;
  readonly count: number;
  /** Where its name is written. */
  readonly name: { readonly x: number; readonly y: number };
  /** The line that it stands on. */
  readonly foot: number;
  /** Boxes, or bars where there are too many for boxes. */
  readonly marks: readonly TimelineMark[];
  readonly bars: readonly TimelineBar[];
}

/** Decisions over time: a lane for each status, all on one axis and one scale. */
export interface Timeline {
  readonly sheet: TimelineSheet;
  readonly height: number;
  readonly period: Period;
  /** Where the lanes end at the right. */
  readonly right: number;
  readonly lanes: readonly TimelineLane[];
  readonly years: readonly { readonly text: string; readonly x: number }[];
  /** Names of months or quarters, where there is room for them. */
  readonly names: readonly { readonly text: string; readonly x: number }[];
}

/** In the order of the lanes: what holds, what may come to hold, what no longer does. */
export const STATUS_ORDER: readonly StatusKind[] = [
  'accepted',
  'proposed',
  'partly-superseded',
  'superseded',
  'deprecated',
  'rejected',
  'unknown',
];

/** A decision's box, and the room between two. */
export const MARK = { width: 48, height: 20, gap: 4 } as const;
/** More boxes above one another than this are bars. */
const MOST_STACKED = 8;
const MOST_MARKS = 60;
/** The narrowest column of bars, and the widest column of all. */
const LEAST_COLUMN = 6;
const WIDEST_COLUMN = 96;
/** The height of the largest bar at the most, and of one decision in a bar. */
const TALLEST = 130;
const TALLEST_ONE = 10;
const LANE_GAP = 22;
const NAME_ROOM = 20;
const YEAR_ROOM = 44;
/** Of a year's number, with a gap. */
const YEAR_WIDTH = 34;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const PER_YEAR: Readonly<Record<Period, number>> = { month: 12, quarter: 4, year: 1 };
const PERIODS: readonly Period[] = ['month', 'quarter', 'year'];

/** The timeline on each sheet; none where all decisions are of one month: there is nothing to see. */
export function timelines(entries: readonly TimelineEntry[]): Timeline[] {
  const months = new Set(entries.map(({ date }) => placeOf(date, 'month')));
  return months.size < 2 ? [] : TIMELINE_SHEETS.map((sheet) => timelineOn(sheet, entries));
}

function timelineOn(sheet: TimelineSheet, entries: readonly TimelineEntry[]): Timeline {
  const room = sheet.width - sheet.left;
  const marked = fitting(entries, room / (MARK.width + MARK.gap));
  const boxes = marked !== undefined && fitsBoxes(entries, marked);
  const period = boxes ? marked : (fitting(entries, room / LEAST_COLUMN) ?? 'year');
  const { first, count } = spanOf(entries, period);
  const column = Math.min(WIDEST_COLUMN, room / count);
  const x = (place: number) => round(sheet.left + (place - first) * column);
  const lanes = lanesOf(sheet, entries, { period, boxes, column, x });
  const foot = lanes.at(-1)?.foot ?? 0;
  const names = Array.from({ length: count }, (_, index) => first + index);
  const january = names.filter((place) => place === first || place % PER_YEAR[period] === 0);
  return {
    sheet,
    height: foot + YEAR_ROOM,
    period,
    right: x(first + count),
    lanes,
    years: roomy(january, x, YEAR_WIDTH)
      .filter((place) => place === first || x(place) + YEAR_WIDTH <= sheet.width)
      .map((place) => ({
        text: String(Math.floor(place / PER_YEAR[period])),
        x: x(place),
      })),
    names:
      period === 'year' || column < 30
        ? []
        : names.map((place) => ({ text: nameOf(place, period), x: x(place) })),
  };
}

interface Grid {
  readonly period: Period;
  readonly boxes: boolean;
  readonly column: number;
  readonly x: (place: number) => number;
}

function lanesOf(
  sheet: TimelineSheet,
  entries: readonly TimelineEntry[],
  { period, boxes, column, x }: Grid,
): TimelineLane[] {
  const stacks = (status: StatusKind) =>
    Map.groupBy(
      entries.filter((entry) => entry.status === status),
      ({ date }) => placeOf(date, period),
    );
  const most = Math.max(
    ...STATUS_ORDER.flatMap((status) => [...stacks(status).values()].map(({ length }) => length)),
  );
  const one = boxes ? MARK.height + MARK.gap : Math.min(TALLEST_ONE, TALLEST / most);
  const lanes: TimelineLane[] = [];
  // The stroke of the highest box needs room, too.
  let top = 2;
  for (const status of STATUS_ORDER) {
    const stacked = [...stacks(status)];
    if (stacked.length === 0) continue;
    const above = sheet.left === 0 ? NAME_ROOM : 0;
    const tallest = Math.max(...stacked.map(([, { length }]) => length)) * one;
    // The number of the tallest bar stands on it.
    const height = Math.max(tallest + (boxes ? 0 : 16), 18);
    const foot = round(top + above + height);
    lanes.push({
      status,
      count: stacked.reduce((sum, [, { length }]) => sum + length, 0),
      name: { x: 0, y: above > 0 ? top + 13 : foot - 4 },
      foot,
      marks: boxes
        ? stacked.flatMap(([place, stack]) =>
            stack.map((entry, index) => ({ ...entry, x: x(place), y: foot - (index + 1) * one })),
          )
        : [],
      bars: boxes ? [] : stacked.map(([place, { length }]) => barAt(x(place), foot, length)),
    });
    top = foot + LANE_GAP;
  }
  return lanes;

  function barAt(left: number, foot: number, count: number): TimelineBar {
    const height = round(count * one);
    const width = round(Math.max(2, Math.min(column - 1.5, 28)));
    return { x: left, y: round(foot - height), width, height, count };
  }
}

/** The finest period of which as many columns are enough. */
function fitting(entries: readonly TimelineEntry[], columns: number): Period | undefined {
  return PERIODS.find((period) => spanOf(entries, period).count <= columns);
}

function fitsBoxes(entries: readonly TimelineEntry[], period: Period): boolean {
  if (entries.length > MOST_MARKS || entries.some(({ label }) => !/^\d{1,4}$/.test(label))) {
    return false;
  }
  const stacks = Map.groupBy(entries, ({ date, status }) => `${placeOf(date, period)} ${status}`);
  return [...stacks.values()].every(({ length }) => length <= MOST_STACKED);
}

function spanOf(
  entries: readonly TimelineEntry[],
  period: Period,
): { readonly first: number; readonly count: number } {
  const places = entries.map(({ date }) => placeOf(date, period));
  const first = places.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = places.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return { first, count: last - first + 1 };
}

/** Months, quarters or years since the year 0. */
function placeOf(date: string, period: Period): number {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1];
  return year * PER_YEAR[period] + Math.floor((Math.max(0, month) * PER_YEAR[period]) / 12);
}

function nameOf(place: number, period: Period): string {
  const part = place % PER_YEAR[period];
  return period === 'month' ? (MONTHS[part] ?? '') : `Q${part + 1}`;
}

/** The places whose labels do not touch, the first always. */
function roomy(places: readonly number[], x: (place: number) => number, room: number): number[] {
  const kept: number[] = [];
  for (const place of places) {
    const last = kept.at(-1);
    if (last === undefined || x(place) - x(last) >= room) kept.push(place);
  }
  return kept;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
