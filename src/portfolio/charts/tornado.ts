import type { Swing } from '#cost/engine/sensitivity.ts';
import { unitInWords } from '#cost/units/plural.ts';
import { formatCount } from '../format.ts';

/** What one driver does, and where its bars lie: in percent of the chart's width. */
export interface TornadoRow {
  readonly label: string;
  /** `8 to 30 sessions a user` */
  readonly range: string;
  /** Dollars a month against the total with every driver likely. */
  readonly atLow: number;
  readonly atHigh: number;
  readonly low: Bar;
  readonly high: Bar;
}

interface Bar {
  readonly from: number;
  readonly width: number;
}

/** The rows of a tornado, the widest first, about the likely total. */
export interface Tornado {
  readonly rows: readonly TornadoRow[];
  /** Where the likely total stands, in percent. */
  readonly middle: number;
  /** How many drivers do not move the total at all. */
  readonly still: number;
}

/** Bars on one scale for all drivers that move a total. */
export function tornado(swings: readonly Swing[], monthly: number): Tornado {
  const moving = swings.filter(({ monthlyAtLow, monthlyAtHigh }) => monthlyAtLow !== monthlyAtHigh);
  const ends = moving.flatMap(({ monthlyAtLow, monthlyAtHigh }) => [monthlyAtLow, monthlyAtHigh]);
  const [least, most] = [Math.min(monthly, ...ends), Math.max(monthly, ...ends)];
  const at = (total: number) => (most > least ? ((total - least) / (most - least)) * 100 : 50);
  const bar = (total: number): Bar => {
    const [a, b] = [at(monthly), at(total)];
    return { from: rounded(Math.min(a, b)), width: rounded(Math.abs(b - a)) };
  };
  return {
    rows: moving.map(({ label, unit, low, high, monthlyAtLow, monthlyAtHigh }) => ({
      label,
      range: rangeText(low, high, unit),
      atLow: monthlyAtLow - monthly,
      atHigh: monthlyAtHigh - monthly,
      low: bar(monthlyAtLow),
      high: bar(monthlyAtHigh),
    })),
    middle: rounded(at(monthly)),
    still: swings.length - moving.length,
  };
}

/** A driver's low and high with its unit; a share as percent, any other ratio as a number. */
function rangeText(low: number, high: number, unit: string): string {
  if (unit === 'ratio' && high <= 1) return `${percent(low)} to ${percent(high)}`;
  return `${digits(low)} to ${digits(high)} ${unitInWords(high, unit)}`.trimEnd();
}

function percent(ratio: number): string {
  return `${digits(ratio * 100)}\u00A0%`;
}

/** Three digits that matter, whole numbers as they are; not an exponent. */
function digits(value: number): string {
  if (Number.isInteger(value)) return formatCount(value);
  const short = Number(value.toPrecision(3));
  return formatCount(short >= 1e-6 ? short : 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
