import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Located, Path } from '#diagnostics/located.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { validate } from '#diagnostics/validate.ts';
import { finding } from '../codes.ts';
import { applyOverrides, type Books, type Overridden } from './apply-overrides.ts';
import { matchesPattern, type PriceBook } from './book.ts';
import { checkLadder } from './check.ts';
import { type Overrides, type OwnRegion, overridesFile } from './schema.ts';

/** Books with the author's prices in them, as `applyOverrides` puts them there, and what is wrong with these. */
export function overrideBooks(
  books: Books,
  located: Located,
): Overridden & {
  /** What the file says, where nothing is wrong with it. */
  readonly sound?: Overrides | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics } = validate(located, overridesFile, (message, span, detail) =>
    finding('cost-prices-invalid', message, span, detail),
  );
  if (!value) return { books, rates: [], diagnostics };
  const overridden = applyOverrides(books, value);
  const findings = Object.entries(value.regions ?? {}).flatMap(([region, own]) => {
    const path = ['regions', region];
    if (!overridden.books.has(region)) return [unknownRegion(region, books, located, path)];
    return [...checkPrices(own, located, path), ...checkStandIns(own, books, located, path)];
  });
  findings.push(...checkDiscounts(value, overridden.books, located));
  return { ...overridden, ...(findings.length === 0 && { sound: value }), diagnostics: findings };
}

function checkPrices({ prices = [] }: OwnRegion, located: Located, path: Path): Diagnostic[] {
  return prices.flatMap(({ id, tiers }, index) =>
    tiers ? checkLadder(id, tiers, located, [...path, 'prices', index, 'tiers']) : [],
  );
}

function checkStandIns(
  { standIns = [] }: OwnRegion,
  books: Books,
  located: Located,
  path: Path,
): Diagnostic[] {
  return standIns.flatMap(({ ids, from }, index) => {
    const at = [...path, 'standIns', index];
    const source = books.get(from);
    if (!source) return [unknownRegion(from, books, located, [...at, 'from'])];
    return ids.flatMap((id, place) => unknownIds(id, [source], located, [...at, 'ids', place]));
  });
}

function checkDiscounts(
  { discounts = [] }: Overrides,
  books: Books,
  located: Located,
): Diagnostic[] {
  return discounts.flatMap(({ ids = [], regions = [] }, index) => [
    ...ids.flatMap((id, place) =>
      unknownIds(id, [...books.values()], located, ['discounts', index, 'ids', place]),
    ),
    ...regions.flatMap((region, place) =>
      books.has(region)
        ? []
        : [unknownRegion(region, books, located, ['discounts', index, 'regions', place])],
    ),
  ]);
}

function unknownIds(
  pattern: string,
  books: readonly PriceBook[],
  located: Located,
  path: Path,
): Diagnostic[] {
  const ids = books.flatMap(({ prices }) => [...prices.keys()]);
  if (ids.some((id) => matchesPattern(id, pattern))) return [];
  const where = books.length === 1 ? `the book of ${books[0]?.region}` : 'any price book';
  const message = `\`${pattern}\` is not in ${where}.`;
  const hint = didYouMean(pattern, ids);
  return [finding('cost-prices-unknown-dimension', message, located.spanOf(path), { hint })];
}

function unknownRegion(region: string, books: Books, located: Located, path: Path): Diagnostic {
  const message = `There is no price book for the region \`${region}\`.`;
  const known = `Books: ${[...books.keys()].join(', ')}. A new region needs \`provider\`, \`currency\` and \`compiledAt\`.`;
  const hint = didYouMean(region, books.keys()) ?? known;
  return finding('cost-prices-unknown-region', message, located.keySpanOf(path), { hint });
}
