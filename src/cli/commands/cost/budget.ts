import { finding } from '#cost/codes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { UsageError } from '../../program.ts';
import { money, percent, plural } from './text.ts';

/** What a total may come to, or by how much it may grow, as an amount or as a share of what it was. */
export type Budget =
  | { readonly of: 'total'; readonly amount: number }
  | { readonly of: 'growth'; readonly amount: number }
  | { readonly of: 'growth'; readonly share: number };

/** Reads `--budget`: `12000`, `+500` and `+10%`; growth needs something to grow from. */
export function readBudget(text: string, hasBaseline: boolean): Budget {
  const [, plus, number, isShare] = /^(\+?)(\d+(?:\.\d{1,2})?)(%?)$/.exec(text) ?? [];
  if (number === undefined) {
    throw new UsageError(
      `--budget takes an amount a month, such as 12000, or growth with --diff, such as +10% or +500, and not \`${text}\`.`,
    );
  }
  const isGrowth = plus === '+' || isShare === '%';
  if (isGrowth && !hasBaseline) {
    throw new UsageError(
      `--budget ${text} is growth, and needs what it grows from: --diff with a model, region, price book or revision.`,
    );
  }
  if (isShare === '%') return { of: 'growth', share: Number(number) / 100 };
  const amount = Number(number);
  return isGrowth ? { of: 'growth', amount } : { of: 'total', amount };
}

/** What a budget is held against. */
interface Spend {
  readonly users: number;
  readonly currency: string;
  readonly monthly: number;
  /** Before, where two sides are compared. */
  readonly before?: number;
}

/** A finding where the total is above the budget. From nothing, any growth is above any share. */
export function overBudget(budget: Budget | undefined, spend: Spend): Diagnostic[] {
  if (!budget) return [];
  const { users, currency, monthly, before = 0 } = spend;
  const amount = (value: number) => money(value, currency);
  const at = `At ${plural(users, 'user')} the total is ${amount(monthly)} a month`;
  if (budget.of === 'total') {
    if (monthly <= budget.amount) return [];
    const over = monthly - budget.amount;
    const share = budget.amount > 0 ? `, ${percent(over / budget.amount)}` : '';
    return exceeded(`${at}: ${amount(over)}${share} over the budget of ${amount(budget.amount)}.`);
  }
  const growth = Math.round((monthly - before) * 100) / 100;
  const isShare = 'share' in budget;
  const most = isShare ? before * budget.share : budget.amount;
  if (growth <= Math.round(most * 100) / 100) return [];
  if (isShare && before === 0) {
    const hint = 'There is no share of nothing: give an amount, such as --budget +500.';
    return exceeded(`${at}, and was nothing before.`, hint);
  }
  const limit = isShare ? `${percent(budget.share)}, ${amount(most)}` : amount(budget.amount);
  const share = before > 0 ? `, ${percent(growth / before)}` : '';
  return exceeded(`${at}, ${amount(growth)}${share} more than before; it may grow by ${limit}.`);
}

function exceeded(message: string, hint?: string): Diagnostic[] {
  return [finding('cost-budget-exceeded', message, undefined, { hint })];
}
