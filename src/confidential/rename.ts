import { type HiddenName, type NameFinder, wordsOf } from './names.ts';

/** Gives a text with aliases in the place of names. */
export type Renamer = (text: string) => string;

/**
 * A renamer by what finds names. An alias is written as the name was: in its case, and with what stood
 * between its words, so that identifiers, addresses and names of files stay what they are. `counted` hears
 * of each name that is replaced.
 */
export function renamer(find: NameFinder, counted: (name: HiddenName) => void = () => {}): Renamer {
  return (text) => {
    let result = '';
    let from = 0;
    for (const { name, start, end } of find(text)) {
      counted(name);
      result += text.slice(from, start) + inShapeOf(text.slice(start, end), name);
      from = end;
    }
    return from === 0 ? text : result + text.slice(from);
  };
}

/** An alias in the shape in which its name was found: `mobile-shop` for `Mobile shop` gives `retail-site`. */
export function inShapeOf(found: string, { name, alias }: HiddenName): string {
  const words = wordsOf(alias);
  const gap = wordsOf(name).length > 1 ? gapIn(found) : undefined;
  if (gap === '') return joined(found, words);
  if (gap !== undefined && !/\s/.test(gap)) return inCaseOf(found, words.join(gap), name);
  return inCaseOf(found, alias, name);
}

/** What stands between the first two words of what was found. */
function gapIn(found: string): string {
  return /[^\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]+/u.exec(found)?.[0] ?? '';
}

/** `retailSite`, `RetailSite`, `retailsite`, `RETAILSITE`. */
function joined(found: string, words: readonly string[]): string {
  const lower = words.map((word) => word.toLowerCase());
  if (isUpper(found)) return lower.join('').toUpperCase();
  if (!/\p{Lu}/u.test(found)) return lower.join('');
  const pascal = lower.map(capital);
  const [first = ''] = lower;
  return /^\p{Lu}/u.test(found) ? pascal.join('') : [first, ...pascal.slice(1)].join('');
}

function inCaseOf(found: string, alias: string, name: string): string {
  if (found === name) return alias;
  if (isUpper(found) && !isUpper(name)) return alias.toUpperCase();
  if (!/\p{Lu}/u.test(found)) return alias.toLowerCase();
  return alias;
}

function isUpper(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
