import type { CostModel } from '#cost/define/model.ts';
import { type Alternative, breakEven, totalsOf } from '#cost/engine/break-even.ts';
import { CURVE_FROM, CURVE_MARKS, CURVE_TO, curve } from '#cost/engine/curve.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import { levers } from '#cost/engine/levers.ts';
import { marginal } from '#cost/engine/marginal.ts';
import type { Setting } from '#cost/engine/options.ts';
import { quantiles } from '#cost/engine/quantiles.ts';
import { sensitivity } from '#cost/engine/sensitivity.ts';
import { split } from '#cost/engine/split.ts';
import { type ExplorerFacts, explorerFacts } from '#cost/explore/data.ts';
import type { ExchangeRate } from '#cost/prices/exchange.ts';
import type { CostAnswers, OptionPair } from '#portfolio/costs.ts';
import { MODEL_TIME_LIMIT } from './cost-models.ts';
import { withinTime } from './time-limit.ts';

/** What a model is asked under, and the currencies that its page can show. */
interface Asked extends Setting {
  readonly rates?: readonly ExchangeRate[] | undefined;
}

/** A model's answers, each worked out once, and not before a page asks for it. */
export function costAnswers(
  model: CostModel,
  setting: Asked,
  users: readonly [number, number],
): CostAnswers {
  const [small, large] = users.map((size) => ({ ...setting, users: size })) as [Sized, Sized];
  const range = { from: Math.min(CURVE_FROM, users[0]), to: Math.max(CURVE_TO, users[1]) };
  return {
    curve: once(() => curve(model, setting, { ...range, marks: [...CURVE_MARKS, ...users] })),
    splits: once(() => [split(model, small), split(model, large)] as const),
    ranges: once(() => [quantiles(model, small), quantiles(model, large)] as const),
    swings: once(() => sensitivity(model, large)),
    levers: once(() => levers(model, large)),
    next: once(() => marginal(model, large)),
    pairs: once(() => pairsOf(model, setting, range)),
    explorer: once(() => factsOf(model, setting)),
    changed(changes) {
      const reports = attempt(() =>
        [small, large].map((size) => evaluate(model, { ...size, ...changes }).value),
      );
      const [atSmall, atLarge] = reports ?? [];
      return atSmall && atLarge && [atSmall, atLarge];
    },
  };
}

/** The region of the portfolio stands first among those that are offered. */
function factsOf(
  model: CostModel,
  { priceBook, otherBooks = [], source, rates }: Asked,
): ExplorerFacts | undefined {
  return source && explorerFacts(model, new Set([priceBook, ...otherBooks]), source, rates);
}

type Sized = Setting & { readonly users: number };

/** Asks when it is first called. The author's code may stop at a size that nobody has tried yet. */
function once<T>(ask: () => T): () => T | undefined {
  let known: { readonly value: T | undefined } | undefined;
  return () => {
    known ??= { value: attempt(ask) };
    return known.value;
  };
}

function attempt<T>(ask: () => T): T | undefined {
  try {
    const limited = withinTime(MODEL_TIME_LIMIT, ask);
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
): OptionPair[] {
  const totals = totalsOf(model, setting);
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
