import { type LookAlikes, plainForm, squeezer } from './letters.ts';

/** A name that must not be read, and what stands for it. */
export interface HiddenName {
  readonly name: string;
  readonly alias: string;
  /** What it is called in `aliases.yaml`: `systems[0]`. */
  readonly entry: string;
  /** A word of everyday language: it is a name only as it is written, case included. */
  readonly isCommon: boolean;
}

/** Where a name stands in a text. */
export interface FoundName {
  readonly name: HiddenName;
  readonly start: number;
  readonly end: number;
}

/** Finds names in a text, in whatever form: from its start on, longest first, never two that overlap. */
export type NameFinder = (text: string) => Iterable<FoundName>;

/** What is not seen: soft hyphen, zero width, joiners, marks of direction; and the zeros of UTF-16. */
const UNSEEN = '\\p{Default_Ignorable_Code_Point}\\p{M}\\u0000';
/** What stands between the words of a name: blanks, dashes, underscores, dots, slashes. */
const BETWEEN = `${UNSEEN}\\s\\p{Pd}_.·•‧・+/\\\\*~:\\u2212`;
/** Names of so many letters are found inside longer words also, where they are more than one word. */
const DISTINCT = 10;

/**
 * Finds names by four rules, the same for renaming and for the leak check. A name is found in any case,
 * in letters that look like its own, with anything or nothing between its words, and with what cannot be
 * seen anywhere in it. It is found as a whole: letters and digits around it are a boundary only where
 * camel case or a digit begins a word (`myKafkaTopic`, `kafka2`), so that `Orders` is not in `reorders`.
 * Names of two words and ten letters are found inside longer words too (`mobilecommerceplatforms`). What
 * is marked as a common word is found only as it is written.
 */
export function nameFinder(names: readonly HiddenName[], alike: LookAlikes): NameFinder {
  const wanted = names
    .map((name) => ({ name, words: wordsOf(name.name) }))
    .filter(({ words }) => words.length > 0)
    .toSorted((a, b) => b.words.join('').length - a.words.join('').length)
    .map(({ name, words }) => ({
      name,
      isDistinct: words.length > 1 && words.join('').length >= DISTINCT && !name.isCommon,
      pattern: patternOf(words, name.isCommon, alike),
    }));
  if (wanted.length === 0) return () => [];
  const squeezed = squeezer(alike);
  const letters = wanted.map(({ name }) => squeezed(wordsOf(name.name).join('')));
  const source = wanted.map(({ pattern }) => pattern).join('|');
  return function* find(text) {
    // Most texts hold no name at all, which is quickly known; mathematical letters are pairs of units.
    const short = /[\ud835\ud83c]/.test(text) ? undefined : squeezed(text);
    if (short !== undefined && !letters.some((one) => short.includes(one))) return;
    const any = new RegExp(source, 'gu');
    const each = wanted.map(({ pattern }) => new RegExp(pattern, 'uy'));
    for (let match = any.exec(text); match; match = any.exec(text)) {
      const start = match.index;
      const found = wanted.findIndex(({ isDistinct }, place) => {
        const one = each[place];
        if (!one) return false;
        one.lastIndex = start;
        const length = one.exec(text)?.[0].length;
        return length !== undefined && (isDistinct || isWhole(text, start, start + length));
      });
      const name = wanted[found]?.name;
      if (name) yield { name, start, end: each[found]?.lastIndex ?? start };
      any.lastIndex = name ? (each[found]?.lastIndex ?? start) : start + 1;
    }
  };
}

/** The words of a name, case kept: `Node.js` is `Node` and `js`, `MobileShop` is one. */
export function wordsOf(name: string): string[] {
  return plainForm(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function patternOf(words: readonly string[], isCommon: boolean, alike: LookAlikes): string {
  const letter = (character: string) => {
    const cases = isCommon
      ? [character]
      : [character, character.toLowerCase(), character.toUpperCase()];
    const all = new Set(cases.flatMap((one) => [...one, ...(alike.get(one) ?? '')]));
    return `[${[...all].join('')}]`;
  };
  return words
    .map((word) => [...word].map(letter).join(`[${UNSEEN}]*`))
    .join(`(?:[${BETWEEN}]{0,8}|\\s{9,80})`);
}

const UNSEEN_ONE = new RegExp(`[${UNSEEN}]`, 'u');

/** Whether what is around a place begins or ends a word there. */
function isWhole(text: string, start: number, end: number): boolean {
  let [before, after] = [start - 1, end];
  while (before >= 0 && UNSEEN_ONE.test(text[before] ?? '')) before--;
  while (after < text.length && UNSEEN_ONE.test(text[after] ?? '')) after++;
  const next = text.slice(after, after + 2);
  return (
    isBorder(text[before] ?? '', text.slice(start, start + 2)) &&
    isBorder(text[end - 1] ?? '', next)
  );
}

/** Whether a word ends with `left` where `right` goes on, as people write names of several words. */
function isBorder(left: string, right: string): boolean {
  const [first = '', second = ''] = right;
  if (!/[\p{L}\p{N}]/u.test(left) || !/[\p{L}\p{N}]/u.test(first)) return true;
  if (/\p{N}/u.test(left) !== /\p{N}/u.test(first)) return true;
  if (/\p{Ll}/u.test(left) && /\p{Lu}/u.test(first)) return true;
  // The last capital of a row begins the next word: `HTTPServer`.
  return /\p{Lu}/u.test(left) && /\p{Lu}/u.test(first) && /\p{Ll}/u.test(second);
}
