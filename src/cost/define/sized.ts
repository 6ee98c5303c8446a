import { didYouMean } from '#diagnostics/suggest.ts';
import { greatest, isQuantity, Quantity, quantity } from '../units/quantity.ts';
import { type Fault, isRecord, ModelFault } from './fault.ts';
import type { Limit } from './limit.ts';
import { ownNumbers, pick, type SizingPlan } from './pick.ts';

/** A size that can be bought: a name, and what one of it carries in each capacity. */
export interface SizeRow {
  readonly name: string;
  /** The most there may be of this size; a larger size is taken above it. One unless said. */
  readonly most?: number;
  readonly [capacity: string]: Quantity | string | number | undefined;
}

/** The load on one capacity. */
export interface Load<U extends string> {
  /** In the busiest hour. */
  readonly demand: Quantity<U>;
  /** Outside the busy hours, where the number of units follows the load; else the demand. */
  readonly quiet?: Quantity<U> | undefined;
  /** How full a unit may be: 0.7 for a target of 70 %. All of it unless said otherwise. */
  readonly upTo?: number | undefined;
  /** What to do when the most of the largest size is full. */
  readonly fix: string;
}

/** Loads by the capacity they fall on; the units are those of the size rows. */
export type Loads<S extends SizeRow> = {
  readonly [K in keyof S as S[K] extends Quantity ? K : never]?: S[K] extends Quantity<infer U>
    ? Load<U>
    : never;
};

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
  /** The capacity that decides, as named in the size rows; none where the least there is will do. */
  readonly binds: string | undefined;
  /** Whether there can be more than one unit. */
  readonly many: boolean;
  /** What the design carries in each capacity; empty where there is no end to units. */
  readonly limits: Readonly<Record<string, Limit>>;
  readonly plan: SizingPlan;
}

/** A number of units that a sizing came to, with the way it came about. */
export class SizedQuantity<U extends string = string> extends Quantity<U> {
  readonly plan: SizingPlan;
  readonly when: 'count' | 'quiet';

  constructor(
    units: number,
    of: string,
    plan: SizingPlan,
    when: 'count' | 'quiet',
    decides?: Quantity,
  ) {
    super(units, of, '', 'sized', decides, undefined, plan.label);
    this.plan = plan;
    this.when = when;
  }
}

/** Whether a quantity is a number of units that a sizing came to. */
export function isSized(quantity: Quantity): quantity is SizedQuantity {
  return quantity.op === 'sized';
}

/** What a resource is sized from. */
export interface SizingSpec<S extends SizeRow> {
  /** Smallest first. */
  readonly sizes: readonly S[];
  /** The least there is, whatever the load; one unless said otherwise. */
  readonly least?: number;
  /** The share of the month in which the busy number of units runs; all of it unless said. */
  readonly busy?: Quantity<'ratio'>;
  readonly carries: Loads<S>;
}

/**
 * Sizes a resource: the first size, in the order given, of which few enough carry every load; of
 * the last size as many as there may be. This is the one place where a model grows by steps.
 * `of` is what a unit is called in meters, such as `node` or `broker`; `instance` without it.
 */
export function sized<const S extends SizeRow>(
  label: string,
  spec: SizingSpec<S> & { readonly of?: never },
): Sized<S, 'instance'>;
export function sized<const S extends SizeRow, const C extends string>(
  label: string,
  spec: SizingSpec<S> & { readonly of: C },
): Sized<S, C>;
export function sized(label: string, spec: SizingSpec<SizeRow> & { readonly of?: string }): Sized {
  checkSizes(label, spec);
  const plan = planOf(label, spec.sizes, spec.carries, spec.least ?? 1);
  const picked = pick(plan, ownNumbers(plan));
  const row = spec.sizes[picked.row] as SizeRow;
  const decides = plan.loads[picked.decides];
  const of = spec.of ?? 'instance';
  const count = new SizedQuantity(picked.units, of, plan, 'count', decides?.demand);
  const quiet = new SizedQuantity(picked.quietUnits, of, plan, 'quiet', decides?.quiet);
  return {
    label,
    size: row.name,
    row,
    count,
    quiet,
    running: spec.busy
      ? count.times(spec.busy).plus(quiet.times(spec.busy.rest())).called(`${label}, on average`)
      : count,
    binds: decides?.capacity,
    many: plan.rows.some(({ most }) => most > 1),
    limits: limitsOf(plan),
    plan,
  };
}

/** A sizing that could not be worked out: no sizes, or a load that no size speaks of. */
function checkSizes(label: unknown, spec: unknown): void {
  if (typeof label !== 'string' || !isRecord(spec)) {
    const hint = "`sized('Database', { sizes: […], carries: { … } })`.";
    throw new ModelFault({ message: '`sized` takes a label and what to size from.', hint });
  }
  const { sizes, carries } = spec;
  if (!Array.isArray(sizes) || sizes.length === 0) {
    const hint = "`sizes: [{ name: 't3.medium', memory: quantity(4, 'GB') }]`, smallest first.";
    throw new ModelFault({ message: `\`${label}\` has no sizes to choose from.`, hint });
  }
  const capacities = Object.keys(sizes[0]).filter((key) => key !== 'name' && key !== 'most');
  const loads = isRecord(carries) ? Object.entries(carries) : [];
  const faults = loads.flatMap(([capacity, load]): Fault[] => {
    if (load === undefined) return [];
    const silent = sizes.filter((size) => !isRecord(size) || !isQuantity(size[capacity]));
    if (silent.length > 0) {
      const message = `\`${label}\` has sizes that do not say how much \`${capacity}\` they carry.`;
      const all = capacities.length > 0 ? `They have ${capacities.join(', ')}.` : undefined;
      return [{ message, hint: didYouMean(capacity, capacities) ?? all }];
    }
    if (isRecord(load) && isQuantity(load.demand)) return [];
    const message = `The load on \`${capacity}\` of \`${label}\` has no demand.`;
    return [{ message, hint: `\`${capacity}: { demand: …, fix: '…' }\`` }];
  });
  if (faults.length > 0) throw new ModelFault(...faults);
}

function planOf(
  label: string,
  sizes: readonly SizeRow[],
  carries: Readonly<Record<string, Load<string> | undefined>>,
  least: number,
): SizingPlan {
  const loads = Object.entries(carries).flatMap(([capacity, load]) =>
    load
      ? [{ capacity, demand: load.demand, quiet: load.quiet ?? load.demand, fix: load.fix }]
      : [],
  );
  const rows = sizes.map((row) => ({
    name: row.name,
    most: row.most ?? 1,
    carries: loads.map(({ capacity }) => {
      const each = row[capacity];
      const { upTo = 1 } = carries[capacity] ?? {};
      return isQuantity(each) ? each.times(upTo) : quantity(Number.NaN, capacity);
    }),
  }));
  return { label, least, loads, rows };
}

/** The most of each capacity that any size offers, at the most units there may be of it. */
function limitsOf({ label, rows, loads }: SizingPlan): Record<string, Limit> {
  const limits: Record<string, Limit> = {};
  if (!rows.every(({ most }) => Number.isFinite(most))) return limits;
  for (const [index, { capacity, demand, fix }] of loads.entries()) {
    const [first, ...rest] = rows.flatMap(({ carries, most }) => carries[index]?.times(most) ?? []);
    if (!first) continue;
    const limit = greatest(first, ...rest);
    limits[capacity] = { what: `${label}: ${capacity}`, used: demand, limit, fix };
  }
  return limits;
}
