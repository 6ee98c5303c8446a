import { recall, remember } from '../stored.ts';

/** How an answer went: it was said well, or it is to be said again. */
export type Mark = 'well' | 'again';

/** By the id of a question. */
export type Marks = Readonly<Record<string, Mark>>;

/** Pages of several portfolios may share a browser's store, so that each has its own address in the key. */
const key = () => `practice ${location.pathname}`;

/** What the browser has kept; nothing where it keeps nothing, or what it has is not ours. */
export function recallMarks(): Marks {
  return readMarks(recall(key()));
}

/** Keeps the marks, or forgets them all. */
export function rememberMarks(marks: Marks): void {
  remember(key(), Object.keys(marks).length > 0 ? JSON.stringify(marks) : null);
}

/** The marks in a text; whatever else stands in it is left out. */
export function readMarks(text: string | null): Marks {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(
      Object.entries(found).filter(
        (entry): entry is [string, Mark] => entry[1] === 'well' || entry[1] === 'again',
      ),
    );
  } catch {
    return {};
  }
}
