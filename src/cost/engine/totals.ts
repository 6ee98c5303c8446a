import type { CostModel } from '../define/model.ts';
import { type Bill, billOf, centsOf } from './bill.ts';
import { inputOf, type Setting } from './options.ts';

/** The bill of a model that is known to run, at a number of users. */
export function billAt(model: CostModel, setting: Setting, users: number): Bill {
  return billOf(model.run(inputOf(model, setting, users)), setting.priceBook, setting);
}

/** Its total in whole cents. */
export function centsAt(model: CostModel, setting: Setting, users: number): bigint {
  return centsOf(model.run(inputOf(model, setting, users)), setting.priceBook, setting);
}
