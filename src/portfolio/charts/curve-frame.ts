import { type CurveData, type CurveSheet, NAMES_FROM } from './curve-parts.ts';
import type { Ground } from './labels.ts';
import type { Point } from './lines.ts';
import { userX } from './scale.ts';

/** How the users and dollars of a curve lie on a sheet. */
export interface Frame {
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

/** The highest amount that is drawn, in dollars a month; never nothing. */
export function dearestOf({ curve, band = [] }: CurveData): number {
  const totals = curve.points.map(({ monthly }) => monthly);
  return Math.max(0.01, ...totals, ...band.map(({ p90 }) => p90));
}

/** The frame of a curve on a sheet. */
export function frameOf(data: CurveData, sheet: CurveSheet): Frame {
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
