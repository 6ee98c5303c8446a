import type { CostModel } from '../define/model.ts';
import { fromCents } from '../money/decimal.ts';
import { approximator } from './approximate.ts';
import { linesOf } from './bill.ts';
import { CURVE_FROM, CURVE_TO } from './curve.ts';
import { inputOf, type Setting } from './options.ts';
import { type Reader, replayer } from './replayer.ts';
import { centsAt } from './totals.ts';

/** One way to decide something, by the option's id. */
export interface Alternative {
  readonly choice: string;
  readonly option: string;
  readonly name: string;
}

/** Where the cheaper of two alternatives changes. */
export interface Crossing {
  /** The first number of users at which the other one is cheaper. */
  readonly users: number;
  readonly cheaper: string;
  /** What both cost there. */
  readonly monthly: number;
}

/** Two alternatives over a range of users. */
export interface BreakEven {
  readonly from: number;
  readonly to: number;
  /** The cheaper one at the low end; neither where they cost the same. */
  readonly cheaperAtFirst: string | undefined;
  readonly crossings: readonly Crossing[];
}

/** An option of a model by its id; ids are unique over its choices. */
export function alternative(model: CostModel, option: string): Alternative | undefined {
  for (const [choice, { options }] of Object.entries(model.choices)) {
    const name = Object.hasOwn(options, option) ? options[option] : undefined;
    if (name !== undefined) return { choice, option, name };
  }
  return undefined;
}

/** What a model costs under an alternative at a number of users. */
export interface Totals {
  /** In whole cents. */
  readonly exact: (alternative: Alternative, users: number) => bigint;
  /** In dollars, less than `off` away from it. */
  readonly about: (alternative: Alternative, users: number) => { total: number; off: number };
}

/** How far an approximation may be off for each line of a bill: half a cent by rounding, and its own noise. */
const OFF_A_LINE = 0.01;

/**
 * Totals that are worked out once each, for pairs that share an alternative: the option that a design
 * took is the same whatever it is compared with.
 */
export function totalsOf(
  model: CostModel,
  setting: Setting,
  read: Reader = replayer(model),
): Totals {
  const under = ({ choice, option }: Alternative) => ({
    ...setting,
    choices: { ...setting.choices, [choice]: option },
  });
  const totalOf = approximator(setting.priceBook, setting);
  const remembered = <T>(ask: (setting: Setting, users: number) => T) => {
    const known = new Map<string, T>();
    return (one: Alternative, users: number): T => {
      const taken = setting.choices?.[one.choice] ?? model.choices[one.choice]?.taken;
      const key = `${one.option === taken ? '' : one.option} ${users}`;
      const total = known.get(key) ?? ask(under(one), users);
      known.set(key, total);
      return total;
    };
  };
  return {
    exact: remembered((asked, users) => centsAt(model, asked, users)),
    about: remembered((asked, users) => {
      const reading = read(inputOf(model, asked, users));
      const lines = linesOf(reading.run.components).length;
      return { total: totalOf(reading), off: lines * OFF_A_LINE };
    }),
  };
}

/** Solves for the users at which two alternatives cost the same, everything else held. */
export function breakEven(
  model: CostModel,
  setting: Setting,
  [a, b]: readonly [Alternative, Alternative],
  { from = CURVE_FROM, to = CURVE_TO } = {},
  { exact, about }: Totals = totalsOf(model, setting),
): BreakEven {
  const lead = (users: number) => {
    const [one, other] = [about(a, users), about(b, users)];
    const apart = one.total - other.total;
    if (Math.abs(apart) > one.off + other.off) return Math.sign(apart);
    const difference = exact(a, users) - exact(b, users);
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  };
  const crossings: Crossing[] = [];
  const first = lead(from);
  let [low, leader] = [from, first];
  for (let cell = 1; cell <= 64; cell++) {
    const high = Math.round(from * (to / from) ** (cell / 64));
    const now = lead(high);
    if (now !== 0 && now !== leader) {
      const users = firstWith(low, high, (at) => lead(at) === now);
      const cheaper = now < 0 ? a : b;
      crossings.push({ users, cheaper: cheaper.option, monthly: fromCents(exact(cheaper, users)) });
    }
    if (now !== 0) [low, leader] = [high, now];
  }
  const cheaperAtFirst = first === 0 ? undefined : (first < 0 ? a : b).option;
  return { from, to, cheaperAtFirst, crossings };
}

/** The first whole number above `low`, up to `high`, from which on a condition holds. */
function firstWith(low: number, high: number, holds: (at: number) => boolean): number {
  let [below, above] = [low, high];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
