import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import type { Located } from '#diagnostics/located.ts';
import { validate } from '#diagnostics/validate.ts';
import { finding } from '../codes.ts';
import { type PriceBook, priceBookOf } from './book.ts';
import { checkBook } from './check.ts';
import { priceBookFile } from './schema.ts';

/**
 * A price book from a file that is not known to be sound, with all that is wrong with it. `bookOf`
 * gives the book that it inherits from.
 */
export function loadPriceBook(
  located: Located,
  bookOf: (region: string) => PriceBook | undefined = () => undefined,
): { readonly book: PriceBook | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { value: file, diagnostics } = validate(located, priceBookFile, (message, span, detail) =>
    finding('cost-book-invalid', message, span, detail),
  );
  if (!file) return { book: undefined, diagnostics };
  const findings = checkBook(file, located);
  const base = file.inherits && bookOf(file.inherits.from);
  if (file.inherits && !base) {
    const message = `The book inherits from ${file.inherits.from}, for which there is no book.`;
    findings.push(finding('cost-book-invalid', message, located.spanOf(['inherits', 'from'])));
  }
  return { book: hasErrors(findings) ? undefined : priceBookOf(file, base), diagnostics: findings };
}
