/*
 * The reference is written in Java. Where what Java makes of a text shows in the output, this is it.
 */

/** Without blanks at its ends; to Java's trim these are all characters up to U+0020. */
export function trim(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && text.charCodeAt(from) <= 0x20) from++;
  while (from < to && text.charCodeAt(to - 1) <= 0x20) to--;
  return text.slice(from, to);
}

/** Nothing, or nothing but blanks. */
export function isEmpty(text: string | undefined): text is undefined {
  return text === undefined || trim(text) === '';
}

/** A text, or an empty one where there are only blanks. */
export function orNothing(text: string | undefined): string {
  return isEmpty(text) ? '' : text;
}

/** How many parts `String.split` gives: empty ones at the end do not count. */
export function partCount(text: string, separator: string): number {
  const parts = text.split(separator);
  if (parts.length === 1) return 1;
  return parts.findLastIndex((part) => part !== '') + 1;
}

/** What follows the last separator: the own name of a nested group. */
export function lastPart(text: string, separator: string | undefined): string {
  if (isEmpty(separator)) return text;
  const at = text.lastIndexOf(separator);
  return at < 0 ? text.slice(separator.length - 1) : text.slice(at + separator.length);
}

/** UTF-8 as base64. */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Entries in the order in which a HashMap with texts as keys gives them. */
export function inHashOrder<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  let capacity = 16;
  while (map.size > capacity * 0.75) capacity *= 2;
  const place = (key: string) => hashOf(key) & (capacity - 1);
  return [...map].sort(([a], [b]) => place(a) - place(b));
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 16);
}

/** By UTF-16 units, as `String.compareTo`. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
