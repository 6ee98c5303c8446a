import type { PostKind } from '#case-study/post.ts';

/** A post as the portfolio's facts make it, before its author has touched it. */
export interface Draft {
  /** Slug of the study whose folder it belongs to. */
  readonly study: string;
  /** Name of its file without `.md`, and the last step of its address. */
  readonly id: string;
  readonly kind: PostKind;
  /** What it tells of: number of a record, id of a failure mode, of a cost model, of an idea; a slug. */
  readonly of: string;
  /** The headline of card and carousel. */
  readonly title: string;
  /** The text, its paragraphs apart by an empty line; without link and hashtags. */
  readonly body: string;
  /** What was read to write it, so that a change can be told. */
  readonly facts: string;
  readonly hashtags: readonly string[];
}

/**
 * Twelve hexadecimal digits that stand for the facts under a draft: two FNV-1a hashes of the text's
 * UTF-16 units. They tell a change, and keep nothing secret.
 */
export function digestOf(facts: string): string {
  return hash(facts, 0x811c9dc5) + hash(facts, 0x2f0b4a1d).slice(0, 4);
}

function hash(text: string, seed: number): string {
  let state = seed;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  return (state >>> 0).toString(16).padStart(8, '0');
}

/** Paragraphs of which some may have turned out empty, as one text. */
export function paragraphs(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Sentences of which some may have turned out empty, as one paragraph. */
export function inOne(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
