import { plainText } from '../markdown/inline.ts';
import type { AdrLink, Relation } from '../record.ts';

/** How far before a link its verb may stand, in characters. */
export const VERB_DISTANCE = 600;

/** Verbs of relations as they stand before a link; of several, the last one counts. */
const VERBS: readonly (readonly [Relation, RegExp])[] = [
  ['superseded-by', /\b(?:super[sc]ee?ded|replaced|obsoleted)\b[^[\].;]*?\bby\b/gi],
  ['superseded-by', /\bsuper[sc]ee?ded\b/gi],
  ['supersedes', /\b(?:super[sc]ee?d(?:es|ing)|replac(?:es|ing)|obsolet(?:es|ing))\b/gi],
  ['amended-by', /\bamended[ -]by\b/gi],
  ['amends', /\bamends\b/gi],
];

/** The relation that the words before a link state; any other verb makes it `relates`. */
export function relationOf(before: string): Pick<AdrLink, 'relation' | 'verb' | 'partly'> {
  let last: { relation: Relation; verb: string; start: number; end: number } | undefined;
  for (const [relation, pattern] of VERBS) {
    for (const { 0: verb, index } of before.matchAll(pattern)) {
      const end = index + verb.length;
      if (last === undefined || end > last.end) last = { relation, verb, start: index, end };
    }
  }
  if (last === undefined) return { relation: 'relates', verb: lastWords(before), partly: false };
  const { relation, verb, start, end } = last;
  const partly =
    /\bpart(?:ly|ially)\s+$/i.test(before.slice(0, start)) ||
    /\b(?:some|parts?|partly|partially|aspects?)\b/i.test(before.slice(end));
  return { relation, verb: verb.replace(/\s+/g, ' '), partly };
}

/** The last phrase of a text, without the marks around it: `- Refined by [` gives `Refined by`. */
function lastWords(text: string): string {
  const phrase = text.split(/[.;,(\n]|\s[-–—]\s|\]\([^)]*\)/).at(-1) ?? '';
  return plainText(phrase.replace(/^[\s>*+|-]+/, '')).replace(/[\s[(:*]+$/, '');
}
