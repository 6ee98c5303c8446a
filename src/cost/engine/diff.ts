import type { CostModel } from '../define/model.ts';
import { fromCents } from '../money/decimal.ts';
import { type BilledLine, billOf } from './bill.ts';
import { inputOf, type Question } from './options.ts';
import { billAt } from './totals.ts';

/** A model as it is asked, on one side of a comparison. */
export interface Side {
  readonly model: CostModel;
  readonly question: Question;
}

/** What happened to a line, a component or a model from the one side to the other. */
export type Change = 'added' | 'removed' | 'changed' | 'same';

/** Why a line costs other than before: more or less of it, another price, or another meter. */
type Reason = 'quantity' | 'price' | 'quantity and price' | 'meter';

/** A line on one side. */
export interface LineFigures {
  readonly dimension: string;
  readonly quantity: number;
  readonly unit: string;
  /** Blended over steps, allowances and commitments. */
  readonly unitPrice: number;
  readonly monthly: number;
}

/** Amounts before and after; a side without the thing has nothing. */
interface Difference {
  readonly before: number;
  readonly after: number;
  /** `after - before`, to the cent. */
  readonly difference: number;
}

/** A line that differs. */
export interface LineDiff {
  readonly id: string;
  readonly description: string;
  readonly change: Exclude<Change, 'same'>;
  readonly before?: LineFigures;
  readonly after?: LineFigures;
  readonly difference: number;
  readonly reason?: Reason;
  /**
   * What of the difference comes from quantities, at the prices of before, and what from prices, at
   * the quantities of after. The two add up to it; absent where the line has another meter.
   */
  readonly byQuantity?: number;
  readonly byPrice?: number;
}

/** A component, with the lines of it that differ. */
export interface ComponentDiff extends Difference {
  readonly id: string;
  readonly title: string;
  readonly change: Change;
  readonly lines: readonly LineDiff[];
}

/** A model on both sides, component by component; the largest difference first. */
export interface ModelDiff extends Difference {
  readonly id: string;
  readonly title: string;
  readonly change: Change;
  /** The difference over what was; none where that was nothing. */
  readonly share: number | null;
  readonly components: readonly ComponentDiff[];
  /** Lines that are on both sides and cost the same. */
  readonly sameLines: number;
}

/** A line with its price on one side, and after, what it would cost at the prices of before. */
interface Placed extends BilledLine {
  readonly atOldPrices?: bigint | undefined;
}

/** What changed from one side to the other, and why. Both models are known to run. */
export function diff(before: Side | undefined, after: Side | undefined): ModelDiff | undefined {
  const now = after ?? before;
  if (!now) return undefined;
  const old = linesOf(before);
  const current = linesOf(after, before?.question);
  const titles = new Map([...titlesOf(before), ...titlesOf(after)]);
  const pairs = [...new Set([...old.keys(), ...current.keys()])].map((id) =>
    pairOf(id, old.get(id), current.get(id)),
  );
  const components = [...titles].map(([id, title]) =>
    componentDiff(
      { id, title },
      pairs.filter(({ component }) => component === id),
      [titlesOf(before).has(id), titlesOf(after).has(id)],
    ),
  );
  const total = sumOf(pairs);
  return {
    id: now.model.id,
    title: now.model.title,
    change: changeOf([before !== undefined, after !== undefined], pairs),
    ...total,
    share: total.before === 0 ? null : total.difference / total.before,
    components: components.toSorted(byWeight),
    sameLines: pairs.filter(({ line }) => line === undefined).length,
  };
}

/** Both sides of a line. */
interface Pair {
  readonly component: string;
  readonly before: bigint;
  readonly after: bigint;
  /** None where nothing about it differs. */
  readonly line: LineDiff | undefined;
}

function pairOf(id: string, old: Placed | undefined, now: Placed | undefined): Pair {
  const { component = '', line } = now ?? old ?? {};
  const [before, after] = [old?.priced.cents ?? 0n, now?.priced.cents ?? 0n];
  const isSame = old && now && before === after && old.priced.price.id === now.priced.price.id;
  if (isSame) return { component, before, after, line: undefined };
  return {
    component,
    before,
    after,
    line: {
      id,
      description: line?.description ?? '',
      change: old && now ? 'changed' : old ? 'removed' : 'added',
      ...(old && { before: figuresOf(old) }),
      ...(now && { after: figuresOf(now) }),
      difference: fromCents(after - before),
      ...(old && now && reasonFor(old, now)),
    },
  };
}

function reasonFor(
  old: Placed,
  { priced, atOldPrices }: Placed,
): Pick<LineDiff, 'reason' | 'byQuantity' | 'byPrice'> {
  if (old.priced.price.id !== priced.price.id || atOldPrices === undefined) {
    return { reason: 'meter' };
  }
  const [byQuantity, byPrice] = [atOldPrices - old.priced.cents, priced.cents - atOldPrices];
  const reason = byPrice === 0n ? 'quantity' : byQuantity === 0n ? 'price' : 'quantity and price';
  return { reason, byQuantity: fromCents(byQuantity), byPrice: fromCents(byPrice) };
}

/** The lines of a side by id; with the question of before, also what they cost at its prices. */
function linesOf(side: Side | undefined, before?: Question): ReadonlyMap<string, Placed> {
  if (!side) return new Map();
  const { model, question } = side;
  const { lines } = billAt(model, question, question.users);
  if (!before) return new Map(lines.map((line) => [line.id, line]));
  const run = model.run(inputOf(model, question, question.users));
  const old = new Map(
    billOf(run, before.priceBook, before).lines.map(({ id, priced }) => [id, priced.cents]),
  );
  return new Map(lines.map((line) => [line.id, { ...line, atOldPrices: old.get(line.id) }]));
}

function titlesOf(side: Side | undefined): ReadonlyMap<string, string> {
  if (!side) return new Map();
  const { model, question } = side;
  const { components } = model.run(inputOf(model, question, question.users));
  return new Map(Object.entries(components).map(([id, { title }]) => [id, title]));
}

function componentDiff(
  names: { readonly id: string; readonly title: string },
  pairs: readonly Pair[],
  sides: readonly [boolean, boolean],
): ComponentDiff {
  return {
    ...names,
    change: changeOf(sides, pairs),
    ...sumOf(pairs),
    lines: pairs.flatMap(({ line }) => line ?? []).toSorted(byWeight),
  };
}

function changeOf(
  [wasThere, isThere]: readonly [boolean, boolean],
  pairs: readonly Pair[],
): Change {
  if (!wasThere) return 'added';
  if (!isThere) return 'removed';
  return pairs.some(({ line }) => line !== undefined) ? 'changed' : 'same';
}

function sumOf(pairs: readonly Pair[]): Difference {
  const [before, after] = pairs.reduce(
    ([old, now], pair) => [old + pair.before, now + pair.after],
    [0n, 0n],
  );
  return {
    before: fromCents(before),
    after: fromCents(after),
    difference: fromCents(after - before),
  };
}

function figuresOf({ priced: { price, meter, unitPrice, cents } }: Placed): LineFigures {
  return {
    dimension: price.id,
    quantity: meter.quantity,
    unit: price.unit,
    unitPrice,
    monthly: fromCents(cents),
  };
}

/** The largest difference first, whichever way it goes. */
function byWeight(a: { readonly difference: number }, b: { readonly difference: number }): number {
  return Math.abs(b.difference) - Math.abs(a.difference);
}
