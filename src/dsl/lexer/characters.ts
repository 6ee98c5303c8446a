/*
 * The reference implementation is written in Java, and what counts as a blank there decides where a
 * token ends. These are its three notions of a blank.
 */

/** Java's Character.isWhitespace: ASCII blanks, U+001C to U+001F, Unicode spaces that may break. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  if (code < 0x1680) return false;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a && code !== 0x2007) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Java's String.trim: everything up to U+0020 goes from both ends. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return text.slice(start, end);
}

/** Java's String.stripLeading. */
export function stripLeading(text: string): string {
  let start = 0;
  while (start < text.length && isBlank(text.charCodeAt(start))) start++;
  return text.slice(start);
}

/** Java's String.split for a plain separator: empty strings at the end are dropped. */
export function split(text: string, separator: string): string[] {
  const parts = text.split(separator);
  if (parts.length === 1) return parts;
  let count = parts.length;
  while (count > 0 && parts[count - 1] === '') count--;
  return parts.slice(0, count);
}

/** Nothing but what trim removes, as the reference's `isNullOrEmpty`. */
export function isEmpty(text: string | undefined): text is undefined | '' {
  return text === undefined || trim(text) === '';
}

/** Java's Integer.parseInt: an optional sign, digits, 32 bits; undefined for anything else. */
export function parseInteger(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= -0x80000000 && value <= 0x7fffffff ? value : undefined;
}
