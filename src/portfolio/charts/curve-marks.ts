import type { Curve } from '#cost/engine/curve.ts';
import type { Step } from '#cost/engine/steps.ts';
import { formatCount } from '../format.ts';
import type { Frame } from './curve-frame.ts';
import {
  AMOUNT,
  type CurveData,
  DISC,
  LINE,
  type Mark,
  type NumberedStep,
  TEXT,
  WIDER,
} from './curve-parts.ts';
import { type Box, placeAbove } from './labels.ts';
import { roughWidth } from './scale.ts';

/** How many steps are numbered at most. */
const NUMBERED = 6;

/** How far the words of a mark reach beyond its stem. */
const BEYOND = 6;

/**
 * The two sizes on the curve; `taken` grows by both. The larger one is placed first, as it is the
 * one that matters more, unless the smaller one finds room only when it goes before.
 */
export function marksOf(data: CurveData, frame: Frame, taken: Box[]): Mark[] {
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
export function discsOf(
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
