import { z } from 'zod';
import { besideFaults, bytesOf, decisions, durationOrNone, id, size, text } from './fields.ts';

const count = z.number().positive();

/** A kind of thing that is held in a cache. */
const cached = z
  .strictObject({
    id,
    what: text.describe('What is held: `Product page`.'),
    key: text.describe('Its key: `product:{id}`.'),
    element: text.describe('Identifier of the cache.'),
    readBy: text.describe('Identifier of the element that reads it.'),
    ttl: durationOrNone.describe('How long it lives: `15 min`, or `none`.'),
    invalidation: text.describe('What removes it before that.'),
    whenDown: text.describe('What happens while the cache does not answer.'),
    entries: count.describe('How many there are, whatever the number of users.').optional(),
    entriesPerUser: count.describe('How many there are for each user.').optional(),
    size: size.describe('Of an entry with its key and overhead: `12 kB`.'),
    decisions: decisions.default([]),
  })
  .superRefine(({ entries, entriesPerUser }, context) => {
    if ((entries === undefined) !== (entriesPerUser === undefined)) return;
    const message = 'it takes one of `entries` and `entriesPerUser`';
    context.addIssue({ code: 'custom', message });
  }, besideFaults);

/** `cache.yaml` */
export const cache = z.array(cached);
export type Cached = z.output<typeof cached>;

/** Bytes that an entry takes altogether at a number of users. */
export function cacheBytes(
  { entries, entriesPerUser, size: each }: Pick<Cached, 'entries' | 'entriesPerUser' | 'size'>,
  users: number,
): number {
  return (entries ?? (entriesPerUser ?? 0) * users) * bytesOf(each);
}
