import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Located, Path } from '#diagnostics/located.ts';
import { finding } from '../codes.ts';
import type { Dimension, PriceBookFile, Tier } from './book.ts';

/** What a schema cannot say about a book: ids once, ladders whole, sources that exist. */
export function checkBook(file: PriceBookFile, located: Located): Diagnostic[] {
  const seen = new Map<string, number>();
  return file.dimensions.flatMap((dimension, index) => {
    const path = ['dimensions', index];
    const first = seen.get(dimension.id);
    if (first === undefined) seen.set(dimension.id, index);
    return [
      ...(first === undefined ? [] : [duplicate(dimension.id, located, path, first)]),
      ...checkLadder(dimension.id, dimension.tiers, located, [...path, 'tiers']),
      ...checkSources(dimension, file, located, [...path, 'sources']),
    ];
  });
}

/** A ladder has steps, each ends above the one before, and only the last may be without an end. */
export function checkLadder(
  id: string,
  tiers: readonly Tier[],
  located: Located,
  path: Path,
): Diagnostic[] {
  if (tiers.length === 0) {
    return [finding('cost-book-tier-gap', `\`${id}\` has no price steps.`, located.spanOf(path))];
  }
  return tiers.flatMap(({ upTo }, index) => {
    const span = located.spanOf([...path, index]);
    const before = tiers[index - 1]?.upTo ?? 0;
    if (upTo === null && index < tiers.length - 1) {
      const message = `Step ${index + 1} of \`${id}\` has no end, so the steps after it never apply.`;
      return [finding('cost-book-tier-gap', message, span)];
    }
    if (upTo !== null && upTo <= before) {
      const message = `Step ${index + 1} of \`${id}\` ends at ${upTo}, not above ${before} where the step before it ends.`;
      return [finding('cost-book-tier-order', message, span)];
    }
    return [];
  });
}

function checkSources(
  { id, sources }: Dimension,
  file: PriceBookFile,
  located: Located,
  path: Path,
): Diagnostic[] {
  return sources.flatMap((source, index) => {
    const [key = ''] = source.split(' ');
    if (Object.hasOwn(file.sources, key) || !/^[A-Z0-9-]{2,}$/.test(key)) return [];
    const message = `\`${id}\` names the source \`${key}\`, which the book does not list.`;
    return [finding('cost-book-unknown-source', message, located.spanOf([...path, index]))];
  });
}

function duplicate(id: string, located: Located, path: Path, first: number): Diagnostic {
  const related = [{ message: 'First here', span: located.spanOf(['dimensions', first, 'id']) }];
  const span = located.spanOf([...path, 'id']);
  return finding('cost-book-duplicate', `\`${id}\` is listed twice.`, span, { related });
}
