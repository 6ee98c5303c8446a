import { fold } from './fold.ts';

/** A word of a text, folded, and where it stands in it: UTF-16 units. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that are written without spaces: there every two letters that stand together are a word. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const RUN = /[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+/gu;
/** `OrderService`, `HTTPServer`, `eu2Central`: where a new part begins inside a run. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/**
 * The words of a text in their order. An identifier gives its parts: `shop.orders` two, `OrderService`
 * the whole and its two. A number with zeros before it is also the number: `0007` and `7`.
 */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const end = index + run.length;
    if (DENSE.test(run)) {
      found.push(...pairsOf(run, index));
      continue;
    }
    const word = wordOf(run);
    if (word === '') continue;
    found.push({ word, start: index, end });
    const number = /^0+(\d+)$/.exec(word)?.[1];
    if (number !== undefined) found.push({ word: number, start: index, end });
    // Whether there is a seam is seen at a capital inside; most words have none.
    if (/\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u.test(run)) found.push(...partsOf(run, index));
  }
  return found;
}

/** What a reader asks for: each word once, without the parts that only help texts to be found. */
export function queryWords(query: string): string[] {
  const asked = [...query.matchAll(RUN)].flatMap(({ 0: run }) => {
    if (DENSE.test(run)) return pairsOf(run, 0).map(({ word }) => word);
    return [wordOf(run)];
  });
  return [...new Set(asked)].filter((word) => word !== '');
}

/** Words by which English puts a question, and which stand everywhere. */
const ASKING: ReadonlySet<string> = new Set(
  'a an and any are as at be been by can could did do does for from get gets got had happen happens has have how i if in into is it its itself just me much my not of on or our should so that the their them then there they this to us was we were what when where which while who why will with would you your'.split(
    ' ',
  ),
);

/** Whether a word of a question names what is looked for, and does not only put the question. */
export function namesSomething(word: string): boolean {
  return !ASKING.has(word);
}

/** Verbs whose past is another word. */
const PASTS = new Map(
  'break broke, build built, choose chose, drive drove, fall fell, find found, get got, give gave, grow grew, hold held, keep kept, leave left, lose lost, make made, pay paid, run ran, sell sold, send sent, speak spoke, spend spent, take took, tell told, think thought, write wrote'
    .split(', ')
    .map((pair) => pair.split(' '))
    .flatMap(([now = '', past = '']) => [[now, past] as const, [past, now] as const]),
);

/** Other words that mean the same: the past of a verb, the `500` of `500,000` for `500K`. */
export function formsOf(word: string): string[] {
  const form = PASTS.get(word) ?? /^(\d+)[km]$/.exec(word)?.[1];
  return form === undefined ? [] : [form];
}

function partsOf(run: string, at: number): Word[] {
  let start = at;
  return run.split(SEAM).flatMap((part) => {
    const word = { word: wordOf(part), start, end: start + part.length };
    start = word.end;
    return word.word === '' ? [] : [word];
  });
}

function pairsOf(run: string, at: number): Word[] {
  const letters = [...run];
  let start = at;
  return letters.flatMap((letter, place) => {
    const next = letters[place + 1] ?? '';
    const word = { word: wordOf(letter + next), start, end: start + letter.length + next.length };
    start += letter.length;
    return word.word !== '' && (next !== '' || letters.length === 1) ? [word] : [];
  });
}

/** Folded, and without what some letters hold beside letters: the stroke of a half, a space. */
function wordOf(run: string): string {
  return fold(run).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}
