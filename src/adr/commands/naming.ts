import type { LogFolder } from './log-folder.ts';

/**
 * The slug of a title, as adr-tools makes it: every run of anything but ASCII letters and digits is
 * one hyphen, letters are lower case, no hyphen at the ends. It may be empty.
 */
export function slugOf(title: string): string {
  return title
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase()
    .replace(/^-|-$/g, '');
}

/**
 * The number of the next record: one more than the largest at the start of any name in the folder,
 * whatever kind of file it is. Gaps are never filled. A bigint, since dates with times are names too.
 */
export function nextNumber({ entries }: LogFolder): bigint {
  const numbers = entries
    .filter((entry) => !entry.includes('/'))
    .map((entry) => /^\d+/.exec(entry)?.[0])
    .filter((digits) => digits !== undefined)
    .map(BigInt);
  const [largest = 0n] = numbers.toSorted((a, b) => (a < b ? 1 : -1));
  return largest + 1n;
}

/** `0012-use-kafka.md`: at least four digits. */
export function fileNameOf(number: bigint, title: string): string {
  return `${String(number).padStart(4, '0')}-${slugOf(title)}.md`;
}
