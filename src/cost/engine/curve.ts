import type { Component, CostModel } from '../define/model.ts';
import { fromCents } from '../money/decimal.ts';
import { billOf } from './bill.ts';
import { inputOf, type Setting } from './options.ts';
import { type Reader, replayer } from './replayer.ts';
import { type Step, stepsBetween } from './steps.ts';

/** The total at a number of users, by the groups of the model's components. */
export interface CurvePoint {
  readonly users: number;
  readonly monthly: number;
  readonly groups: Readonly<Record<string, number>>;
}

/** Spend over users, with every step named. */
export interface Curve {
  /** In the order of the components; those without a group stand under their own title. */
  readonly groups: readonly string[];
  readonly points: readonly CurvePoint[];
  readonly steps: readonly Step[];
}

/** The range that the portfolio draws. */
export const CURVE_FROM = 1_000;
export const CURVE_TO = 5_000_000;

/** Round numbers of users, and the two at which the portfolio shows every system. */
export const CURVE_MARKS: readonly number[] = [
  1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000,
  5_000_000,
];

/**
 * The curve between two numbers of users: `resolution` points in equal ratios, a point on each side
 * of each step, so that a step is drawn as one, and a point at each of the `marks`.
 */
export function curve(
  model: CostModel,
  setting: Setting,
  {
    from = CURVE_FROM,
    to = CURVE_TO,
    resolution = 96,
    marks = CURVE_MARKS,
    read = replayer(model),
  }: {
    readonly from?: number;
    readonly to?: number;
    readonly resolution?: number;
    readonly marks?: readonly number[];
    readonly read?: Reader;
  } = {},
): Curve {
  const known = new Map<number, Point>();
  const at = (users: number) => {
    const point = known.get(users) ?? pointAt(model, setting, users);
    known.set(users, point);
    return point;
  };
  const cents = (users: number) => at(users).cents;
  const steps = stepsBetween(model, setting, from, to, { read, cents });
  const grid = Array.from({ length: resolution }, (_, index) =>
    Math.round(from * (to / from) ** (index / (resolution - 1))),
  );
  const sides = steps.flatMap(({ users }) => [users - 1, users]);
  const marked = marks.filter((mark) => mark >= from && mark <= to);
  const users = [...new Set([...grid, ...sides, ...marked])].sort((a, b) => a - b);
  const points = users.map((count) => at(count).point);
  return { groups: Object.keys(points[0]?.groups ?? {}), points, steps };
}

/** What a chart calls a component. */
function groupOf({ group, title }: Pick<Component, 'group' | 'title'>): string {
  return group ?? title;
}

/** A point, and its total in whole cents. */
interface Point {
  readonly point: CurvePoint;
  readonly cents: bigint;
}

function pointAt(model: CostModel, setting: Setting, users: number): Point {
  const run = model.run(inputOf(model, setting, users));
  const bill = billOf(run, setting.priceBook, setting);
  const cents = new Map(Object.values(run.components).map((part) => [groupOf(part), 0n]));
  for (const { component, priced } of bill.lines) {
    const part = run.components[component];
    if (part) cents.set(groupOf(part), (cents.get(groupOf(part)) ?? 0n) + priced.cents);
  }
  const groups = Object.fromEntries([...cents].map(([name, sum]) => [name, fromCents(sum)]));
  return { point: { users, monthly: fromCents(bill.cents), groups }, cents: bill.cents };
}
