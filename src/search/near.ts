/** A word of the index that a word of a question may mean. */
export interface Near {
  /** Its number in the index. */
  readonly number: number;
  readonly word: string;
  /** 1 for the very word, less for a beginning of it, still less for one that is spelt otherwise. */
  readonly likeness: number;
}

/** So many words of the index are tried for one of a question. */
const [MOST_BEGINNINGS, MOST_SPELLINGS] = [40, 8];

/** The words that are the asked one or begin with it, likeliest first. */
export function beginningWith(words: readonly string[], asked: string): Near[] {
  const found: Near[] = [];
  for (let number = firstFrom(words, asked); number < words.length; number++) {
    const word = words[number] ?? '';
    if (!word.startsWith(asked)) break;
    const likeness = word === asked ? 1 : 0.85 * Math.sqrt(asked.length / word.length);
    found.push({ number, word, likeness });
  }
  return likeliest(found, MOST_BEGINNINGS);
}

/** The words that are spelt nearly so, or begin nearly so; none for short words. */
export function speltLike(words: readonly string[], asked: string): Near[] {
  const letters = [...asked];
  const most = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;
  // In a number every digit counts.
  if (most === 0 || /^\d+$/.test(asked)) return [];
  const found: Near[] = [];
  words.forEach((word, number) => {
    if (word.length < letters.length - most) return;
    const { whole, beginning } = distance(letters, word, most);
    // A typo stands seldom in the first letter.
    const first = word[0] === asked[0] ? 1 : 0.7;
    if (whole <= most) found.push({ number, word, likeness: first * (0.5 - 0.15 * whole) });
    else if (beginning <= most && letters.length > 4)
      found.push({ number, word, likeness: first * (0.3 - 0.1 * beginning) });
  });
  return likeliest(found, MOST_SPELLINGS);
}

function likeliest(found: Near[], most: number): Near[] {
  return found
    .sort((a, b) => b.likeness - a.likeness || a.word.length - b.word.length || a.number - b.number)
    .slice(0, most);
}

/** The number of the first word that does not stand before a text. */
function firstFrom(words: readonly string[], text: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Letters left out, put in, changed or swapped with their neighbour, between the asked word and a whole
 * word, and between it and the nearest beginning of that word (optimal string alignment). Given up as
 * soon as there are more than `most`.
 */
function distance(
  asked: readonly string[],
  word: string,
  most: number,
): { readonly whole: number; readonly beginning: number } {
  const far = most + 1;
  let before: number[] = [];
  let row = asked.map((_, at) => at + 1);
  row.unshift(0);
  let beginning = far;
  for (let at = 1; at <= word.length; at++) {
    const next = [at];
    let least = at;
    for (let to = 1; to <= asked.length; to++) {
      const same = word[at - 1] === asked[to - 1];
      let cost = Math.min(
        (row[to] ?? far) + 1,
        (next[to - 1] ?? far) + 1,
        (row[to - 1] ?? far) + (same ? 0 : 1),
      );
      const swapped = word[at - 1] === asked[to - 2] && word[at - 2] === asked[to - 1];
      if (at > 1 && to > 1 && swapped) cost = Math.min(cost, (before[to - 2] ?? far) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    beginning = Math.min(beginning, next[asked.length] ?? far);
    if (least > most) return { whole: far, beginning };
    [before, row] = [row, next];
  }
  return { whole: row[asked.length] ?? far, beginning };
}
