import type { Price, PriceBook } from './book.ts';

/** Prices of more than this many months before the book was compiled count as old. */
const OLD_AFTER_MONTHS = 12;

/**
 * Whole months between a price's date and the day that the book was compiled. A range counts from
 * its end, and what a date leaves out is taken as early as it can be: `2026` is January 2026.
 */
export function monthsOld(asOf: string, compiledAt: string): number {
  const [from = asOf, to = from] = asOf.replaceAll('~', '').split('..');
  return Math.max(0, monthOf(compiledAt) - monthOf(to));
}

/** Whether a price was already old when its book was compiled. */
export function isOld(
  { asOf }: Price,
  { compiledAt }: PriceBook,
  after = OLD_AFTER_MONTHS,
): boolean {
  return monthsOld(asOf, compiledAt) > after;
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
