import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyOverrides } from '#cost/prices/apply-overrides.ts';
import { type PriceBook, type PriceBookFile, priceBookOf } from '#cost/prices/book.ts';
import type { ExchangeRate } from '#cost/prices/exchange.ts';
import type { Overrides } from '#cost/prices/schema.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { cacheFolder, codeHash, hashOf, openCache } from './cache.ts';
import { isFile } from './entries.ts';

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

/**
 * The price books, those that ship unless given, with the author's overrides of a content folder. To
 * read and check these takes longer than to load all prices, so sound ones are kept for those that ship.
 */
export async function loadPriceBooks(
  root: string,
  given?: ReadonlyMap<string, PriceBook>,
  cache = openCache(cacheFolder(process.env, process.cwd()), 'prices'),
): Promise<LoadedPriceBooks> {
  const books = given ?? shippedPriceBooks();
  const path = join(root, OVERRIDES);
  if (!isFile(path)) return { books, rates: [], overrides: '', diagnostics: [] };
  const overrides = readFileSync(path, 'utf8');
  const key = given ? undefined : hashOf(overrides, codeHash(PRICES));
  const kept = key === undefined ? undefined : cache.get(key);
  if (isSound(kept)) return { ...applyOverrides(books, kept), overrides, diagnostics: [] };
  const [{ readYaml }, { cleanSource }, { overrideBooks }] = await Promise.all([
    import('./yaml.ts'),
    import('./clean-source.ts'),
    import('#cost/prices/overrides.ts'),
  ]);
  const { source, diagnostics: shown } = cleanSource(OVERRIDES, overrides);
  const { located, diagnostics, hidden } = readYaml(source);
  const told = [...shown, ...hidden];
  if (diagnostics.length > 0) {
    return { books, rates: [], overrides, diagnostics: [...told, ...diagnostics] };
  }
  const { sound, ...loaded } = overrideBooks(books, located);
  // What is told of a file is told each time.
  if (key !== undefined && sound && told.length === 0) cache.put(key, sound);
  return { ...loaded, overrides, diagnostics: [...told, ...loaded.diagnostics] };
}

/** The books that ship, and the code that reads and checks the author's. */
const PRICES = new URL('../cost/prices/', import.meta.url);

/** Only what was read from a file is kept under its key. */
function isSound(kept: unknown): kept is Overrides {
  return kept !== undefined;
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
