import { costPath } from '../../addresses.ts';
import { billCost, type ModelCost } from '../../costs.ts';
import { formatMoney, formatUsers } from '../../format.ts';
import type { MaybeLink } from '../links.ts';

/** Something of a bill at several numbers of users. */
export interface BillRow {
  readonly what: MaybeLink;
  /** In the order of the sizes: `$490`. */
  readonly amounts: readonly string[];
}

/** What entries of a list cost, a row for each of them. */
export interface BillTable {
  /** Numbers of users: `100K`. */
  readonly sizes: readonly string[];
  readonly rows: readonly BillRow[];
}

/** A number of users with what the model says there; `atLeast` where the design no longer carries them. */
export interface BillSize {
  readonly users: number;
  readonly report: ModelCost['large'];
  readonly atLeast?: boolean;
}

/** Parts of a bill, and the whole of it, at the given sizes. */
export function billTable(
  cost: ModelCost,
  names: readonly string[],
  sizes: readonly BillSize[],
): BillTable {
  return {
    sizes: sizes.map(({ users }) => formatUsers(users)),
    rows: names.map((name) => ({
      what: { text: titleOf(cost, name), href: costPath(cost.id) },
      amounts: sizes.map(({ report, atLeast }) => {
        const amount = billCost(cost, name, report);
        const text = amount === undefined ? '—' : formatMoney(amount, cost.currency);
        return atLeast && amount !== undefined ? `≥ ${text}` : text;
      }),
    })),
  };
}

/** The two sizes of the portfolio. */
export function headlineSizes({ users, small, large }: ModelCost): BillSize[] {
  return [
    { users: users[0], report: small },
    { users: users[1], report: large },
  ];
}

/** A part by its title, a line by what it is for. */
function titleOf({ id, large }: ModelCost, name: string): string {
  if (name === id) return 'The whole bill';
  const part = large.components.find((one) => one.id === name);
  const line = large.components.flatMap(({ lines }) => lines).find((one) => one.id === name);
  return part?.title ?? line?.description ?? name;
}
