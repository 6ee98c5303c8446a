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
  /** Where each root stands in `values`. */
  readonly places: ReadonlyMap<Quantity, number>;
  readonly values: Float64Array;
  readonly steps: Steps;
  /** 1 for each place that a step writes; the others hold what was recorded. */
  readonly moving: Uint8Array;
  readonly sizings: readonly Sizing[];
}

/**
 * The operations in their order, as columns, because they are repeated a hundred million times: the
 * code of each, the place of its result, and those of what it is made from. What neither users nor
 * drivers move is no step: its value stays.
 */
interface Steps {
  readonly codes: Uint8Array;
  readonly at: Uint32Array;
  /** The first operand; the index of a driver, or of a sizing. */
  readonly a: Uint32Array;
  /** The second operand; for a size, 1 outside the busy hours. */
  readonly b: Uint32Array;
}

const CODES = {
  given: 0,
  users: 1,
  driver: 2,
  sized: 3,
  plus: 4,
  minus: 5,
  times: 6,
  scaled: 7,
  over: 8,
  greatest: 9,
  least: 10,
  whole: 11,
  named: 12,
  invalid: 13,
} as const satisfies Record<Operation, number>;

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
  /** The step that it stopped before. */
  readonly turn: number;
}

/** Records everything that the roots rest on; `drivers` are their names, in the order of a replay's. */
export function record(roots: Iterable<Quantity>, drivers: readonly string[]): Tape {
  const places = new Map<Quantity, number>();
  const initial: number[] = [];
  const moving: boolean[] = [];
  const steps: Record<keyof Steps, number[]> = { codes: [], at: [], a: [], b: [] };
  const plans = new Map<SizingPlan, { readonly index: number; readonly moves: boolean }>();
  const visit = (quantity: Quantity | undefined): number => {
    if (!quantity) return 0;
    const known = places.get(quantity);
    if (known !== undefined) return known;
    const { op, note = '' } = quantity;
    if (op === 'named') {
      const place = visit(quantity.a);
      places.set(quantity, place);
      return place;
    }
    const plan = isSized(quantity) ? visitPlan(quantity.plan) : undefined;
    const [a, b] = plan ? [0, 0] : [visit(quantity.a), visit(quantity.b)];
    const at = initial.push(quantity.value) - 1;
    places.set(quantity, at);
    const moves =
      plan?.moves ??
      (op === 'users' ||
        op === 'driver' ||
        (quantity.a !== undefined && moving[a] === true) ||
        (quantity.b !== undefined && moving[b] === true));
    moving.push(moves);
    if (!moves) return at;
    const [left, right] =
      plan && isSized(quantity)
        ? [plan.index, Number(quantity.when === 'quiet')]
        : [op === 'driver' ? drivers.indexOf(note) : a, op === 'driver' ? 0 : b];
    steps.codes.push(CODES[op]);
    steps.at.push(at);
    steps.a.push(left);
    steps.b.push(right);
    return at;
  };
  const visitPlan = (plan: SizingPlan) => {
    const known = plans.get(plan);
    if (known) return known;
    const numbers = [
      ...plan.loads.flatMap(({ demand, quiet }) => [visit(demand), visit(quiet)]),
      ...plan.rows.flatMap(({ carries }) => carries.map(visit)),
    ];
    const entry = { index: plans.size, moves: numbers.some((place) => moving[place] === true) };
    plans.set(plan, entry);
    return entry;
  };
  const rootPlaces = new Map([...roots].map((root) => [root, visit(root)]));
  const values = Float64Array.from(initial);
  const sizings = [...plans.keys()].map((plan) => {
    const numbers = numbersOn(plan, places, values);
    return { plan, numbers, row: pick(plan, numbers).row };
  });
  const columns = {
    codes: Uint8Array.from(steps.codes),
    at: Uint32Array.from(steps.at),
    a: Uint32Array.from(steps.a),
    b: Uint32Array.from(steps.b),
  };
  const writes = Uint8Array.from(moving, Number);
  return { places: rootPlaces, values, steps: columns, moving: writes, sizings };
}

