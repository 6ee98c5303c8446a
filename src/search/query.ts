import { decodePlaces, decodeWords, fileWith, type Head, type StoredRecord } from './format.ts';
import { beginningWith, type Near, speltLike } from './near.ts';
import { formsOf, namesSomething, queryWords, wordsOf } from './words.ts';

/** Where the files of an index come from: a script in a page, a folder in a test. */
export interface IndexFiles {
  head(): Promise<Head>;
  places(file: number): Promise<readonly string[]>;
  texts(file: number): Promise<readonly StoredRecord[]>;
}

/** Something that fits a question. */
export interface Found {
  readonly title: string;
  readonly href: string;
  readonly context: string;
  readonly text: string;
}

/** What fits a question among the things of one kind, best first. */
export interface FoundKind {
  readonly kind: string;
  /** How many there are; `best` holds the first of them. */
  readonly count: number;
  readonly best: readonly Found[];
}

export interface Answer {
  /** The kind with the best find first. */
  readonly kinds: readonly FoundKind[];
  readonly count: number;
  /** The words of the index that were found for those of the question, to be marked. */
  readonly words: ReadonlySet<string>;
  /** No record has all of the words, and these have some. */
  readonly isPartial: boolean;
  /** A word was taken as another that is spelt nearly so. */
  readonly isRespelt: boolean;
}

/** Finds of a kind that an answer shows. */
const SHOWN = 6;
/** What a word that only puts the question says, beside one that names something. */
const UNNAMED = 0.25;

const NOTHING: Answer = {
  kinds: [],
  count: 0,
  words: new Set(),
  isPartial: false,
  isRespelt: false,
};

/** Answers questions from an index, of which it loads what each needs. */
export interface Searcher {
  ask(query: string): Promise<Answer>;
}

/** An index that can be asked; nothing is loaded before the first question. */
export function createSearcher(files: IndexFiles): Searcher {
  let opened: Promise<{ head: Head; words: readonly string[] }> | undefined;
  const open = async () => {
    const head = await files.head();
    return { head, words: decodeWords(head.words) };
  };
  return {
    async ask(query) {
      const asked = queryWords(query);
      if (asked.length === 0) return NOTHING;
      opened ??= open();
      const { head, words } = await opened;
      const plain = asked.map((word) =>
        [word, ...formsOf(word)].flatMap((form) => beginningWith(words, form)),
      );
      const spelt = (at: number) => speltLike(words, asked[at] ?? '');
      // What is not spelt as in any text is taken as the nearest words that are.
      const meant = plain.map((near, at) => (near.length > 0 ? near : spelt(at)));
      const isRespelt = plain.some((near) => near.length === 0);
      // A question put in a sentence is about its nouns and verbs; the rest of it only ranks.
      const named = asked.map((word) => namesSomething(word) || !asked.some(namesSomething));
      const scored = await scoresOfAll(files, head, meant, named);
      const found = inAll(scored, named);
      const isPut = named.includes(false) && named.filter(Boolean).length > 2;
      // Who puts a sentence asks for what is about it, and not for each of its words.
      const about = isPut ? inMany(scored, named) : found;
      if (about.size > 0)
        return answer(files, head, about, { query, meant, isPartial: found.size === 0, isRespelt });
      const wider = meant.map((near, at) => {
        const known = new Set(near.map(({ number }) => number));
        return [...near, ...spelt(at).filter(({ number }) => !known.has(number))];
      });
      const scores = await scoresOfAll(files, head, wider, named);
      const nearly = inAll(scores, named);
      const isPartial = nearly.size === 0 && asked.length > 1;
      return answer(files, head, isPartial ? inMost(scores, named) : nearly, {
        query,
        meant: wider,
        isPartial,
        isRespelt: true,
      });
    },
  };
}

/** For each word of the question the records that have it; one that names nothing says little. */
async function scoresOfAll(
  files: IndexFiles,
  head: Head,
  meant: readonly (readonly Near[])[],
  named: readonly boolean[],
): Promise<Scores[]> {
  const scored = await Promise.all(meant.map((near) => scoresOf(files, head, near)));
  return scored.map((scores, at) =>
    named[at] ? scores : new Map([...scores].map(([record, score]) => [record, score * UNNAMED])),
  );
}

