import { plainText } from '../markdown/inline.ts';
import type { AdrField, Located } from '../record.ts';
import { fieldNamed, fieldText } from './front-matter.ts';

/**
 * The names in the first of these fields, from the front matter or else the metadata: a YAML list,
 * or text with commas. Text of a template (`{list everyone …}`) is nobody.
 */
export function readNames(
  frontMatter: readonly AdrField[],
  metadata: readonly AdrField[],
  ...keys: string[]
): Located[] {
  const field = fieldNamed(frontMatter, ...keys) ?? fieldNamed(metadata, ...keys);
  if (field === undefined) return [];
  const { value, span } = field;
  const texts = Array.isArray(value) ? value.map(String) : splitNames(fieldText(field));
  return texts
    .map((text) => plainText(text))
    .filter((text) => text !== '' && !/^[{[<]/.test(text))
    .map((text) => ({ text, span }));
}

/** Tags in lower case; in text without commas blanks part them, as log4brains has it. */
export function readTags(
  frontMatter: readonly AdrField[],
  metadata: readonly AdrField[],
): Located[] {
  const keys = ['tags', 'tag', 'categories'] as const;
  const field = fieldNamed(frontMatter, ...keys) ?? fieldNamed(metadata, ...keys);
  if (field === undefined) return [];
  const byBlanks = typeof field.value === 'string' && !field.value.includes(',');
  return readNames([field], [], field.key).flatMap(({ text, span }) =>
    (byBlanks ? text.split(/\s+/) : [text]).map((tag) => ({ text: tag.toLowerCase(), span })),
  );
}

/** Commas part names, except inside brackets; braces and brackets around them all are dropped. */
function splitNames(text: string): string[] {
  const inner = /^[{[].*\|/.test(text) ? '' : text.replace(/^\[(?!.*\]\()(.*)\]$/, '$1');
  return inner.split(/[,;](?![^([]*[)\]])/).map((part) => part.trim());
}