/**
 * Repeats a tape in place, from its beginning or from a step on. Stops where a resource picks another
 * size than was recorded.
 */
export function replay(
  { values, steps: { codes, at, a, b }, sizings }: Tape,
  users: number,
  drivers: Float64Array,
  from = 0,
): Departure | undefined {
  let picked: Pick | undefined;
  let pickedBy = -1;
  for (let turn = from; turn < codes.length; turn++) {
    const left = a[turn] as number;
    const right = b[turn] as number;
    const x = values[left] as number;
    const y = values[right] as number;
    let value: number;
    switch (codes[turn]) {
      case CODES.users:
        value = users;
        break;
      case CODES.driver:
        value = drivers[left] as number;
        break;
      case CODES.sized: {
        const sizing = sizings[left] as Sizing;
        if (left !== pickedBy || !picked) picked = pick(sizing.plan, sizing.numbers);
        pickedBy = left;
        if (picked.row !== sizing.row) return { sizing: left, row: picked.row, turn };
        value = right === 1 ? picked.quietUnits : picked.units;
        break;
      }
      case CODES.plus:
        value = x + y;
        break;
      case CODES.minus:
        value = x - y;
        break;
      case CODES.times:
      case CODES.scaled:
        value = x * y;
        break;
      case CODES.over:
        value = x / y;
        break;
      case CODES.greatest:
        value = Math.max(x, y);
        break;
      case CODES.least:
        value = Math.min(x, y);
        break;
      case CODES.whole:
        value = wholeUp(x);
        break;
      case CODES.named:
        value = x;
        break;
      default:
        value = Number.NaN;
    }
    values[at[turn] as number] = value;
  }
  return undefined;
}

/**
 * How many of the first values of two tapes are the same whenever the steps before `turn` are replayed
 * with the same input: what the one has worked out, the other need not. 0 where they begin otherwise.
 */
export function sharedValues(one: Tape, other: Tape, turn: number): number {
  const [x, y] = [one.steps, other.steps];
  for (let step = 0; step <= turn; step++) {
    const isSame = x.codes[step] === y.codes[step] && x.at[step] === y.at[step];
    if (!(isSame && x.a[step] === y.a[step] && x.b[step] === y.b[step])) return 0;
  }
  const count = x.at[turn] ?? 0;
  for (let place = 0; place < count; place++) {
    const isFixed = one.moving[place] === 0 && other.moving[place] === 0;
    const isSame = isFixed
      ? Object.is(one.values[place], other.values[place])
      : one.moving[place] === other.moving[place];
    if (!isSame) return 0;
  }
  const sizings = x.codes
    .subarray(0, turn + 1)
    .reduce(
      (most, code, step) => (code === CODES.sized ? Math.max(most, (x.a[step] ?? 0) + 1) : most),
      0,
    );
  const alike = one.sizings
    .slice(0, sizings)
    .every(({ plan }, index) => isSamePlan(plan, other.sizings[index]?.plan));
  return alike ? count : 0;
}

/** Whether two plans pick alike from the same numbers. */
function isSamePlan(one: SizingPlan, other: SizingPlan | undefined): boolean {
  return (
    one.least === other?.least &&
    one.loads.length === other.loads.length &&
    one.rows.length === other.rows.length &&
    one.rows.every(({ most }, row) => most === other.rows[row]?.most)
  );
}

/** The numbers of a plan where they stand on a tape. */
function numbersOn(
  { loads, rows }: SizingPlan,
  places: ReadonlyMap<Quantity, number>,
  values: Float64Array,
): SizingNumbers {
  const place = (quantity: Quantity) => places.get(quantity) ?? 0;
  const demand = Uint32Array.from(loads, (load) => place(load.demand));
  const quiet = Uint32Array.from(loads, (load) => place(load.quiet));
  const carries = Uint32Array.from(rows.flatMap((row) => row.carries.map(place)));
  const width = loads.length;
  return {
    demand: (load) => values[demand[load] as number] as number,
    quiet: (load) => values[quiet[load] as number] as number,
    carries: (row, load) => values[carries[row * width + load] as number] as number,
  };
}
