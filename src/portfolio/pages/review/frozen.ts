/** A frozen review: a page that never changes, named by its day and by what it holds. */
export interface FrozenReview {
  readonly study: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Sixteen hexadecimal digits; the page's address ends in them. */
  readonly digest: string;
  /** The file's path from the content's root. */
  readonly path: string;
}

/** What a frozen page has where its day will stand: the same content gives the same digest on any day. */
export const DATE_SLOT = '<time class="frozen-date"></time>';

const DATED = /<time class="frozen-date" datetime="([^"]*)">[^<]*<\/time>/;
const NAME = /^(\d{4}-\d{2}-\d{2})-([0-9a-f]{16})\.html$/;

/** The name of a frozen page's file. */
export function frozenName(date: string, digest: string): string {
  return `${date}-${digest}.html`;
}

/** Day and digest of a file's name; nothing for any other name. */
export function readFrozenName(name: string): Pick<FrozenReview, 'date' | 'digest'> | undefined {
  const [, date, digest] = NAME.exec(name) ?? [];
  return date !== undefined && digest !== undefined ? { date, digest } : undefined;
}

/** A page with the day on which it was frozen; `words` are the day as a reader has it. */
export function withDate(page: string, date: string, words: string): string {
  const dated = `<time class="frozen-date" datetime="${date}">${words}</time>`;
  return page.replace(DATE_SLOT, () => dated);
}

/**
 * What the digest of a frozen page is worked out from: all of it but its day. Line ends count as one,
 * since version control may change them.
 */
export function digestedText(page: string): string {
  return page.replace(/\r\n/g, '\n').replace(DATED, () => DATE_SLOT);
}

/** The day that a frozen page states; nothing where it states none. */
export function dateOf(page: string): string | undefined {
  return DATED.exec(page)?.[1];
}
