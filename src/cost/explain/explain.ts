import type { CostModel } from '../define/model.ts';
import { isSized, type SizedQuantity } from '../define/sized.ts';
import { linesOf } from '../engine/bill.ts';
import { evaluate } from '../engine/evaluate.ts';
import { inputOf, type Question } from '../engine/options.ts';
import type { LineReport } from '../engine/report.ts';
import type { Quantity } from '../units/quantity.ts';
import { metered } from '../units/scale.ts';
import { formulaOf, plain } from './formula.ts';
import { namerOf, type StepKind } from './names.ts';

/** One link of the chain from users to a line. */
export interface ExplainedStep {
  readonly kind: StepKind;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** How it is made from the steps above it; absent for users and drivers. */
  readonly formula?: string | undefined;
  /** The reason for a driver's values, or what decides a size. */
  readonly why?: string | undefined;
}

/** A line of the bill and how it came about, from users down. */
export interface Explanation {
  readonly line: LineReport;
  readonly steps: readonly ExplainedStep[];
}

/** The lines that a demand of a model goes into, by its name; none where it has no such demand. */
export function linesFrom(model: CostModel, question: Question, name: string): string[] {
  const run = model.run(inputOf(model, question, question.users));
  const demand = Object.hasOwn(run.demand, name) ? run.demand[name] : undefined;
  if (!demand) return [];
  const rests = memoised(
    (item: Quantity): boolean =>
      item === demand || [item.a, item.b].some((part) => part !== undefined && rests(part)),
  );
  return linesOf(run.components).flatMap(({ id, line }) => (rests(line.quantity) ? [id] : []));
}

/**
 * The chain from users to lines: one line by its id, all lines of a component, or all of a
 * dimension. Empty when nothing has that name.
 */
export function explain(model: CostModel, question: Question, wanted: string): Explanation[] {
  const report = evaluate(model, question).value;
  const run = model.run(inputOf(model, question, question.users));
  const lines = linesOf(run.components).filter(
    ({ id, component, line }) => id === wanted || component === wanted || line.dimension === wanted,
  );
  const reported = new Map(
    report?.components.flatMap((item) => item.lines.map((line) => [line.id, line])) ?? [],
  );
  const namer = namerOf(model, run);
  return lines.flatMap(({ id, line }) => {
    const known = reported.get(id);
    return known ? [{ line: known, steps: chain(line.quantity, known.description) }] : [];
  });

  function chain(quantity: Quantity, description: string): ExplainedStep[] {
    const steps: ExplainedStep[] = [];
    const seen = new Set<Quantity>();
    const visit = (item: Quantity | undefined): void => {
      if (!item || seen.has(item)) return;
      seen.add(item);
      visit(item.a);
      visit(item.b);
      const name = item === quantity ? undefined : namer(item);
      if (!name && item !== quantity) return;
      if (name?.kind === 'given') return;
      const formula = item.a && (isSized(item) ? sizingOf(item, item.a) : formulaOf(item, namer));
      steps.push({
        kind: name?.kind ?? 'line',
        name: name?.name ?? description,
        value: metered(item.value),
        unit: item.unit,
        ...(formula !== undefined && { formula }),
        ...(name?.why !== undefined && { why: name.why }),
      });
    };
    visit(quantity);
    return steps;
  }

  /** The load that decides, over what one unit carries of it. */
  function sizingOf({ plan }: SizedQuantity, load: Quantity): string {
    const index = plan.loads.findIndex(({ demand, quiet }) => demand === load || quiet === load);
    const size = Object.values(run.sizing).find((resource) => resource.plan === plan)?.size;
    const each = plan.rows.find(({ name }) => name === size)?.carries[index];
    const text = namer(load)?.name ?? formulaOf(load, namer);
    return each ? `${text} (${plain(load.value)} ${load.unit}) at ${plain(each.value)} each` : text;
  }
}

function memoised(compute: (item: Quantity) => boolean): (item: Quantity) => boolean {
  const known = new WeakMap<Quantity, boolean>();
  return (item) => {
    const value = known.get(item) ?? compute(item);
    known.set(item, value);
    return value;
  };
}
