import type { ModelCost } from '../costs.ts';
import { formatMoney } from '../format.ts';

/** A study's monthly spend at both sizes on a scale that others share. */
export interface SpendRow<Study> {
  readonly study: Study;
  readonly small: string;
  readonly large: string;
  /** Per cent of the scale's length, `undefined` for what costs nothing. */
  readonly at: readonly [small: number | undefined, large: number | undefined];
}

export interface SpendScale<Study> {
  /** Powers of ten from below the least amount to above the most. */
  readonly ticks: readonly { readonly label: string; readonly at: number }[];
  readonly rows: readonly SpendRow<Study>[];
}

/**
 * Studies on one logarithmic scale of dollars a month; nothing where there are fewer than two to compare,
 * or where their currencies differ.
 */
export function spendScale<Study>(
  priced: readonly { readonly study: Study; readonly cost: ModelCost }[],
): SpendScale<Study> | undefined {
  const [first] = priced;
  if (!first || priced.length < 2) return undefined;
  const { currency } = first.cost;
  if (priced.some(({ cost }) => cost.currency !== currency)) return undefined;
  const amounts = priced
    .flatMap(({ cost }) => [cost.small.monthly, cost.large.monthly])
    .filter((amount) => amount > 0);
  if (amounts.length === 0) return undefined;
  const from = Math.floor(Math.log10(Math.min(...amounts)));
  const to = Math.max(Math.ceil(Math.log10(Math.max(...amounts))), from + 1);
  const at = (amount: number) =>
    Math.round(((Math.log10(amount) - from) / (to - from)) * 1000) / 10;
  const place = (amount: number) => (amount > 0 ? at(amount) : undefined);
  return {
    ticks: Array.from({ length: to - from + 1 }, (_, step) => {
      const amount = 10 ** (from + step);
      return { label: formatMoney(amount, currency), at: at(amount) };
    }),
    rows: priced.map(({ study, cost: { small, large } }) => ({
      study,
      small: formatMoney(small.monthly, currency),
      large: formatMoney(large.monthly, currency),
      at: [place(small.monthly), place(large.monthly)],
    })),
  };
}
