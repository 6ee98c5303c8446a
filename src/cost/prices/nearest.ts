import { suggest } from '#diagnostics/suggest.ts';

/** How alike two ids must be, from 0 to 1, for the one to be suggested for the other. */
const ALIKE = 0.3;

/**
 * The ids most like one that does not exist, best first: words in common (`fargate`, `vcpu`), pairs
 * of letters in common, and the same family, the word before the first dot. Somebody who does not know a price book's names is further off than a
 * slip of the finger.
 */
export function nearestIds(wanted: string, known: Iterable<string>, most = 3): string[] {
  return [...known]
    .map((id) => ({ id, score: likeness(wanted.toLowerCase(), id.toLowerCase()) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

/** The id that was mistyped, or the nearest ones, as a hint; none where nothing is near. */
export function nearestHint(wanted: string, known: Iterable<string>): string | undefined {
  const all = [...known];
  const mistyped = suggest(wanted, all);
  if (mistyped !== undefined && isFamily(wanted, mistyped)) return `Did you mean \`${mistyped}\`?`;
  const ids = nearestIds(wanted, all).map((id) => `\`${id}\``);
  const last = ids.pop();
  if (last === undefined) return undefined;
  return `Did you mean ${ids.length > 0 ? `${ids.join(', ')} or ${last}` : last}?`;
}

function likeness(a: string, b: string): number {
  const words = inCommon(wordsOf(a), wordsOf(b));
  return (words + inCommon(pairsOf(a), pairsOf(b))) / 2 + (isFamily(a, b) ? 0.25 : 0);
}

/** Whether both begin with the same word before a dot: `s3`. */
function isFamily(a: string, b: string): boolean {
  return a.split('.', 1)[0] === b.split('.', 1)[0];
}

/** Dice's coefficient of two lists. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  const shared = a.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / Math.max(1, a.length + b.length);
}

function wordsOf(id: string): string[] {
  return id.match(/[a-z]+|\d+/g) ?? [];
}

function pairsOf(id: string): string[] {
  const letters = id.replace(/[^a-z0-9]/g, '');
  return [...letters].slice(1).map((_, at) => letters.slice(at, at + 2));
}
