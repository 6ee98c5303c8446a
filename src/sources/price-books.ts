import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PriceBook, type PriceBookFile, priceBookOf } from '#cost/prices/book.ts';
import type { ExchangeRate } from '#cost/prices/exchange.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';

/** The price books by region, those that ship and the author's own. */
export interface LoadedPriceBooks {
  readonly books: ReadonlyMap<string, PriceBook>;
  /** What other currencies are worth, where the author says so. */
  readonly rates: readonly ExchangeRate[];
  /** What the author's file says; nothing where there is none. */
  readonly overrides: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The books that ship; the first is the one that the others inherit from. */
const SHIPPED = ['aws-us-east-1', 'aws-eu-west-1', 'aws-ap-south-1'] as const;

/** The author's prices, below the content folder. */
const OVERRIDES = 'cost-models/prices.yaml';

/** The price books, those that ship unless given, with the author's overrides of a content folder. */
export async function loadPriceBooks(
  root: string,
  books: ReadonlyMap<string, PriceBook> = shippedPriceBooks(),
): Promise<LoadedPriceBooks> {
  const path = join(root, OVERRIDES);
  if (!existsSync(path)) return { books, rates: [], overrides: '', diagnostics: [] };
  // YAML and the schema take longer to load than all prices: only where there is such a file.
  const [{ readYaml }, { overrideBooks }] = await Promise.all([
    import('./yaml.ts'),
    import('#cost/prices/overrides.ts'),
  ]);
  const overrides = readFileSync(path, 'utf8');
  const { located, diagnostics } = readYaml(new Source(OVERRIDES, overrides));
  if (diagnostics.length > 0) return { books, rates: [], overrides, diagnostics };
  return { ...overrideBooks(books, located), overrides };
}

/** The price books that ship. They are held to their schema by tests, not on every start. */
export function shippedPriceBooks(): ReadonlyMap<string, PriceBook> {
  const books = new Map<string, PriceBook>();
  for (const name of SHIPPED) {
    const url = new URL(`../cost/prices/${name}.json`, import.meta.url);
    const file: PriceBookFile = JSON.parse(readFileSync(url, 'utf8'));
    const base = file.inherits && books.get(file.inherits.from);
    books.set(file.region, priceBookOf(file, base));
  }
  return books;
}

/** A price book of any date from a file, with all that is wrong with it. */
export async function readPriceBook(path: string, name: string) {
  const [{ readYaml }, { loadPriceBook }] = await Promise.all([
    import('./yaml.ts'),
    import('#cost/prices/load.ts'),
  ]);
  const { located, diagnostics } = readYaml(new Source(name, readFileSync(path, 'utf8')));
  if (diagnostics.length > 0) return { book: undefined, diagnostics };
  const shipped = shippedPriceBooks();
  return loadPriceBook(located, (region) => shipped.get(region));
}
