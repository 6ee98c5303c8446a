import { z } from 'zod';
import { duration, id, text } from './fields.ts';

const schema = z.strictObject({
  version: z.int().positive().describe('Counts up when an old reader can no longer follow.'),
  fields: z
    .record(text, text)
    .refine((fields) => Object.keys(fields).length > 0, 'at least one field is due')
    .describe('Name of each field, and what it holds.'),
});

const consumer = z.strictObject({
  group: text.describe('The consumer group.'),
  element: text.describe('Identifier of the element that reads.'),
  does: text.describe('What it does then.'),
  alert: text
    .describe('When its delay calls somebody: `the oldest unhandled one is 30 s old`.')
    .optional(),
});

/** An event that one element publishes and others read. */
const event = z.strictObject({
  id,
  name: text.describe('As the code calls it: `OrderCreated`.'),
  topic: text,
  key: text.describe('What keeps its order, and chooses its partition: `order id`.'),
  when: text.describe('What has happened.'),
  schema,
  producer: text.describe('Identifier of the element that publishes it.'),
  consumers: z.array(consumer).default([]),
  failure: text.describe('What happens to a message that cannot be handled.'),
  retention: duration.describe('How long the topic keeps it.').optional(),
});

/** `events.yaml` */
export const events = z.array(event);
export type Event = z.output<typeof event>;
