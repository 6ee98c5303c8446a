import type { Confidence } from '../prices/book.ts';
import type { Capacity } from './capacity.ts';

/** The part of a line that falls on one step of its price ladder. */
export interface TierReport {
  readonly from: number;
  readonly upTo: number | null;
  readonly quantity: number;
  readonly unitPrice: number;
}

/** A line of the bill. Money is in dollars, rounded to the cent. */
export interface LineReport {
  /** `database.storage`: what `--explain` takes. */
  readonly id: string;
  readonly dimension: string;
  readonly service: string;
  readonly description: string;
  readonly quantity: number;
  readonly unit: string;
  /** Dollars for one unit; blended where there are steps, allowances or commitments. */
  readonly unitPrice: number;
  readonly monthly: number;
  /** Dollars for one unit before discounts and commitments. */
  readonly listUnitPrice: number;
  readonly source: string;
  readonly confidence: Confidence;
  /** When the price held. */
  readonly asOf: string;
  /** The price was more than a year old when the book was compiled. */
  readonly old?: true | undefined;
  readonly tiers?: readonly TierReport[] | undefined;
  /** The commitment in force: `Standard RI, 1y, no upfront`. */
  readonly commitment?: string | undefined;
  /** Why the line costs other than its source says, or more than was asked for. */
  readonly notes?: readonly string[] | undefined;
}

/** The size at which a resource runs. */
export interface ResourceReport {
  /** The name in the model's sizing. */
  readonly id: string;
  readonly label: string;
  readonly size: string;
  readonly count: number;
  /** The capacity that decides its size; none where the least there is will do. */
  readonly binds?: string | undefined;
}

/** A part of the system. */
export interface ComponentReport {
  readonly id: string;
  readonly element: string;
  readonly title: string;
  readonly group?: string | undefined;
  readonly monthly: number;
  /** What runs there: `3 × t3.medium`. */
  readonly size?: string | undefined;
  readonly note?: string | undefined;
  readonly resources: readonly ResourceReport[];
  readonly lines: readonly LineReport[];
}

/** How much of a total rests on prices that are not to be relied on. */
export interface Trust {
  /** Dollars on lines of low confidence, and their share of the total. */
  readonly lowConfidence: Part;
  /** Dollars on lines whose price was old when the book was compiled. */
  readonly old: Part;
  /** From how many months on the author calls a price old; twelve unless said. */
  readonly oldAfterMonths?: number;
}

export interface Part {
  readonly monthly: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** What a cost is per piece of work: an order, a request. */
export interface UnitCost {
  readonly id: string;
  readonly unit: string;
  readonly quantity: number;
  /** Dollars for one, not rounded. */
  readonly cost: number;
}

/** How much of something users ask for in a month. */
export interface DemandReport {
  readonly id: string;
  readonly unit: string;
  readonly quantity: number;
}

/** The answer for one model at one number of users: an entry of `models` in `cost --json`. */
export interface ModelReport {
  readonly id: string;
  readonly title: string;
  readonly system: string;
  readonly monthly: number;
  /** Not rounded. */
  readonly perUser: number;
  readonly components: readonly ComponentReport[];
  readonly capacity: readonly Capacity[];
  readonly trust: Trust;
  readonly perUnit: readonly UnitCost[];
  readonly demand: readonly DemandReport[];
}
