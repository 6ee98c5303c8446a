import { type Pick, pick, type SizingNumbers, type SizingPlan } from '../define/pick.ts';
import { isSized } from '../define/sized.ts';
import type { Operation, Quantity } from '../units/quantity.ts';
import { wholeUp } from '../units/scale.ts';

/**
 * A model's arithmetic, recorded in one run and repeated for other users and drivers without
 * running the author's code. It holds as long as every resource picks the size it was recorded at;
 * another size means another branch of the model, and another tape.
 */
export interface Tape {
  /** Where each quantity stands in `values`. */
  readonly places: ReadonlyMap<Quantity, number>;
  readonly values: Float64Array;
  readonly steps: readonly Step[];
  readonly sizings: readonly Sizing[];
}

/** One operation: the place of its result, and those of what it is made from. */
interface Step {
  readonly op: Operation;
  readonly at: number;
  readonly a: number;
  readonly b: number;
  /** The driver's name, for a driver. */
  readonly driver: string;
}

/** A resource of a tape. */
interface Sizing {
  readonly plan: SizingPlan;
  readonly numbers: SizingNumbers;
  /** The index of the size that it was recorded at. */
  readonly row: number;
}

/** Where a replay stopped: this sizing picked this size instead of the recorded one. */
export interface Departure {
  readonly sizing: number;
  readonly row: number;
}

/** Records everything that the roots rest on. */
export function record(roots: Iterable<Quantity>): Tape {
  const places = new Map<Quantity, number>();
  const initial: number[] = [];
  const steps: Step[] = [];
  const plans = new Map<SizingPlan, number>();
  const visit = (quantity: Quantity | undefined): number => {
    if (!quantity) return -1;
    const known = places.get(quantity);
    if (known !== undefined) return known;
    const sized = isSized(quantity) ? quantity : undefined;
    // A sized quantity is made from its plan; `b` then says which of the two counts it is.
    const a = sized ? visitPlan(sized.plan) : visit(quantity.a);
    const b = sized ? Number(sized.when === 'quiet') : visit(quantity.b);
    const at = initial.push(quantity.value) - 1;
    places.set(quantity, at);
    const { op, note = '' } = quantity;
    if (op !== 'given') steps.push({ op, at, a, b, driver: op === 'driver' ? note : '' });
    return at;
  };
  const visitPlan = (plan: SizingPlan): number => {
    const known = plans.get(plan);
    if (known !== undefined) return known;
    for (const { demand, quiet } of plan.loads) visit(demand) + visit(quiet);
    for (const { carries } of plan.rows) for (const each of carries) visit(each);
    return plans.set(plan, plans.size).size - 1;
  };
  for (const root of roots) visit(root);
  const values = Float64Array.from(initial);
  const sizings = [...plans.keys()].map((plan) => {
    const numbers = numbersOn(plan, places, values);
    return { plan, numbers, row: pick(plan, numbers).row };
  });
  return { places, values, steps, sizings };
}

/** Repeats a tape in place. Stops where a resource picks another size than was recorded. */
export function replay(
  { values, steps, sizings }: Tape,
  users: number,
  drivers: Readonly<Record<string, number>>,
): Departure | undefined {
  let picked: Pick | undefined;
  let pickedBy = -1;
  for (let turn = 0; turn < steps.length; turn++) {
    const { op, at, a, b, driver } = steps[turn] as Step;
    if (op === 'sized') {
      const sizing = sizings[a] as Sizing;
      if (a !== pickedBy || !picked) picked = pick(sizing.plan, sizing.numbers);
      pickedBy = a;
      if (picked.row !== sizing.row) return { sizing: a, row: picked.row };
      values[at] = b === 1 ? picked.quietUnits : picked.units;
    } else if (op === 'users') values[at] = users;
    else if (op === 'driver') values[at] = drivers[driver] as number;
    else values[at] = compute(op, values[a] as number, values[b] as number);
  }
  return undefined;
}

/** The numbers of a plan where they stand on a tape. */
function numbersOn(
  { loads, rows }: SizingPlan,
  places: ReadonlyMap<Quantity, number>,
  values: Float64Array,
): SizingNumbers {
  const place = (quantity: Quantity) => places.get(quantity) ?? -1;
  const demand = loads.map((load) => place(load.demand));
  const quiet = loads.map((load) => place(load.quiet));
  const carries = rows.map((row) => row.carries.map(place));
  return {
    demand: (load) => values[demand[load] as number] as number,
    quiet: (load) => values[quiet[load] as number] as number,
    carries: (row, load) => values[carries[row]?.[load] as number] as number,
  };
}

/** One step of arithmetic: the other side of what `Quantity` does. */
function compute(op: Operation, a: number, b: number): number {
  switch (op) {
    case 'plus':
      return a + b;
    case 'minus':
      return a - b;
    case 'times':
    case 'scaled':
      return a * b;
    case 'over':
      return a / b;
    case 'greatest':
      return Math.max(a, b);
    case 'least':
      return Math.min(a, b);
    case 'whole':
      return wholeUp(a);
    case 'named':
      return a;
    default:
      return Number.NaN;
  }
}
