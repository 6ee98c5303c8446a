import type { Price, PriceBook, TrustPolicy } from './book.ts';

/** What is accepted unless the author says otherwise. */
const DEFAULT_TRUST: TrustPolicy = { oldAfterMonths: 12, warnAbove: 0.2 };

/** What a book's prices are trusted for: as its author says, or as everybody's. */
export function trustOf({ trust = DEFAULT_TRUST }: PriceBook): TrustPolicy {
  return trust;
}

/**
 * Whole months between a price's date and the day that the book was compiled. A range counts from
 * its end, and what a date leaves out is taken as early as it can be: `2026` is January 2026.
 */
export function monthsOld(asOf: string, compiledAt: string): number {
  const [from = asOf, to = from] = asOf.replaceAll('~', '').split('..');
  return Math.max(0, monthOf(compiledAt) - monthOf(to));
}

/** Whether a price was already old when its book was compiled. */
export function isOld({ asOf }: Price, book: PriceBook): boolean {
  return monthsOld(asOf, book.compiledAt) > trustOf(book).oldAfterMonths;
}

/** Where a price was read, in one line: `AWS Price List read (PL-PHOEBE)`. */
export function sourceText({ sources, origin }: Price, book: PriceBook): string {
  const read = sources.map((source) => {
    const [key = ''] = source.split(' ');
    const info = Object.hasOwn(book.sources, key) ? book.sources[key] : undefined;
    return info ? `${info.kind} (${source})` : source;
  });
  return [...read, ...(origin === undefined ? [] : [origin])].join('; ');
}

function monthOf(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * 12 + month - 1;
}
