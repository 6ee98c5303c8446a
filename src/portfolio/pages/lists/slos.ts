import {
  type BurnAlert,
  burnAlerts,
  errorBudgetMinutes,
  type Slo,
} from '#case-study/lists/slos.ts';
import { formatCount } from '../../format.ts';
import type { Portfolio } from '../../portfolio.ts';
import type { MaybeLink } from '../links.ts';
import { elementLinks } from './links.ts';

/** An alert in words. */
export interface AlertRow {
  /** `14 × over 1 h` */
  readonly rule: string;
  /** The share of bad events at which it fires: `0.7 %`. */
  readonly errorRate: string;
  /** Of the budget: `1.9 %`. */
  readonly spent: string;
  /** Until the budget is empty at this rate: `51 h`. */
  readonly empty: string;
  readonly response: BurnAlert['response'];
}

/** An objective with what follows from it. */
export interface SloRow extends Pick<Slo, 'id' | 'name' | 'sli'> {
  readonly objective: string;
  readonly window: string;
  readonly budget: string;
  /** What a budget in minutes is when every event counts the same: `0.05 %`. */
  readonly mayFail: string;
  readonly where: readonly MaybeLink[];
  readonly alerts: readonly AlertRow[];
}

export function sloRow(portfolio: Portfolio, slo: Slo): SloRow {
  return {
    id: slo.id,
    name: slo.name,
    sli: slo.sli,
    objective: percent(slo.objective),
    window: `${slo.windowDays} days`,
    budget: `${formatCount(errorBudgetMinutes(slo))} min`,
    mayFail: percent(100 - slo.objective),
    where: elementLinks(portfolio, slo.elements),
    alerts: burnAlerts(slo).map((alert) => ({
      rule: `${rounded(alert.burn)} × over ${alert.over}`,
      errorRate: percent(alert.errorRate),
      spent: percent(alert.spent * 100),
      empty: time(alert.emptyInHours),
      response: alert.response,
    })),
  };
}

/** Three digits that matter: what is computed from 99.95 carries the noise of binary fractions. */
function rounded(value: number): string {
  return formatCount(Number(value.toPrecision(value >= 10 && value < 100 ? 4 : 3)));
}

function percent(value: number): string {
  return `${rounded(value)}\u00A0%`;
}

/** `51 h`, from two days on `10 days`. */
function time(hours: number): string {
  return hours < 72 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;
}
