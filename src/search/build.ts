import {
  encodePlaces,
  encodeWords,
  type Files,
  type Place,
  type SearchRecord,
  type StoredRecord,
} from './format.ts';
import { wordsOf } from './words.ts';

/** How much of what a word can say it says by standing in a part of a record; in its text, the rest. */
const SAYS = { title: 0.6, names: 0.45, context: 0.2 } as const;
/** BM25: how soon a repeated word says nothing more, and how much the length of a text counts. */
const [SATURATION, LENGTH] = [1.2, 0.6];
/** Letters in a file, before compression. */
export const FILE_LETTERS = 16_000;

/** Cuts records into the files of an index. Records of a kind must stand together. */
export function buildIndex(records: readonly SearchRecord[], most = FILE_LETTERS): Files {
  const counted = records.map(countWords);
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / (records.length || 1);
  const byWord = new Map<string, Place[]>();
  counted.forEach(({ inText, inName, length }, record) => {
    const norm = SATURATION * (1 - LENGTH + LENGTH * (length / (mean || 1)));
    for (const word of new Set([...inName.keys(), ...inText.keys()])) {
      const count = inText.get(word) ?? 0;
      const share = (inName.get(word) ?? 0) + 0.4 * (count / (count + norm));
      const place = { record, weight: Math.max(1, Math.min(26, Math.round(26 * share))) };
      const places = byWord.get(word);
      if (places) places.push(place);
      else byWord.set(word, [place]);
    }
  });
  const words = [...byWord.keys()].sort();
  const places = cut(
    words.map((word) => encodePlaces(byWord.get(word) ?? [])),
    (entry) => entry.length + 3,
    most,
  );
  const texts = cut(
    records.map(({ title, href, context, text }): StoredRecord => [title, href, context, text]),
    (parts) => parts.join().length + 12,
    most,
  );
  return {
    head: {
      kinds: records.flatMap(({ kind }, at) =>
        kind === records[at - 1]?.kind ? [] : [[kind, at]],
      ),
      records: records.length,
      words: encodeWords(words),
      places: firstsOf(places),
      texts: firstsOf(texts),
    },
    places,
    texts,
  };
}

/** How often the words of a record stand in its text, and how much they say by standing elsewhere. */
function countWords(record: SearchRecord): {
  readonly inText: ReadonlyMap<string, number>;
  readonly inName: ReadonlyMap<string, number>;
  /** Of its text, in words. */
  readonly length: number;
} {
  const own = wordsOf(record.text);
  const inText = new Map<string, number>();
  for (const { word } of own) inText.set(word, (inText.get(word) ?? 0) + 1);
  const inName = new Map<string, number>();
  for (const part of ['context', 'names', 'title'] as const) {
    const words = wordsOf(record[part] ?? '');
    // A word of a short title is more of what it names than a word of a long one.
    const says = part === 'title' ? SAYS.title * (0.6 + 0.4 / (words.length || 1)) : SAYS[part];
    for (const { word } of words) inName.set(word, Math.max(says, inName.get(word) ?? 0));
  }
  return { inText, inName, length: own.length };
}

/** Consecutive entries in files of about so many letters, each of one entry at least. */
function cut<Entry>(
  entries: readonly Entry[],
  lettersOf: (entry: Entry) => number,
  most: number,
): Entry[][] {
  const files: Entry[][] = [];
  let [file, letters]: [Entry[], number] = [[], 0];
  for (const entry of entries) {
    const own = lettersOf(entry);
    if (file.length > 0 && letters + own > most) {
      files.push(file);
      [file, letters] = [[], 0];
    }
    file.push(entry);
    letters += own;
  }
  return file.length > 0 ? [...files, file] : files;
}

function firstsOf(files: readonly (readonly unknown[])[]): number[] {
  let next = 0;
  return files.map(({ length }) => {
    next += length;
    return next - length;
  });
}
