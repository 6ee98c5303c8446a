import { z } from 'zod';
import { bytesOf, decisions, durationOrNone, id, size, text } from './fields.ts';

const ENTRIES = /^(\d+(?:\.\d+)?)( a user)?$/;

/** A kind of thing that is held in a cache. */
const cached = z.strictObject({
  id,
  what: text.describe('What is held: `Product page`.'),
  key: text.describe('Its key: `product:{id}`.'),
  element: text.describe('Identifier of the cache.'),
  readBy: text.describe('Identifier of the element that reads it.'),
  ttl: durationOrNone.describe('How long it lives: `15 min`, or `none`.'),
  invalidation: text.describe('What removes it before that.'),
  whenDown: text.describe('What happens while the cache does not answer.'),
  entries: z
    .preprocess(
      (value) => (typeof value === 'number' ? String(value) : value),
      z.string().regex(ENTRIES, '`50000`, or `1.5 a user`'),
    )
    .meta({
      type: ['number', 'string'],
      description: 'How many there are, whatever the number of users, or `1 a user`.',
    }),
  size: size.describe('Of an entry with its key and overhead: `12 kB`.'),
  decisions: decisions.default([]),
});

/** `cache.yaml` */
export const cache = z.array(cached);
export type Cached = z.output<typeof cached>;

/** How many entries there are at a number of users. */
export function cacheEntries({ entries }: Pick<Cached, 'entries'>, users: number): number {
  const [, count, aUser] = ENTRIES.exec(entries) ?? [];
  return Number(count) * (aUser === undefined ? 1 : users);
}

/** Bytes that the entries take altogether at a number of users. */
export function cacheBytes(one: Pick<Cached, 'entries' | 'size'>, users: number): number {
  return cacheEntries(one, users) * bytesOf(one.size);
}
