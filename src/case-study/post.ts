import { z } from 'zod';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Located } from '#diagnostics/located.ts';
import type { Source } from '#diagnostics/source.ts';
import { validate } from '#diagnostics/validate.ts';
import { studyProblem } from './codes.ts';
import { text } from './lists/fields.ts';

export const POST_KINDS = ['insight', 'trade-off', 'failure', 'cost', 'idea'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** Front matter of a post's draft. */
export const postMeta = z.strictObject({
  /** What it is, and with `of` what it tells of. */
  kind: z.enum(POST_KINDS),
  /** Number of a record, id of a failure mode, of a cost model, of an idea; the study's slug. */
  of: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), text),
  /** Stands for the facts that the draft was written from; `share` says when they changed. */
  facts: z.string().regex(/^[0-9a-f]{12}$/, 'twelve hexadecimal digits, as `share` writes them'),
  /** The headline of card and carousel. */
  title: text.max(90, 'at most 90 characters, so that it fits on the card'),
  /** Where it is published: a channel of `visibility.yaml`. */
  channel: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens')
    .default('linkedin'),
  /** Without `#`, as they shall stand last. */
  hashtags: z
    .array(z.string().regex(/^[\p{L}\p{N}_]+$/u, 'letters, digits and `_`, without `#`'))
    .default([]),
  /** The day on which it went out, once it did: `2026-12-07`. */
  published: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-12-07')
    .optional(),
});
export type PostMeta = z.output<typeof postMeta>;

/** A post's draft as its author has it. */
export interface Post extends PostMeta {
  /** Name of the file without `.md`. */
  readonly id: string;
  readonly source: Source;
  readonly located: Located;
  /** Its text, without link and hashtags. */
  readonly body: string;
}

/** Reads a draft: its front matter, and the text below it. */
export function readPost(
  id: string,
  source: Source,
  { located, bodyStart }: { readonly located: Located; readonly bodyStart: number },
): { readonly post: Post | undefined; readonly diagnostics: readonly Diagnostic[] } {
  if (located.value === undefined) return { post: undefined, diagnostics: [] };
  const { value, diagnostics } = validate(located, postMeta, (message, span, detail) =>
    studyProblem('invalid-post', message, span, detail),
  );
  const body = source.text.slice(bodyStart).replace(/\r\n/g, '\n').trim();
  return { post: value && { ...value, id, source, located, body }, diagnostics };
}
