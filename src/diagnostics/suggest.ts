import type { DiagnosticDetail } from './diagnostic.ts';

/**
 * The candidate that a mistyped word most likely meant: the nearest by edit distance with swaps
 * (optimal string alignment), case ignored, at most two edits and at most a third of the word away.
 * Ties go to the first candidate.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.min(2, Math.floor(wanted.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance - 1);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A ready hint, or nothing when no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const candidate = suggest(word, candidates);
  return candidate === undefined ? undefined : `Did you mean \`${candidate}\`?`;
}

/**
 * What a finding about a name that leads nowhere says of it: the hint, and, where one candidate alone is
 * near, the renaming that `check --fix` makes.
 */
export function meant(
  word: string,
  candidates: Iterable<string>,
): Pick<DiagnosticDetail, 'hint' | 'rename'> {
  const all = new Set(candidates);
  const to = suggest(word, all);
  if (to === undefined) return {};
  all.delete(to);
  const hint = `Did you mean \`${to}\`?`;
  return suggest(word, all) === undefined ? { hint, rename: { from: word, to } } : { hint };
}

/** Edits (insert, delete, replace, swap of neighbours) from a to b; `limit + 1` when there are more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(edits);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
