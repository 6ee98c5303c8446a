import type { Curve } from '#cost/engine/curve.ts';
import type { Step } from '#cost/engine/steps.ts';
import type { BandPoint } from '../costs.ts';
import { formatCount } from '../format.ts';
import { type Box, type Ground, placeAbove, spread } from './labels.ts';
import { areaOf, type Point, pathOf, simplified } from './lines.ts';
import { amountTicks, isDecade, roomyTicks, roughWidth, userX, wrapRough } from './scale.ts';
import { seriesOf, type Tone } from './series.ts';

/** One of the sheets that a curve is drawn on: each is shown where it has about its own width. */
export interface CurveSheet {
  readonly name: 'narrow' | 'middle' | 'broad';
  readonly width: number;
  readonly height: number;
  /** What is kept at the right for the names of groups. */
  readonly margin: number;
}

/** For a phone, for a study's column, and for a whole page; text is never below 11 px in them. */
export const CURVE_SHEETS: readonly CurveSheet[] = [
  { name: 'narrow', width: 340, height: 360, margin: 86 },
  { name: 'middle', width: 640, height: 380, margin: 118 },
  { name: 'broad', width: 960, height: 480, margin: 128 },
];

/** Sizes of text in a chart, in pixels. */
export const TEXT = 12;
export const AMOUNT = 16;

/** A group's area, and its name in lines beside it. */
export interface Band {
  readonly name: string;
  readonly tone: Tone;
  readonly area: string;
  readonly label: {
    readonly lines: readonly string[];
    readonly x: number;
    /** The baseline of its first line, and the middle of them all. */
    readonly y: number;
    readonly middle: number;
  };
  /** The middle of the area's right edge, which the label belongs to. */
  readonly edge: number;
}

/** One of the two sizes on the curve, with its amount above it. */
export interface Mark {
  readonly users: number;
  readonly monthly: number;
  readonly x: number;
  readonly y: number;
  /** Two lines of text, at the right of this; none where there is no room for them. */
  readonly label?: Box;
}

/** A step with the number that the list beside the chart has it under. */
export interface NumberedStep extends Step {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** The middle of its disc. */
  readonly disc: { readonly x: number; readonly y: number };
}

/** A number of users on the axis, with what one of them costs there. */
export interface UserTick {
  readonly users: number;
  readonly x: number;
  readonly perUser: number | undefined;
  readonly isSize: boolean;
}

/** Everything that one sheet shows, in its own pixels. */
export interface CurveChart {
  readonly sheet: CurveSheet;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** The users at its left and right edge. */
  readonly reach: readonly [number, number];
  /** The gridlines; the highest says that they are a month. */
  readonly amounts: readonly { readonly text: string; readonly y: number }[];
  readonly ticks: readonly UserTick[];
  readonly bands: readonly Band[];
  /** The total, as a path. */
  readonly total: string;
  /** From the total to P90 as an area, and P10 and P90 as paths. */
  readonly spread?: { readonly area: string; readonly low: string; readonly high: string };
  readonly marks: readonly Mark[];
  readonly steps: readonly NumberedStep[];
}

/** What a chart of a curve is drawn from. */
export interface CurveData {
  readonly curve: Curve;
  /** The two sizes, smaller first. */
  readonly users: readonly [number, number];
  /** Nine in ten totals are between its ends; by number of users, in their order. */
  readonly band?: readonly BandPoint[] | undefined;
  /** How an amount above a mark is written, to know its width. */
  readonly money: (amount: number) => string;
}

/** Half of a disc that carries a step's number. */
export const DISC = 8.5;

/** How many steps are numbered at most. */
const NUMBERED = 6;

const LINE = 14;

/** How the users and dollars of a curve lie on a sheet. */
interface Frame {
  readonly sheet: CurveSheet;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (users: number) => number;
  readonly y: (amount: number) => number;
  /** Where words and discs may stand: above the total, and clear of the names at the right. */
  readonly bounds: Omit<Ground, 'taken'>;
}

/**
 * A curve on every sheet, the broadest last. Steps are numbered by their order on it, the dearest
 * that find room there, so that one list serves all sheets; a narrower one may lack some discs.
 */
export function curveCharts(data: CurveData): CurveChart[] {
  const [broad, ...narrower] = CURVE_SHEETS.toReversed();
  if (!broad) return [];
  const first = curveChart(data, broad);
  const others = narrower.map((sheet) => curveChart(data, sheet, first.steps));
  return [first, ...others].reverse();
}

