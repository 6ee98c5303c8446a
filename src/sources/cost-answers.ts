import type { CostModel } from '#cost/define/model.ts';
import { type Alternative, breakEven, totalsOf } from '#cost/engine/break-even.ts';
import { CURVE_FROM, CURVE_MARKS, CURVE_TO, curve } from '#cost/engine/curve.ts';
import { diff } from '#cost/engine/diff.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import { levers } from '#cost/engine/levers.ts';
import { marginal } from '#cost/engine/marginal.ts';
import type { Setting } from '#cost/engine/options.ts';
import { type Quantiles, quantiles, quantilesReader } from '#cost/engine/quantiles.ts';
import { type Reader, replayer } from '#cost/engine/replayer.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import { sensitivity } from '#cost/engine/sensitivity.ts';
import { split } from '#cost/engine/split.ts';
import { type ExplorerFacts, explorerFacts } from '#cost/explore/data.ts';
import { questionOf } from '#cost/explore/question.ts';
import type { ExplorerState } from '#cost/explore/state.ts';
import type { ExchangeRate } from '#cost/prices/exchange.ts';
import type { BandPoint, Compared, CostAnswers, ModelCost, OptionPair } from '#portfolio/costs.ts';
import { FORGETFUL, type Remember } from './answer-cache.ts';
import { MODEL_TIME_LIMIT } from './cost-models.ts';
import { withinTime } from './time-limit.ts';

/** What a model is asked under, and the currencies that its page can show. */
interface Asked extends Setting {
  readonly rates?: readonly ExchangeRate[] | undefined;
}

/**
 * A model's answers, each worked out once, and not before a page asks for it; those that were given
 * before are remembered.
 */
export function costAnswers(
  model: CostModel,
  setting: Asked,
  users: readonly [number, number],
  remember: Remember = FORGETFUL,
  read: Reader = replayer(model),
): CostAnswers {
  const once = <T>(name: string, ask: () => T) =>
    onFirstCall(() => remember([name, users], () => attempt(ask)));
  const [small, large] = users.map((size) => ({ ...setting, users: size })) as [Sized, Sized];
  const range = { from: Math.min(CURVE_FROM, users[0]), to: Math.max(CURVE_TO, users[1]) };
  const draw = onFirstCall(() => quantilesReader(model));
  const ranges = once('ranges', () => {
    const shared = { read: draw() };
    return [quantiles(model, small, shared), quantiles(model, large, shared)] as const;
  });
  return {
    curve: once('curve', () =>
      curve(model, setting, { ...range, marks: [...CURVE_MARKS, ...users], read }),
    ),
    splits: once('splits', () => [split(model, small), split(model, large)] as const),
    ranges,
    band: once('band', () => bandOf(model, { ...setting, read: draw() }, users, ranges())),
    swings: once('swings', () => sensitivity(model, large)),
    levers: once('levers', () => levers(model, large)),
    next: once('next', () => marginal(model, large, read)),
    grown: once('grown', () => grownOf(model, large, read)),
    pairs: once('pairs', () => pairsOf(model, setting, range, draw())),
    explorer: once('explorer', () => factsOf(model, setting)),
    compared: byQuestion((...states) =>
      remember(['compared', states], () => attempt(() => comparedOf(model, setting, states, read))),
    ),
    changed: byQuestion((changes) => {
      const reports = remember(['changed', users, changes], () =>
        attempt(() =>
          [small, large].map((size) => evaluate(model, { ...size, ...changes }, read).value),
        ),
      );
      const [atSmall, atLarge] = reports ?? [];
      return atSmall && atLarge && [atSmall, atLarge];
    }),
  };
}

/** What the pages of models ask them, with all that is kept for it. */
export function pageQuestions(costs: readonly ModelCost[]): (() => unknown)[] {
  return costs.flatMap(({ answers }) => {
    const { curve, splits, ranges, band, swings, levers, next, grown, pairs } = answers;
    return [curve, splits, ranges, band, swings, levers, next, grown, pairs];
  });
}

