import type { CostModel, ModelInput, ModelRun } from '../define/model.ts';
import type { Quantity } from '../units/quantity.ts';
import { linesOf } from './bill.ts';
import { limitsOf } from './limits.ts';
import { type Departure, record, replay, sharedValues, type Tape } from './tape.ts';

/** A model's quantities at one input. It is valid until the next one is read. */
export interface Reading {
  /** The run that has the same sizes, and so the same lines and limits; its numbers are others. */
  readonly run: ModelRun;
  readonly read: (quantity: Quantity) => number;
  /** The same for a quantity that is read often: its place is looked up once. */
  readonly reader: (quantity: Quantity) => () => number;
}

/** Reads a model at an input. */
export type Reader = (input: ModelInput) => Reading;

/** The quantities of a run that are read. */
type Roots = (run: ModelRun) => Iterable<Quantity>;

/** A recording, and where to go on from it when a resource picks another size. */
interface Recording {
  readonly run: ModelRun;
  readonly tape: Tape;
  readonly reading: Reading;
  readonly next: Map<number, Continuation>;
}

/** Where a departure leads. Many are gone once: the run is recorded when it is gone a second time. */
interface Continuation {
  readonly run: ModelRun;
  recorded?: Continued;
}

/** The recording for a departure. What was worked out before it need not be again. */
interface Continued {
  readonly recording: Recording;
  /** How many values both tapes share, and the step to go on from; 0 where they begin otherwise. */
  readonly shared: number;
  readonly from: number;
}

/** More than any resource has sizes. */
const SIZES = 4096;

/**
 * Reads a model at many inputs: all its quantities, or those that the roots rest on. The author's
 * code runs once for each combination of choices and sizes; in between its arithmetic is replayed, some
 * hundred times as fast. Whoever has several questions asks all of them of one reader, which remembers
 * what the model does.
 */
export function replayer(
  model: CostModel,
  rootsOf: Roots = allRootsOf,
  provenBy: Roots = rootsOf,
): Reader {
  const readers = new Map<string, Reader>();
  return (input) => {
    const key = JSON.stringify(input.choices);
    const read = readers.get(key) ?? replayerOfChoices(model, rootsOf, provenBy);
    readers.set(key, read);
    return read(input);
  };
}

/**
 * The same under one set of choices. Recordings are a tree: each departure leads to the one that was
 * made there. A model whose code looks at the numbers itself cannot be replayed: that is found out on a
 * second run, from the roots that it is proven by, and then it always runs.
 */
function replayerOfChoices(model: CostModel, rootsOf: Roots, provenBy: Roots): Reader {
  const names = Object.keys(model.drivers);
  const drivers = new Float64Array(names.length);
  let first: Recording | undefined;
  let faithful: boolean | undefined;

  const recorded = (run: ModelRun, roots = rootsOf): Recording => {
    const tape = record(roots(run), names);
    return { run, tape, reading: readingOf(run, tape), next: new Map() };
  };
  const continued = (before: Recording, { turn }: Departure, run: ModelRun): Continued => {
    const recording = recorded(run);
    const shared = sharedValues(before.tape, recording.tape, turn);
    return { recording, shared, from: shared > 0 ? turn : 0 };
  };
  const replayed = (top: Recording, input: ModelInput): Reading => {
    // By index: an iterator for each of a hundred thousand replays is a tenth of the time.
    for (let index = 0; index < names.length; index++) {
      drivers[index] = input.drivers[names[index] as string] ?? Number.NaN;
    }
    let at = top;
    let departure = replay(at.tape, input.users, drivers);
    while (departure) {
      const key = departure.sizing * SIZES + departure.row;
      const known = at.next.get(key);
      if (!known) {
        const run = model.run(input);
        at.next.set(key, { run });
        return readingOfRun(run);
      }
      known.recorded ??= continued(at, departure, known.run);
      const { recording, shared, from } = known.recorded;
      recording.tape.values.set(at.tape.values.subarray(0, shared));
      at = recording;
      departure = replay(at.tape, input.users, drivers, from);
    }
    return at.reading;
  };
  return (input) => {
    if (faithful === false) return readingOfRun(model.run(input));
    if (first) return replayed(first, input);
    const proven = recorded(model.run(input), provenBy);
    faithful = isFaithful(model, input, proven, provenBy);
    if (!faithful) return readingOfRun(model.run(input));
    // The probes have moved the tape.
    first = provenBy === rootsOf ? proven : recorded(model.run(input));
    return replayed(first, input);
  };
}

/** How far from a recording its replay is compared with the model itself. */
const PROBES: readonly number[] = [1 + 1e-6, 0.1, 10, 1000];

/**
 * Whether a replay gives what the model itself gives: a little further on, where every operation
 * shows, and far off, where a model that branches by itself is likely to take another branch.
 */
function isFaithful(
  model: CostModel,
  input: ModelInput,
  { run, tape, reading }: Recording,
  rootsOf: Roots,
): boolean {
  return PROBES.every((factor) => {
    const drivers = Object.fromEntries(
      Object.entries(input.drivers).map(([name, value], index) => [
        name,
        value * (1 + 1e-6 * (index + 1)),
      ]),
    );
    const users = input.users * factor;
    const values = Float64Array.from(
      Object.keys(model.drivers),
      (name) => drivers[name] ?? Number.NaN,
    );
    if (replay(tape, users, values)) return true;
    const replayed = [...rootsOf(run)].map(reading.read);
    const expected = [...rootsOf(model.run({ ...input, users, drivers }))];
    return (
      expected.length === replayed.length &&
      expected.every(({ value }, index) => isClose(value, replayed[index] ?? Number.NaN))
    );
  });
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) || Object.is(a, b);
}

function readingOf(run: ModelRun, { places, values }: Tape): Reading {
  const placeOf = (quantity: Quantity) => places.get(quantity) ?? -1;
  return {
    run,
    read: (quantity) => values[placeOf(quantity)] ?? Number.NaN,
    reader: (quantity) => {
      const place = placeOf(quantity);
      return () => values[place] ?? Number.NaN;
    },
  };
}

function readingOfRun(run: ModelRun): Reading {
  return {
    run,
    read: ({ value }) => value,
    reader:
      ({ value }) =>
      () =>
        value,
  };
}

/** All quantities that questions are asked about. */
export function* allRootsOf(run: ModelRun): Iterable<Quantity> {
  for (const { running } of Object.values(run.sizing)) yield running;
  yield* sizingRootsOf(run);
  yield* billRootsOf(run);
  for (const { used, limit } of limitsOf(run)) yield* [used, limit];
  yield* Object.values(run.demand);
}

/** The quantities that a bill is made from: for who asks for nothing else, very often. */
export function* billRootsOf(run: ModelRun): Iterable<Quantity> {
  for (const { line } of linesOf(run.components)) {
    yield line.quantity;
    if (line.payload) yield line.payload;
  }
}

/** The numbers of units: what decides which lines and limits a run has. */
export function* sizingRootsOf({ sizing }: ModelRun): Iterable<Quantity> {
  for (const { count, quiet } of Object.values(sizing)) yield* [count, quiet];
}
