import { type Break, rankBreaks } from '#cost/engine/breaks.ts';
import { CURVE_FROM, CURVE_TO } from '#cost/engine/curve.ts';
import type { Split } from '#cost/engine/split.ts';
import type { ModelCost, OptionPair } from '../costs.ts';
import { formatCount, formatMoney } from '../format.ts';
import { limitsOf } from './cost.ts';

/** A total by how it follows users, with where each part lies in percent of a bar. */
export interface SplitRow {
  readonly users: number;
  readonly monthly: number;
  readonly parts: readonly SplitPart[];
}

export interface SplitPart {
  readonly kind: keyof Split;
  readonly monthly: number;
  /** From 0 to 1. */
  readonly share: number;
  readonly from: number;
  readonly width: number;
}

/** The parts of a split as readers are told them, in the order of a bar. */
export const SPLIT_KINDS: readonly { readonly kind: keyof Split; readonly name: string }[] = [
  { kind: 'fixed', name: 'Fixed' },
  { kind: 'stepped', name: 'In steps' },
  { kind: 'variable', name: 'By use' },
];

/** How both totals divide; none where the model does not say. */
export function splitRows({ answers, small, large, users }: ModelCost): SplitRow[] {
  const splits = answers.splits();
  if (!splits) return [];
  return [small, large].map(({ monthly }, place) => {
    const split = splits[place] ?? { fixed: 0, stepped: 0, variable: 0 };
    let from = 0;
    const parts = SPLIT_KINDS.map(({ kind }) => {
      const share = monthly > 0 ? split[kind] / monthly : 0;
      const part = { kind, monthly: split[kind], share, from, width: percent(share) };
      from = percent(from / 100 + share);
      return part;
    });
    return { users: users[place] ?? 0, monthly, parts };
  });
}

/** What a curve spans, as a heading: `From 1,000 to 5 million users`. */
export function curveReach({ answers }: ModelCost): string {
  const points = answers.curve()?.points ?? [];
  const words = (users: number) =>
    users >= 1e6 && users % 1e5 === 0 ? `${formatCount(users / 1e6)} million` : formatCount(users);
  const [from, to] = [points[0]?.users ?? CURVE_FROM, points.at(-1)?.users ?? CURVE_TO];
  return `From ${words(from)} to ${words(to)} users`;
}

/** Every capacity, the first to break at the top, with whether it holds at 1, 10 and 100 times the users. */
export function breakRows(cost: ModelCost): Break[] {
  return rankBreaks(limitsOf(cost), cost.users[1]);
}

/** Two options as a reader compares them, and the sentences that say where the cheaper changes. */
export interface PairRow {
  readonly choice: string;
  /** By name, with dollars at the larger size; the one that the design took first. */
  readonly options: readonly {
    readonly name: string;
    readonly taken: boolean;
    readonly monthly: number | undefined;
  }[];
  readonly verdict: readonly string[];
}

/**
 * Every pair of options of a model; none where it decides nothing. `choice` is the id of one choice
 * whose pairs alone are wanted, `besideTaken` leaves out pairs of which the design took neither.
 */
export function pairRows(
  { answers, large, alternatives, currency }: ModelCost,
  {
    choice,
    besideTaken = false,
  }: { readonly choice?: string | undefined; readonly besideTaken?: boolean } = {},
): PairRow[] {
  const wanted = ({ options, taken }: OptionPair) =>
    (choice === undefined || options[0].choice === choice) && (!besideTaken || taken !== undefined);
  return (answers.pairs() ?? []).filter(wanted).map((pair) => ({
    choice: pair.choice,
    options: pair.options
      .toSorted((a, b) => Number(b.option === pair.taken) - Number(a.option === pair.taken))
      .map(({ option, name }) => {
        const taken = option === pair.taken;
        const monthly = taken ? large.monthly : alternatives.get(option)?.monthly;
        return { name, taken, monthly };
      }),
    verdict: verdictOn(pair, currency),
  }));
}

/** Which option is cheaper, and from how many users on the other is. */
export function verdictOn({ options, breakEven }: OptionPair, currency: string): string[] {
  const { from, to, cheaperAtFirst, crossings } = breakEven;
  const nameOf = (id: string) => `“${options.find(({ option }) => option === id)?.name ?? id}”`;
  const end = `${formatCount(to)} users`;
  const later = crossings.map(
    ({ users, cheaper, monthly }) =>
      `From ${formatCount(users)} users ${nameOf(cheaper)} is cheaper, at ${formatMoney(monthly, currency)} a month.`,
  );
  if (cheaperAtFirst === undefined) {
    return later.length === 0
      ? [`Both cost the same from ${formatCount(from)} to ${end}.`]
      : [`At ${formatCount(from)} users both cost the same.`, ...later];
  }
  const first = nameOf(cheaperAtFirst);
  const other = options.find(({ option }) => option !== cheaperAtFirst);
  return later.length === 0
    ? [`From ${formatCount(from)} to ${end} ${first} is always cheaper than “${other?.name}”.`]
    : [`At ${formatCount(from)} users ${first} is cheaper.`, ...later];
}

function percent(share: number): number {
  return Math.round(share * 1e4) / 100;
}
