import type { PriceBook } from '#cost/prices/book.ts';
import { type ExchangeRate, inCurrency } from '#cost/prices/exchange.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { type LoadedModel, loadCostModels } from '#sources/cost-models.ts';
import { loadPriceBooks } from '#sources/price-books.ts';
import { UsageError } from '../../program.ts';
import { checkServices } from './commitment-option.ts';
import type { Request } from './options.ts';

/** The prices that a request is answered with. */
export interface Prices {
  readonly book: PriceBook;
  readonly otherBooks: readonly PriceBook[];
  /** What the prices were converted at, where another currency was asked for. */
  readonly exchange: ExchangeRate | undefined;
  /** What the author's own file says. */
  readonly overrides: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The models that a request is about. */
export interface Models {
  readonly models: readonly LoadedModel[];
  /** Those that were not asked for as well. */
  readonly all: readonly LoadedModel[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The book of the region that is asked for, in the currency that is asked for; a region without a book
 * and a currency without a rate are wrong usage.
 */
export async function loadPrices(
  root: string,
  { region, currency, commitments }: Request,
): Promise<Prices> {
  const { books, rates, overrides, diagnostics } = await loadPriceBooks(root);
  const book = books.get(region);
  if (!book) {
    const meant = didYouMean(region, books.keys());
    const hint = [meant, `There are ${[...books.keys()].join(', ')}.`].filter(Boolean).join(' ');
    throw new UsageError(`No price book for the region \`${region}\`. ${hint}`);
  }
  checkServices(commitments, book);
  const exchange = rateTo(currency, book, rates);
  return {
    book: exchange ? inCurrency(book, exchange) : book,
    otherBooks: [...books.values()].filter((other) => other !== book),
    exchange,
    overrides,
    diagnostics,
  };
}

/** The rate at which a book is shown in another currency; none where it is in that currency. */
export function rateTo(
  currency: string | undefined,
  book: PriceBook,
  rates: readonly ExchangeRate[],
): ExchangeRate | undefined {
  if (currency === undefined || currency === book.currency) return undefined;
  const found = rates.find(({ from, to }) => from === book.currency && to === currency);
  if (found) return found;
  const known = rates.filter(({ from }) => from === book.currency).map(({ to }) => to);
  const meant = didYouMean(currency, known);
  const hint = `Give it in cost-models/prices.yaml: \`currencies: { ${currency}: { rate: …, date: …, source: … } }\`.`;
  throw new UsageError(`There is no rate from ${book.currency} to ${currency}. ${meant ?? hint}`);
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
    return { models, all: models, diagnostics };
  }
  const found = models.filter(({ model }) => model.id === wanted);
  // A model that does not load may be the one that is asked for.
  if (found.length > 0) return { models: found, all: models, diagnostics: [] };
  if (diagnostics.length > 0) return { models: [], all: models, diagnostics };
  const ids = models.map(({ model }) => model.id);
  const hint = didYouMean(wanted, ids) ?? `There are ${ids.join(', ')}.`;
  throw new UsageError(`No cost model is called \`${wanted}\`. ${hint}`);
}