/** By record, how well it fits one word of the question: its best word counts. */
async function scoresOf(
  files: IndexFiles,
  head: Head,
  near: readonly Near[],
): Promise<ReadonlyMap<number, number>> {
  const loaded = await Promise.all(
    near.map(async (one) => {
      const file = fileWith(head.places, one.number);
      const entries = await files.places(file);
      return { ...one, places: decodePlaces(entries[one.number - (head.places[file] ?? 0)] ?? '') };
    }),
  );
  const scores = new Map<number, number>();
  for (const { likeness, places } of loaded) {
    for (const { record, weight } of places) {
      if (likeness * weight > (scores.get(record) ?? 0)) scores.set(record, likeness * weight);
    }
  }
  // All that a word may mean counts together: a rare spelling says no more than the usual one.
  const rarity = Math.log(1 + (head.records - scores.size + 0.5) / (scores.size + 0.5));
  return new Map([...scores].map(([record, score]) => [record, score * rarity]));
}

type Scores = ReadonlyMap<number, number>;

/** The records that have every word that names something, by what all words of the question say there. */
function inAll(all: readonly Scores[], named: readonly boolean[]): Scores {
  const [first = new Map(), ...others] = all.filter((_, at) => named[at]);
  const found = [...first.keys()].filter((record) => others.every((one) => one.has(record)));
  return summed(found, all);
}

/** The records with the most words of those that name something. */
function inMost(all: readonly Scores[], named: readonly boolean[]): Scores {
  const counts = countsOf(all, named);
  const most = Math.max(0, ...new Set(counts.values()));
  const found = [...counts].flatMap(([record, count]) => (count === most ? [record] : []));
  return summed(found, all);
}

/** The records with two thirds of the words that name something; one that has more of them stands higher. */
function inMany(all: readonly Scores[], named: readonly boolean[]): Scores {
  const counts = countsOf(all, named);
  const asked = named.filter(Boolean).length;
  const found = [...counts].flatMap(([record, count]) => (3 * count >= 2 * asked ? [record] : []));
  return new Map(
    [...summed(found, all)].map(([record, score]) => [
      record,
      score * ((counts.get(record) ?? 0) / asked) ** 2,
    ]),
  );
}

/** How many of the words that name something stand in each record. */
function countsOf(all: readonly Scores[], named: readonly boolean[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const scores of all.filter((_, at) => named[at])) {
    for (const record of scores.keys()) counts.set(record, (counts.get(record) ?? 0) + 1);
  }
  return counts;
}

function summed(records: readonly number[], all: readonly Scores[]): Scores {
  return new Map(
    records.map((record) => [
      record,
      all.reduce((sum, scores) => sum + (scores.get(record) ?? 0), 0),
    ]),
  );
}

/** A question, and what it was taken to mean. */
interface Asked extends Pick<Answer, 'isPartial' | 'isRespelt'> {
  readonly query: string;
  readonly meant: readonly (readonly Near[])[];
}

async function answer(
  files: IndexFiles,
  head: Head,
  scores: Scores,
  { query, meant, ...said }: Asked,
): Promise<Answer> {
  const firsts = head.kinds.map(([, first]) => first);
  const ranked = [...scores].sort(([a, one], [b, other]) => other - one || a - b);
  const byKind = Map.groupBy(ranked, ([record]) => fileWith(firsts, record));
  const kinds = await Promise.all(
    [...byKind].map(async ([kind, found]) => {
      const shown = await Promise.all(
        found.slice(0, SHOWN).map(async ([record, score]) => {
          const one = await load(files, head, record);
          return { one, score: score * asTitle(one.title, query) };
        }),
      );
      const best = shown.toSorted((a, b) => b.score - a.score);
      return {
        score: best[0]?.score ?? 0,
        kind: head.kinds[kind]?.[0] ?? '',
        count: found.length,
        best: best.map(({ one }) => one),
      };
    }),
  );
  kinds.sort((a, b) => b.score - a.score);
  const words = new Set(meant.flatMap((near) => near.map(({ word }) => word)));
  return {
    kinds: kinds.map(({ score: _, ...kind }) => kind),
    count: scores.size,
    words,
    ...said,
  };
}

/** What bears the very name that was asked for comes first, before what begins with it or holds it. */
function asTitle(title: string, query: string): number {
  const [name, asked] = [title, query].map((text) => {
    const words = wordsOf(text).map(({ word }) => word);
    const named = words.filter(namesSomething);
    return (named.length > 0 ? named : words).join(' ');
  });
  if (name === undefined || asked === undefined) return 1;
  return name === asked ? 2 : name.startsWith(asked) ? 1.4 : name.includes(asked) ? 1.2 : 1;
}

async function load(files: IndexFiles, head: Head, record: number): Promise<Found> {
  const file = fileWith(head.texts, record);
  const records = await files.texts(file);
  const [title, href, context, text] = records[record - (head.texts[file] ?? 0)] ?? [
    '',
    '',
    '',
    '',
  ];
  return { title, href, context, text };
}
