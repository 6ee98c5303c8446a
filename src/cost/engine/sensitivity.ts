import type { CostModel } from '../define/model.ts';
import { fromCents } from '../money/decimal.ts';
import type { Question } from './options.ts';
import { centsAt } from './totals.ts';

/** What one driver does to the total, the others held. */
export interface Swing {
  readonly driver: string;
  readonly label: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** The monthly total at the driver's low and high value. */
  readonly monthlyAtLow: number;
  readonly monthlyAtHigh: number;
}

/** Each driver's swing, the widest first: the rows of a tornado chart. */
export function sensitivity(model: CostModel, question: Question): Swing[] {
  const totalWith = (driver: string, value: number) =>
    fromCents(
      centsAt(
        model,
        { ...question, drivers: { ...question.drivers, [driver]: value } },
        question.users,
      ),
    );
  return Object.entries(model.drivers)
    .map(([driver, { label, unit, low, high }]) => ({
      driver,
      label,
      unit,
      low,
      high,
      monthlyAtLow: totalWith(driver, low),
      monthlyAtHigh: totalWith(driver, high),
    }))
    .toSorted((a, b) => width(b) - width(a));
}

function width({ monthlyAtLow, monthlyAtHigh }: Swing): number {
  return Math.abs(monthlyAtHigh - monthlyAtLow);
}
