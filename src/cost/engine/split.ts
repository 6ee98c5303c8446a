import type { CostModel } from '../define/model.ts';
import { fromCents } from '../money/decimal.ts';
import type { Quantity } from '../units/quantity.ts';
import type { BilledLine } from './bill.ts';
import type { Question } from './options.ts';
import { billAt } from './totals.ts';

/** How a line follows the number of users. */
type Behaviour = 'fixed' | 'stepped' | 'variable';

/** A total by how it follows users: the three add up to it, to the cent. */
export interface Split {
  /** What a single user costs already. */
  readonly fixed: number;
  /** What resources that are bought in steps have added since. */
  readonly stepped: number;
  /** What follows use, unit by unit. */
  readonly variable: number;
}

/** Splits the monthly total into what is fixed, what comes in steps, and what follows use. */
export function split(model: CostModel, question: Question): Split {
  const base = new Map(
    billAt(model, question, 1).lines.map(({ id, priced }) => [id, priced.cents]),
  );
  const cents: Record<Behaviour, bigint> = { fixed: 0n, stepped: 0n, variable: 0n };
  for (const line of billAt(model, question, question.users).lines) {
    const now = line.priced.cents;
    const before = base.get(line.id) ?? 0n;
    const fixed = before < now ? before : now;
    cents.fixed += fixed;
    cents[growthOf(line)] += now - fixed;
  }
  return {
    fixed: fromCents(cents.fixed),
    stepped: fromCents(cents.stepped),
    variable: fromCents(cents.variable),
  };
}

/** Whether a line grows by steps: what it meters rests on a size or on something bought whole. */
function growthOf({ line }: Pick<BilledLine, 'line'>): 'stepped' | 'variable' {
  const seen = new Set<Quantity>();
  const rests = (quantity: Quantity | undefined): boolean => {
    if (!quantity || seen.has(quantity)) return false;
    seen.add(quantity);
    if (quantity.op === 'sized' || quantity.op === 'whole') return true;
    return rests(quantity.a) || rests(quantity.b);
  };
  return rests(line.quantity) ? 'stepped' : 'variable';
}
