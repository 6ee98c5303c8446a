import type { PriceBook } from '#cost/prices/book.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { type LoadedModel, loadCostModels } from '#sources/cost-models.ts';
import { loadPriceBooks } from '#sources/price-books.ts';
import { UsageError } from '../../program.ts';
import type { Request } from './options.ts';

/** The prices that a request is answered with. */
export interface Prices {
  readonly book: PriceBook;
  readonly otherBooks: readonly PriceBook[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The models that a request is about. */
export interface Models {
  readonly models: readonly LoadedModel[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The book of the region that is asked for; a region without one is wrong usage. */
export async function loadPrices(root: string, { region }: Request): Promise<Prices> {
  const { books, diagnostics } = await loadPriceBooks(root);
  const book = books.get(region);
  if (!book) {
    const hint = didYouMean(region, books.keys()) ?? `There are ${[...books.keys()].join(', ')}.`;
    throw new UsageError(`No price book for the region \`${region}\`. ${hint}`);
  }
  return { book, otherBooks: [...books.values()].filter((other) => other !== book), diagnostics };
}

/** The model that is asked for, or all of them; a model that does not exist is wrong usage. */
export function loadModels(root: string, { model: wanted }: Request): Models {
  const { models, diagnostics } = loadCostModels(root);
  if (wanted === undefined) {
    if (models.length === 0 && diagnostics.length === 0) {
      throw new UsageError(
        'There are no cost models in cost-models/. Write `cost-models/NAME.ts`; README.md has a complete one.',
      );
    }
    return { models, diagnostics };
  }
  const found = models.filter(({ model }) => model.id === wanted);
  // A model that does not load may be the one that is asked for.
  if (found.length > 0) return { models: found, diagnostics: [] };
  if (diagnostics.length > 0) return { models: [], diagnostics };
  const ids = models.map(({ model }) => model.id);
  const hint = didYouMean(wanted, ids) ?? `There are ${ids.join(', ')}.`;
  throw new UsageError(`No cost model is called \`${wanted}\`. ${hint}`);
}
