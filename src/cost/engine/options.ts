import type { Source } from '#diagnostics/source.ts';
import type { Scenario } from '../define/driver.ts';
import type { CostModel, ModelInput } from '../define/model.ts';
import type { PriceBook } from '../prices/book.ts';
import type { PricingPolicy } from '../prices/pricing.ts';

/** The most users that a model is asked about. */
export const MAX_USERS = 1e10;

/** What every question about a model is asked under. */
export interface Setting extends PricingPolicy {
  readonly priceBook: PriceBook;
  /** Books of other regions, to tell a dimension that is missing here from one that is mistyped. */
  readonly otherBooks?: readonly PriceBook[] | undefined;
  /** All drivers low, likely or high; likely unless said otherwise. */
  readonly scenario?: Scenario | undefined;
  /** Drivers that are set apart from the scenario. */
  readonly drivers?: Readonly<Record<string, number>> | undefined;
  /** Options that differ from those the design took. */
  readonly choices?: Readonly<Record<string, string>> | undefined;
  /** The model's file, so that findings point into it. */
  readonly source?: Source | undefined;
}

/** The same with a number of users. */
export interface Question extends Setting {
  readonly users: number;
}

/** The input of a model's run: a value for each driver, an option for each choice. */
export function inputOf(model: CostModel, setting: Setting, users: number): ModelInput {
  const scenario = setting.scenario ?? 'likely';
  const drivers: Record<string, number> = {};
  for (const name in model.drivers) {
    drivers[name] = setting.drivers?.[name] ?? model.drivers[name]?.[scenario] ?? Number.NaN;
  }
  const choices: Record<string, string> = {};
  for (const name in model.choices) {
    choices[name] = setting.choices?.[name] ?? model.choices[name]?.taken ?? '';
  }
  return { users, drivers, choices };
}
