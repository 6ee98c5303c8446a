import type { CostModel } from '../define/model.ts';
import type { Price, PriceBook } from '../prices/book.ts';
import { linesOf } from './bill.ts';
import { inputOf, MAX_USERS, type Setting } from './options.ts';

/** A price book that can be written as JSON. */
export interface PackedBook extends Omit<PriceBook, 'prices'> {
  readonly prices: readonly Price[];
}

/** How many numbers of users are looked at, in equal ratios from one to the most there are. */
const SAMPLES = 400;

/**
 * The part of a book that a model can be billed for, at any number of users and scenario, under any
 * of its choices: what a page sends to the browser. `unpackBook` is its other side.
 */
export function packBook(book: PriceBook, model: CostModel): PackedBook {
  const ids = new Set<string>();
  for (const setting of settingsOf(model, book)) {
    for (let sample = 0; sample < SAMPLES; sample++) {
      const users = Math.round(MAX_USERS ** (sample / (SAMPLES - 1)));
      const { components } = model.run(inputOf(model, setting, users));
      for (const { line } of linesOf(components)) ids.add(line.dimension);
    }
  }
  return { ...book, prices: [...book.prices.values()].filter(({ id }) => ids.has(id)) };
}

/** The book that was packed. */
export function unpackBook(packed: PackedBook): PriceBook {
  return { ...packed, prices: new Map(packed.prices.map((price) => [price.id, price])) };
}

/** Each scenario as the design is, and each option of each choice in turn. */
function settingsOf(model: CostModel, priceBook: PriceBook): Setting[] {
  const options = Object.entries(model.choices).flatMap(([name, choice]) =>
    Object.keys(choice.options).map((option) => ({ priceBook, choices: { [name]: option } })),
  );
  const scenarios = (['low', 'likely', 'high'] as const).map((scenario) => ({
    priceBook,
    scenario,
  }));
  return [...scenarios, ...options];
}
