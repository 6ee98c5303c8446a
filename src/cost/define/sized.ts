import { Quantity, quantity, ratio } from '../units/quantity.ts';
import { wholeUp } from '../units/scale.ts';
import type { Limit } from './limit.ts';

/** A size that can be bought: a name, and what one of it carries in each capacity. */
export interface SizeRow {
  readonly name: string;
  readonly [capacity: string]: Quantity | string | number;
}

/** The load on one capacity. */
export interface Load<U extends string> {
  /** In the busiest hour. */
  readonly demand: Quantity<U>;
  /** Outside the busy hours, where the number of units follows the load; else the demand. */
  readonly quiet?: Quantity<U> | undefined;
  /** How full a unit may be: 0.7 for a target of 70 %. All of it unless said otherwise. */
  readonly upTo?: number | undefined;
  /** What to do when the largest allowed size is full. */
  readonly fix: string;
}

/** Loads by the capacity they fall on; the units are those of the size rows. */
export type Loads<S extends SizeRow> = {
  readonly [K in keyof S as S[K] extends Quantity ? K : never]?: S[K] extends Quantity<infer U>
    ? Load<U>
    : never;
};

/** How many units there may be. */
export interface Count<C extends string> {
  /** What one unit is called in meters: `instance`, `node`, `broker`. */
  readonly of: C;
  readonly min?: number | undefined;
  /** The most of one size; a larger size is taken above it, and the last size stops at it. */
  readonly max?: number | undefined;
  /** The share of the month in which the busy number of units runs; all of it unless said. */
  readonly busy?: Quantity<'ratio'> | undefined;
}

/** A resource that grows in steps, at the size that its load asks for. */
export interface Sized<S extends SizeRow = SizeRow, C extends string = string> {
  readonly label: string;
  /** The size taken: the first in order that carries every load. */
  readonly size: S['name'];
  readonly row: S;
  /** Units in the busiest hour. */
  readonly count: Quantity<C>;
  /** Units outside the busy hours. */
  readonly quiet: Quantity<C>;
  /** Units on average over the month: what is billed. */
  readonly running: Quantity<C>;
  /** The capacity that decides, as named in the size rows. */
  readonly binds: string;
  /** Whether more than one unit can run. */
  readonly many: boolean;
  /** What the design carries in each capacity, at the most of the largest size. */
  readonly limits: Readonly<Record<string, Limit>>;
}

/**
 * Sizes a resource: the first size, in the order given, of which no more than `count.max` carry
 * every load; of the last size as many as there may be. Without `count` it is one instance.
 * This is the one place where anything in a model grows by steps.
 */
export function sized<const S extends SizeRow, const C extends string = 'instance'>(
  label: string,
  spec: {
    readonly sizes: readonly S[];
    readonly count?: Count<C>;
    readonly carries: Loads<S>;
  },
): Sized<S, C> {
  const { sizes, carries } = spec;
  const count: Count<string> = spec.count ?? { of: 'instance', max: 1 };
  const loads: readonly [string, Load<string>][] = Object.entries(carries);
  const max = count.max ?? Number.POSITIVE_INFINITY;
  const min = Math.min(count.min ?? 1, max);
  const chosen =
    sizes.find((row) => need(row, loads, min, 'demand').units <= max) ?? sizes[sizes.length - 1];
  if (!chosen) throw new RangeError(`\`${label}\` has no sizes to choose from.`);
  const busy = need(chosen, loads, min, 'demand');
  const units = (value: number, note: string, load?: Quantity): Quantity<C> =>
    new Quantity(Math.min(value, max), count.of, '', 'sized', load, undefined, note);
  const many = max > 1;
  const peak = units(busy.units, `${label}: ${chosen.name}, ${busy.binds} decides`, busy.load);
  const quiet = units(need(chosen, loads, min, 'quiet').units, `${label}, quiet hours`, busy.load);
  return {
    label,
    size: chosen.name,
    row: chosen,
    count: peak,
    quiet,
    running: count.busy ? average(peak, quiet, count.busy, label) : peak,
    binds: busy.binds,
    many,
    limits: Number.isFinite(max) ? limitsOf(label, sizes, loads, max) : {},
  };
}

interface Need {
  readonly units: number;
  readonly binds: string;
  readonly load: Quantity | undefined;
}

/** How many units of a size carry the loads, at least `min`, and which load decides. */
function need(
  row: SizeRow,
  loads: readonly [string, Load<string>][],
  min: number,
  when: 'demand' | 'quiet',
): Need {
  let most: Need = { units: min, binds: 'the least there is', load: undefined };
  for (const [capacity, load] of loads) {
    const demand = (when === 'quiet' && load.quiet) || load.demand;
    const units = wholeUp(demand.over(carriedBy(row, capacity, load)).value);
    if (Number.isNaN(units)) return { units: Number.NaN, binds: capacity, load: demand };
    if (units > most.units || (units === most.units && !most.load)) {
      most = { units, binds: capacity, load: demand };
    }
  }
  return most;
}

/** What one unit of a size carries in a capacity, at the fill that is allowed. */
function carriedBy(row: SizeRow, capacity: string, { upTo = 1 }: Load<string>): Quantity {
  const value = row[capacity];
  return typeof value === 'object' ? value.times(upTo) : quantity(Number.NaN, capacity);
}

function average<C extends string>(
  peak: Quantity<C>,
  quiet: Quantity<C>,
  busy: Quantity<'ratio'>,
  label: string,
): Quantity<C> {
  return peak
    .times(busy)
    .plus(quiet.times(ratio(1).minus(busy)))
    .called(`${label}, average`);
}

function limitsOf(
  label: string,
  sizes: readonly SizeRow[],
  loads: readonly [string, Load<string>][],
  max: number,
): Record<string, Limit> {
  const limits: Record<string, Limit> = {};
  for (const [capacity, load] of loads) {
    const most = sizes.reduce(
      (best, row) => {
        const carried = carriedBy(row, capacity, load);
        return carried.value > best.value ? carried : best;
      },
      quantity(0, load.demand.unit),
    );
    limits[capacity] = {
      what: `${label}: ${capacity}`,
      used: load.demand,
      limit: most.times(max),
      fix: load.fix,
    };
  }
  return limits;
}
