import type { CostModel } from '../define/model.ts';
import { approximator } from './approximate.ts';
import { inputOf, type Question } from './options.ts';
import { evenPoints, fromRange } from './random.ts';
import { billRootsOf, type Reader, replayer } from './replayer.ts';

/** What the monthly total comes to when every driver varies within its range. */
export interface Quantiles {
  readonly seed: number;
  readonly draws: number;
  /** One total in ten is below P10, half are below P50, nine in ten below P90. Whole dollars. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

const DEFAULT_SEED = 1;
/** Other seeds move the medians of the sample by half a percent at most, as with 10,000 draws at random. */
const DEFAULT_DRAWS = 3_000;

/** Reads a model for its quantiles; one serves all numbers of users under the same choices. */
export function quantilesReader(model: CostModel): Reader {
  return replayer(model, billRootsOf);
}

/**
 * Quantiles of the total with every driver drawn from its range, independently of the others. The same
 * seed gives the same figures everywhere. They are as good as the ranges are, so they come in whole dollars.
 */
export function quantiles(
  model: CostModel,
  question: Question,
  { seed = DEFAULT_SEED, draws = DEFAULT_DRAWS, read = quantilesReader(model) } = {},
): Quantiles {
  const drivers = Object.entries(model.drivers);
  const pointAt = evenPoints(drivers.length, seed);
  const totalOf = approximator(question.priceBook, question);
  const totals = new Float64Array(draws);
  const values: Record<string, number> = {};
  const input = { ...inputOf(model, question, question.users), drivers: values };
  for (let draw = 0; draw < draws; draw++) {
    const point = pointAt(draw);
    for (const [index, [name, driver]] of drivers.entries()) {
      values[name] = fromRange(point[index] ?? Number.NaN, driver);
    }
    totals[draw] = totalOf(read(input));
  }
  totals.sort();
  const at = (share: number) => Math.round(totals[Math.floor(share * (draws - 1))] ?? 0);
  return { seed, draws, p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
