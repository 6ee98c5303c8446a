import type { Quantity } from '../units/quantity.ts';
import { wholeUp } from '../units/scale.ts';

/** What a sizing is worked out from. */
export interface SizingPlan {
  readonly label: string;
  /** The least units there are, whatever the load. */
  readonly least: number;
  readonly loads: readonly {
    readonly capacity: string;
    readonly demand: Quantity;
    readonly quiet: Quantity;
    readonly fix: string;
  }[];
  /** Sizes in order; `carries` has one entry for each load. */
  readonly rows: readonly {
    readonly name: string;
    readonly most: number;
    readonly carries: readonly Quantity[];
  }[];
}

/** The numbers of a plan. They come from its quantities, or from a tape that replays them. */
export interface SizingNumbers {
  demand(load: number): number;
  quiet(load: number): number;
  carries(row: number, load: number): number;
}

/** What a sizing came to. */
export interface Pick {
  /** Index of the size. */
  readonly row: number;
  readonly units: number;
  /** Units of that size outside the busy hours. */
  readonly quietUnits: number;
  /** Index of the load that decides; -1 where the least there is will do. */
  readonly decides: number;
}

/** The first size of which no more than allowed carry every load; else the last, at its most. */
export function pick({ rows, loads, least }: SizingPlan, numbers: SizingNumbers): Pick {
  for (let row = 0; row < rows.length; row++) {
    const most = rows[row]?.most ?? 1;
    let units = least;
    let quietUnits = least;
    let decides = -1;
    for (let load = 0; load < loads.length; load++) {
      const carried = numbers.carries(row, load);
      const needed = wholeUp(numbers.demand(load) / carried);
      quietUnits = Math.max(quietUnits, wholeUp(numbers.quiet(load) / carried));
      if (needed > units || (needed === units && decides < 0) || Number.isNaN(needed)) {
        units = needed;
        decides = load;
      }
    }
    if (units <= most || row === rows.length - 1 || Number.isNaN(units)) {
      return { row, units: Math.min(units, most), quietUnits: Math.min(quietUnits, most), decides };
    }
  }
  return { row: -1, units: Number.NaN, quietUnits: Number.NaN, decides: -1 };
}

/** The numbers that a plan's own quantities have. */
export function ownNumbers({ loads, rows }: SizingPlan): SizingNumbers {
  return {
    demand: (load) => loads[load]?.demand.value ?? Number.NaN,
    quiet: (load) => loads[load]?.quiet.value ?? Number.NaN,
    carries: (row, load) => rows[row]?.carries[load]?.value ?? Number.NaN,
  };
}