/** A curve on one sheet, with discs for steps whose numbers are known, or for the dearest. */
export function curveChart(
  data: CurveData,
  sheet: CurveSheet,
  known?: readonly NumberedStep[],
): CurveChart {
  const { points, steps } = data.curve;
  const frame = frameOf(data, sheet);
  const { left, right, bottom, x, y } = frame;
  const dearest = dearestOf(data);
  const amounts = amountTicks(dearest).map((amount, index, { length }) => ({
    text: index === length - 1 ? `${data.money(amount)} a month` : data.money(amount),
    y: y(amount),
  }));
  const taken: Box[] = amounts.map(({ text, y: at }) => {
    return { left: 0, right: roughWidth(text, TEXT) * WIDER, top: at - LINE - 2, bottom: at };
  });
  const marks = marksOf(data, frame, taken);
  return {
    sheet,
    left,
    right,
    bottom,
    reach: [points[0]?.users ?? 1, points.at(-1)?.users ?? 10],
    amounts,
    ticks: userTicks(data, frame),
    bands: bandsOf(data.curve, frame),
    total: pathOf(simplified(points.map(({ users, monthly }) => [x(users), y(monthly)]))),
    ...spreadOf(data, frame),
    marks,
    steps: discsOf(known ?? steps, data.curve, frame, taken),
  };
}

/** Digits and words on the chart are this much wider than `roughWidth` says. */
const WIDER = 1.06;

function dearestOf({ curve, band = [] }: CurveData): number {
  const totals = curve.points.map(({ monthly }) => monthly);
  return Math.max(0.01, ...totals, ...band.map(({ p90 }) => p90));
}

/** The band between P10 and P90; between the numbers that it is known at, in proportion to the total. */
function spreadOf(
  { curve: { points }, band = [] }: CurveData,
  { x, y }: Pick<Frame, 'x' | 'y'>,
): Pick<CurveChart, 'spread'> {
  if (band.length < 2) return {};
  const known = band.flatMap(({ users, p10, p90 }) => {
    const total = points.find((point) => point.users === users)?.monthly ?? 0;
    return total > 0 ? [{ users, low: p10 / total, high: p90 / total }] : [];
  });
  const edge = (end: 'low' | 'high') =>
    simplified(
      points.map(
        ({ users, monthly }): Point => [x(users), y(monthly * between(known, users, end))],
      ),
    );
  const [low, high] = [edge('low'), edge('high')];
  const total = simplified(points.map(({ users, monthly }): Point => [x(users), y(monthly)]));
  return { spread: { area: areaOf(high, total), low: pathOf(low), high: pathOf(high) } };
}

/** A ratio between two that are known, as far as a number of users lies between theirs, in ratio. */
function between<K extends 'low' | 'high'>(
  known: readonly (Readonly<Record<K, number>> & { readonly users: number })[],
  users: number,
  end: K,
): number {
  const next = known.findIndex((one) => one.users >= users);
  const [after, before] = [known[next] ?? known.at(-1), known[next - 1]];
  if (!after) return 1;
  if (!before || after.users === before.users) return after[end];
  const share = Math.log(users / before.users) / Math.log(after.users / before.users);
  return before[end] + share * (after[end] - before[end]);
}

function frameOf(data: CurveData, sheet: CurveSheet): Frame {
  const { points } = data.curve;
  const [left, right, top, bottom] = [2, sheet.width - sheet.margin, 30, sheet.height - 40];
  const x = userX([points[0]?.users ?? 1, points.at(-1)?.users ?? 10], left, right);
  const dearest = dearestOf(data);
  const y = (amount: number) => bottom - (amount / dearest) * (bottom - top);
  const line = points.map(({ users, monthly }): Point => [x(users), y(monthly)]);
  const ceiling = (from: number, to: number) => highest(line, from, to);
  const bounds = { left: 0, right: right + NAMES_FROM - 2, top: 0, ceiling };
  return { sheet, left, right, top, bottom, x, y, bounds };
}

/** How far the words of a mark reach beyond its stem. */
const BEYOND = 6;

/**
 * The two sizes on the curve; `taken` grows by both. The larger one is placed first, as it is the
 * one that matters more, unless the smaller one finds room only when it goes before.
 */
function marksOf(data: CurveData, frame: Frame, taken: Box[]): Mark[] {
  const tries = [
    [1, 0],
    [0, 1],
  ].map((order) => {
    const boxes: Box[] = [];
    const marks = order.flatMap((place) => markOf(data, frame, place, taken, boxes));
    return { marks, boxes };
  });
  const best = tries.find(({ marks }) => marks.every(({ label }) => label)) ?? tries[0];
  taken.push(...(best?.boxes ?? []));
  return (best?.marks ?? []).toSorted((a, b) => a.users - b.users);
}

/** One of the two sizes, clear of what is taken; `own` grows by what it takes. */
function markOf(
  { curve, users, band, money }: CurveData,
  { x, y, bounds }: Frame,
  place: number,
  taken: readonly Box[],
  own: Box[],
): Mark[] {
  const size = users[place] ?? 0;
  const point = curve.points.find((one) => one.users === size);
  if (!point) return [];
  const mark = { users: size, monthly: point.monthly, x: x(size), y: y(point.monthly) };
  const range = band?.find((one) => one.users === size);
  const roof = Math.min(mark.y, range ? y(range.p90) : mark.y) - 4;
  const [amount, words] = [money(point.monthly), `${formatCount(size)} users`];
  const width = Math.max(roughWidth(amount, AMOUNT), roughWidth(words, TEXT)) * WIDER;
  // Before its stem, and beyond it where the sheet begins.
  const before = Math.min(width, mark.x);
  const after = Math.max(BEYOND, width - before);
  const room = placeAbove(
    { x: mark.x, before, after, height: AMOUNT + LINE + 4, stem: 12 },
    {
      ...bounds,
      ceiling: (a, b) => Math.min(roof, bounds.ceiling(a, b)),
      taken: [...taken, ...own],
    },
  );
  own.push({ left: mark.x - 3.6, right: mark.x + 3.6, top: roof, bottom: mark.y + 4 });
  if (room) own.push(room.label, ...room.stem);
  return [{ ...mark, ...(room && { label: room.label }) }];
}

