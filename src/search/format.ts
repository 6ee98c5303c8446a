/**
 * How an index lies in its files. It is cut into words and documents, so that a question loads only
 * what it needs: the list of all words, the places of those that fit, the texts of what is shown.
 */

/** One thing that can be found, in the order that its builder gave. */
export interface SearchRecord {
  readonly kind: string;
  readonly title: string;
  /** Path below the base, and an anchor. */
  readonly href: string;
  /** What it is, and in what: `Container in Mobile commerce`. */
  readonly context: string;
  /** Identifiers and other names by which it is looked for, and which are not shown. */
  readonly names?: string;
  readonly text: string;
}

/** A record as its file has it: title, address, context, text. */
export type StoredRecord = readonly [title: string, href: string, context: string, text: string];

/** What is loaded first. */
export interface Head {
  /** Kinds in the order of the records, and the number of the first record of each. */
  readonly kinds: readonly (readonly [kind: string, first: number])[];
  readonly records: number;
  /** All words in order, front-coded; see `encodeWords`. */
  readonly words: string;
  /** The number of the first word of each file of places. */
  readonly places: readonly number[];
  /** The number of the first record of each file of texts. */
  readonly texts: readonly number[];
}

/** By word, where it stands; by record, its text. */
export interface Files {
  readonly head: Head;
  /** For each file one entry a word; see `encodePlaces`. */
  readonly places: readonly (readonly string[])[];
  readonly texts: readonly (readonly StoredRecord[])[];
}

/** The number of the file that holds a word or record, from the first number of each file. */
export function fileWith(firsts: readonly number[], number: number): number {
  let [low, high] = [0, firsts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firsts[middle] ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Sorted words, each as the count of letters that it shares with the one before, and the rest. */
export function encodeWords(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared++;
      before = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join(' ');
}

/** The words of `encodeWords`. */
export function decodeWords(text: string): string[] {
  let before = '';
  return text.split(' ').flatMap((entry) => {
    if (entry === '') return [];
    before = before.slice(0, Number.parseInt(entry[0] ?? '0', 36)) + entry.slice(1);
    return [before];
  });
}

/** A record in which a word stands, and how much it says there: 1 to 26. */
export interface Place {
  readonly record: number;
  readonly weight: number;
}

/** Steps from one record to the next in base 36, a step of one left out, each closed by its weight, A to Z. */
export function encodePlaces(places: readonly Place[]): string {
  let before = -1;
  return places
    .map(({ record, weight }) => {
      const step = record - before;
      before = record;
      return (step === 1 ? '' : step.toString(36)) + String.fromCharCode(64 + weight);
    })
    .join('');
}

/** The places of `encodePlaces`. */
export function decodePlaces(text: string): Place[] {
  let record = -1;
  return [...text.matchAll(/([0-9a-z]*)([A-Z])/g)].map(([, step = '', weight = 'A']) => {
    record += step === '' ? 1 : Number.parseInt(step, 36);
    return { record, weight: weight.charCodeAt(0) - 64 };
  });
}
