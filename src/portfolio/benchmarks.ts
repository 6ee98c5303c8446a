import type { Benchmark } from '#case-study/lists/benchmarks.ts';
import { type Assumptions, type Impact, impact, outgrowsLeast } from '#cost/optimisation/impact.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import { sourceText } from '#cost/prices/trust.ts';

/** A measured value of a stage, with what it is against two others; none of it was typed. */
export interface Measured {
  readonly measure: string;
  /** None where it is still to be measured. */
  readonly value: number | undefined;
  /** How much better than the first stage, as a factor of at least 0; below 1 it is worse. */
  readonly times: number | undefined;
  /** Change from the stage that it was made from: 0.42 is 42 % more. */
  readonly step: number | undefined;
}

/** A stage with its values, in the order of the measures. */
export interface StageRow {
  readonly id: string;
  readonly title: string;
  readonly change?: string;
  /** The title of the stage that it was made from. */
  readonly from?: string;
  readonly values: readonly Measured[];
}

/** What the best stage saves, under stated assumptions. */
export interface ImpactRows {
  readonly first: string;
  readonly best: string;
  readonly label: string;
  readonly instance: string;
  readonly price: number;
  readonly priceSource: string;
  readonly assumed: Assumptions;
  readonly rows: readonly Impact[];
  /** The users from which the first stage needs more than the least; none up to 10 billion. */
  readonly savesFrom: number | null;
  readonly assumptions: readonly string[];
}

/** A series of measurements as its page shows it. */
export interface BenchmarkView {
  readonly id: string;
  readonly title: string;
  readonly system: string;
  readonly source: string;
  readonly measures: Benchmark['measures'];
  readonly stages: readonly StageRow[];
  /** Absent where there is none, or where what it rests on is still to be measured. */
  readonly impact?: ImpactRows;
}

/** A series with everything that follows from its figures. */
export function benchmarkView(benchmark: Benchmark, book: PriceBook | undefined): BenchmarkView {
  const { id, title, system, source, measures, stages } = benchmark;
  const [first] = stages;
  const money = impactRows(benchmark, book);
  return {
    ...{ id, title, system, source, measures },
    stages: stages.map((stage, index): StageRow => {
      const base = stages.find(({ id: name }) => name === stage.from) ?? stages[index - 1];
      return {
        id: stage.id,
        title: stage.title,
        ...(stage.change !== undefined && { change: stage.change }),
        ...(base && { from: base.title }),
        values: measures.map((measure) => {
          const at = (one: typeof base) => one?.values[measure.id] ?? undefined;
          const [value, start, before] = [at(stage), at(first), at(base)];
          return {
            measure: measure.id,
            value,
            times:
              value === undefined || start === undefined
                ? undefined
                : measure.better === 'more'
                  ? value / start
                  : start / value,
            step: value === undefined || before === undefined ? undefined : value / before - 1,
          };
        }),
      };
    }),
    ...(money && { impact: money }),
  };
}

function impactRows(
  { measures, stages, impact: asked }: Benchmark,
  book: PriceBook | undefined,
): ImpactRows | undefined {
  const measure = measures.find(({ id }) => id === asked?.measure);
  if (!(asked && measure)) return undefined;
  const { instance, users, assumptions } = asked;
  const price = book?.prices.get(instance.dimension ?? '');
  const hourly = instance.hourly ?? price?.tiers[0]?.unitPrice;
  const known = stages.flatMap(({ title, values }) => {
    const value = values[measure.id];
    return value === null || value === undefined ? [] : [{ title, value }];
  });
  const [first] = known;
  const sign = measure.better === 'more' ? -1 : 1;
  const [best] = known.toSorted((a, b) => sign * (a.value - b.value));
  if (hourly === undefined || !first || !best || known.length < 2) return undefined;
  const assumed: Assumptions = { ...asked, hourly };
  return {
    first: first.title,
    best: best.title,
    label: measure.label,
    instance: instance.name,
    price: hourly,
    priceSource:
      instance.source ?? (price && book ? `${sourceText(price, book)}, ${price.asOf}` : ''),
    assumed,
    rows: users.map((count) => impact(first.value, best.value, count, assumed)),
    savesFrom: outgrowsLeast(first.value, assumed),
    assumptions,
  };
}
