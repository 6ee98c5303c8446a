import type { Source } from '#diagnostics/source.ts';
import type { CostModel } from '../define/model.ts';
import { type PackedBook, packBooks, type RegionGap } from '../engine/pack-book.ts';
import { packSource } from '../engine/pack-source.ts';
import type { PriceBook } from '../prices/book.ts';
import type { ExchangeRate } from '../prices/exchange.ts';

/** What a page's bundle holds beside the engine and the model. */
export interface ExplorerData {
  /** The regions that the model can be priced in, with the prices that it can ask for. */
  readonly books: readonly PackedBook[];
  /** What other currencies are worth, where the author says so. */
  readonly rates: readonly ExchangeRate[];
  /** The model's file, with nothing in it but the words that findings point to. */
  readonly source: { readonly name: string; readonly text: string };
}

/** The same with what the page itself says. */
export interface ExplorerFacts extends ExplorerData {
  /** The regions that are not offered, and what they lack. */
  readonly gaps: readonly RegionGap[];
}

/** What the explorer of a model is made from. */
export function explorerFacts(
  model: CostModel,
  books: Iterable<PriceBook>,
  source: Source,
  rates: readonly ExchangeRate[] = [],
): ExplorerFacts {
  const { books: packed, gaps, lines } = packBooks(books, model);
  // Findings of a sound model tell where a ladder ends, and of services that are closed.
  const words = packed
    .flatMap(({ prices }) => prices)
    .filter(({ tiers, lifecycle }) => lifecycle || tiers.at(-1)?.upTo !== null)
    .flatMap((price) => lines.get(price.id) ?? [])
    .flatMap(({ id, component, line }) => [
      component,
      id.slice(component.length + 1),
      line.dimension,
    ]);
  const { name, text } = packSource(source, [...new Set(['components', ...words])]);
  const currencies = new Set(packed.map(({ currency }) => currency));
  const wanted = rates.filter(({ from }) => currencies.has(from));
  return { books: packed, gaps, rates: wanted, source: { name, text } };
}
