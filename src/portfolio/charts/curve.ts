import { bandsOf, spreadOf } from './curve-areas.ts';
import { dearestOf, type Frame, frameOf } from './curve-frame.ts';
import { discsOf, marksOf } from './curve-marks.ts';
import {
  CURVE_SHEETS,
  type CurveChart,
  type CurveData,
  type CurveSheet,
  LINE,
  type NumberedStep,
  TEXT,
  type UserTick,
  WIDER,
} from './curve-parts.ts';
import type { Box } from './labels.ts';
import { pathOf, simplified } from './lines.ts';
import { amountTicks, isDecade, roomyTicks, roughWidth } from './scale.ts';

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