/** The dearest steps that find room for a disc above the line, numbered as they follow each other. */
function discsOf(
  steps: readonly (Step & { readonly number?: number })[],
  { points }: Curve,
  { x, y, bounds }: Frame,
  taken: readonly Box[],
): NumberedStep[] {
  const boxes = [...taken];
  const placed: NumberedStep[] = [];
  for (const step of steps.toSorted((a, b) => b.monthly - a.monthly)) {
    const point = points.find(({ users }) => users === step.users);
    const at = x(step.users);
    const size = { before: DISC + 1, after: DISC + 1, height: 2 * DISC + 2, stem: 5, lean: 24 };
    const room = placeAbove({ x: at, ...size }, { ...bounds, taken: boxes });
    if (!room || !point) continue;
    boxes.push(room.label, ...room.stem);
    const disc = { x: room.x, y: (room.label.top + room.label.bottom) / 2 };
    placed.push({ ...step, number: step.number ?? 0, x: at, y: y(point.monthly), disc });
    if (placed.length === NUMBERED) break;
  }
  return placed
    .sort((a, b) => a.users - b.users)
    .map((step, index) => ({ ...step, number: step.number || index + 1 }));
}

/** The two sizes, both ends and powers of ten, as far as their labels have room. */
function userTicks({ curve: { points }, users }: CurveData, { x, sheet }: Frame): UserTick[] {
  const ends = [points[0]?.users ?? 1, points.at(-1)?.users ?? 10] as const;
  const round = points.map((point) => point.users).filter(isDecade);
  const room = sheet.name === 'narrow' ? NARROW_TICK : TICK;
  return roomyTicks([users[1], users[0], ends[1], ends[0], ...round], x, room).map((count) => {
    const point = points.find((one) => one.users === count);
    return {
      users: count,
      x: x(count),
      perUser: point && point.monthly / count,
      isSize: users.includes(count),
    };
  });
}

/** From the middle of a tick's label to that of the next: what a user costs stands there too. */
const TICK = 52;
const NARROW_TICK = 44;

/** The areas of the groups, the first at the bottom, each with its name at the right. */
function bandsOf(curve: Curve, { sheet, x, y, top, right, bottom }: Frame): Band[] {
  const { points } = curve;
  const users = points.map((point) => x(point.users));
  let below = points.map(() => 0);
  const stacked = seriesOf(curve).map(({ name, tone, amounts }) => {
    const from = below;
    below = below.map((sum, index) => sum + (amounts[index] ?? 0));
    const edge = y(((from.at(-1) ?? 0) + (below.at(-1) ?? 0)) / 2);
    const lineAt = (sums: readonly number[]) =>
      simplified(sums.map((sum, index): Point => [users[index] ?? 0, y(sum)]));
    const lines = wrapRough(name, TEXT * WIDER, sheet.margin - NAMES_FROM);
    return { name, tone, area: areaOf(lineAt(below), lineAt(from)), edge, lines };
  });
  // From the top down, as labels are spread.
  const labels = stacked.toReversed();
  const middles = spread(
    labels.map(({ edge, lines }) => ({ at: edge, height: lines.length * LINE + 5 })),
    top - LINE,
    bottom + LINE,
  ).reverse();
  return stacked.map(({ lines, edge, ...band }, index) => {
    const middle = middles[index] ?? edge;
    const first = middle - ((lines.length - 1) * LINE) / 2 + TEXT * 0.35;
    return { ...band, edge, label: { lines, x: right + NAMES_FROM, y: first, middle } };
  });
}

/** From the right edge of the areas to their names. */
const NAMES_FROM = 14;

/** The highest point of a line between two places, its ends included. */
function highest(line: readonly Point[], left: number, right: number): number {
  const inside = line.filter(([x]) => x >= left && x <= right).map(([, y]) => y);
  return Math.min(heightAt(line, left), heightAt(line, right), ...inside);
}

/** Where a line is at a place; level before its first point and after its last. */
function heightAt(line: readonly Point[], place: number): number {
  const next = line.findIndex(([x]) => x >= place);
  const [after, before] = [line[next], line[next - 1]];
  if (!after) return line.at(-1)?.[1] ?? 0;
  if (!before || after[0] === before[0]) return after[1];
  const share = (place - before[0]) / (after[0] - before[0]);
  return before[1] + share * (after[1] - before[1]);
}
