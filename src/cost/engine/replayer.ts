import type { CostModel, ModelInput, ModelRun } from '../define/model.ts';
import type { Quantity } from '../units/quantity.ts';
import { linesOf } from './bill.ts';
import { limitsOf } from './limits.ts';
import { record, replay, type Tape } from './tape.ts';

/** A model's quantities at one input. It is valid until the next one is read. */
export interface Reading {
  /** The run that has the same sizes, and so the same lines and limits; its numbers are others. */
  readonly run: ModelRun;
  readonly read: (quantity: Quantity) => number;
}

interface Recording {
  readonly run: ModelRun;
  readonly tape: Tape;
  readonly reading: Reading;
}

/**
 * Reads a model at many inputs. The author's code runs once for each combination of sizes; in
 * between its arithmetic is replayed, some twenty times as fast. A model whose code looks at the
 * numbers itself cannot be replayed: that is found out on a second run, and then it always runs.
 */
export function replayer(model: CostModel): (input: ModelInput) => Reading {
  const recordings: Recording[] = [];
  let faithful: boolean | undefined;

  const recorded = (input: ModelInput): Recording => {
    const run = model.run(input);
    const tape = record(rootsOf(run));
    const recording = { run, tape, reading: { run, read: readingOf(tape) } };
    recordings.unshift(recording);
    return recording;
  };
  return (input) => {
    if (faithful === false) return readingOfRun(model.run(input));
    const found = find(recordings, input);
    if (found) return found;
    const recording = recorded(input);
    if (faithful !== undefined) return recording.reading;
    faithful = isFaithful(model, input, recording);
    if (!faithful) return readingOfRun(model.run(input));
    // The probes have moved the tape.
    return find(recordings, input) ?? recording.reading;
  };
}

/** The recording whose sizes are those of an input, replayed there. */
function find(recordings: Recording[], { users, drivers }: ModelInput): Reading | undefined {
  const known: (number | undefined)[] = [];
  for (const [place, { tape, reading }] of recordings.entries()) {
    if (tape.sizings.some(({ row }, index) => (known[index] ?? row) !== row)) continue;
    const departure = replay(tape, users, drivers);
    if (!departure) {
      // The next input is most likely to have the same sizes.
      const [recent] = recordings.splice(place, 1);
      if (recent) recordings.unshift(recent);
      return reading;
    }
    for (let index = 0; index < departure.sizing; index++) known[index] = tape.sizings[index]?.row;
    known[departure.sizing] = departure.row;
  }
  return undefined;
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
): boolean {
  return PROBES.every((factor) => {
    const drivers = Object.fromEntries(
      Object.entries(input.drivers).map(([name, value], index) => [
        name,
        value * (1 + 1e-6 * (index + 1)),
      ]),
    );
    const users = input.users * factor;
    if (replay(tape, users, drivers)) return true;
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

function readingOf({ places, values }: Tape): Reading['read'] {
  return (quantity) => values[places.get(quantity) ?? -1] ?? Number.NaN;
}

function readingOfRun(run: ModelRun): Reading {
  return { run, read: ({ value }) => value };
}

/** All quantities that questions are asked about. */
function* rootsOf(run: ModelRun): Iterable<Quantity> {
  for (const { count, quiet, running } of Object.values(run.sizing)) yield* [count, quiet, running];
  for (const { line } of linesOf(run.components)) {
    yield line.quantity;
    if (line.payload) yield line.payload;
  }
  for (const { used, limit } of limitsOf(run)) yield* [used, limit];
  yield* Object.values(run.demand);
}
