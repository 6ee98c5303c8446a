import type { Span } from './source.ts';

/** Keys and indexes from the top of a document to a value. */
export type Path = readonly PropertyKey[];

/** A value that was read from a text, with the place of each of its parts. */
export interface Located {
  readonly value: unknown;
  /** Where the value at a path stands; the nearest part around it that exists, when it does not. */
  spanOf(path: Path): Span;
  /** Where the key of a path's last step stands; its value's place where there is no key. */
  keySpanOf(path: Path): Span;
}