/** Neither is a size that the design is for, so that what a model remarks on there is no finding. */
function grownOf(
  model: CostModel,
  large: Sized,
  read: Reader,
): readonly [ModelReport, ModelReport] | undefined {
  const [ten, hundred] = [10, 100].map(
    (times) => evaluate(model, { ...large, users: large.users * times }, read).value,
  );
  return ten && hundred && [ten, hundred];
}

/** How many draws the ends of a band are from, but for the two sizes, whose ranges are in tables. */
const BAND_DRAWS = 500;

/** The band along a curve, at its round numbers and at both sizes. */
function bandOf(
  model: CostModel,
  { read, ...setting }: Setting & { readonly read: Reader },
  sizes: readonly [number, number],
  ranges: readonly [Quantiles, Quantiles] | undefined,
): BandPoint[] {
  return [...new Set([...CURVE_MARKS, ...sizes])]
    .sort((a, b) => a - b)
    .map((users) => {
      const known = ranges?.[sizes.indexOf(users)];
      const asked = { ...setting, users };
      const { p10, p90 } = known ?? quantiles(model, asked, { draws: BAND_DRAWS, read });
      return { users, p10, p90 };
    });
}

/** A state needs the book of its region, in its currency: that of the prices. */
function comparedOf(
  model: CostModel,
  { priceBook, otherBooks = [], source }: Setting,
  states: readonly [ExplorerState, ExplorerState],
  read: Reader,
): Compared | undefined {
  const questions = states.map((state) => {
    const book = [priceBook, ...otherBooks].find(({ region }) => region === state.region);
    return book && { ...questionOf(state, book), otherBooks, source };
  });
  const [from, to] = questions;
  if (!from || !to) return undefined;
  const [before, after] = [from, to].map((question) => evaluate(model, question, read).value);
  const found = before && after && diff({ model, question: from }, { model, question: to });
  return found && { before, after, diff: found };
}

/** The region of the portfolio stands first among those that are offered. */
function factsOf(
  model: CostModel,
  { priceBook, otherBooks = [], source, rates }: Asked,
): ExplorerFacts | undefined {
  return source && explorerFacts(model, new Set([priceBook, ...otherBooks]), source, rates);
}

type Sized = Setting & { readonly users: number };

function onFirstCall<T>(ask: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: ask() };
    return known.value;
  };
}

/** The same for what is asked with words of its own: many pages ask the same of a model. */
function byQuestion<Question extends readonly unknown[], T>(
  ask: (...question: Question) => T,
): (...question: Question) => T {
  const known = new Map<string, { readonly value: T }>();
  return (...question) => {
    const key = JSON.stringify(question);
    const answer = known.get(key) ?? { value: ask(...question) };
    known.set(key, answer);
    return answer.value;
  };
}

/**
 * How long an answer may take. It asks a model that ends in time a thousand times, and what a page shows
 * must not depend on how busy a machine is: only what does not end is stopped.
 */
const ANSWER_TIME_LIMIT = 12 * MODEL_TIME_LIMIT;

/** The author's code may stop at a size that nobody has tried yet. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    const limited = withinTime(ANSWER_TIME_LIMIT, ask);
    return 'timedOut' in limited ? undefined : limited.value;
  } catch {
    return undefined;
  }
}

/** Every pair of options of every choice. */
function pairsOf(
  model: CostModel,
  setting: Setting,
  range: { readonly from: number; readonly to: number },
  read: Reader,
): OptionPair[] {
  const totals = totalsOf(model, setting, read);
  return Object.entries(model.choices).flatMap(([choice, { label, options, taken }]) => {
    const all = Object.entries(options).map(
      ([option, name]): Alternative => ({ choice, option, name }),
    );
    return all.flatMap((a, place) =>
      all.slice(place + 1).map((b): OptionPair => {
        const known = [a, b].find(({ option }) => option === taken)?.option;
        const found = breakEven(model, setting, [a, b], range, totals);
        return { choice: label, options: [a, b], taken: known, breakEven: found };
      }),
    );
  });
}
