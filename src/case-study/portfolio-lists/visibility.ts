import { z } from 'zod';
import { id, text } from '../lists/fields.ts';
import { CUT_NAMES } from '../lists/walkthrough.ts';
import { POST_KINDS } from '../post.ts';
import { listEntry, studyPage } from './fields.ts';

/** The days of a week, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Where posts go, and what fits there. */
const channel = z.strictObject({
  id,
  name: text,
  limit: z.int().positive().describe('The most characters of a post.'),
  hook: z
    .int()
    .positive()
    .describe('How many stand above “see more”; the post has to begin within them.')
    .optional(),
  links: z
    .int()
    .positive()
    .describe('What a link counts as, however long it is; its own length where this is absent.')
    .optional(),
  hashtags: z.int().min(0).describe('The most hashtags that do any good.').default(3),
  for: text.describe('What belongs there.'),
});

/** What is done each week. */
const action = z.strictObject({
  id,
  day: z.enum(WEEKDAYS),
  title: text,
  kinds: z.array(z.enum(POST_KINDS)).default([]).describe('The posts that it may take.'),
  channels: z.array(text).default([]).describe('Ids of channels.'),
  minutes: z.int().positive(),
});

/** What is counted each month: worked out from the drafts, or by the reader in the browser. */
const counter = z.strictObject({
  id,
  title: text,
  from: z.enum(['published', 'drafts', 'kept']).default('kept'),
  target: z.int().positive().describe('How many in all make the plan a success.').optional(),
});

/** An idea for a post, and the entries of a study's lists that it is told from. */
const idea = z.strictObject({
  id,
  title: text.max(90),
  topic: text,
  study: studyPage,
  tells: z.array(listEntry).default([]).describe('Stories and defence cards of that study.'),
  cut: z.enum(CUT_NAMES).describe('A cut of the walkthrough, told stop by stop.').optional(),
  gap: text.describe('What the idea promises and the portfolio cannot show yet.').optional(),
});

/** `case-studies/visibility.yaml`: the plan by which the portfolio is made known. */
export const visibility = z.strictObject({
  starts: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-11-23')
    .describe('The first Monday of the plan; without it the calendar has none of it.')
    .optional(),
  weeks: z.int().positive().max(520).default(26).describe('How long the plan runs.'),
  channels: z.array(channel).default([]),
  week: z.array(action).default([]),
  counters: z.array(counter).default([]),
  ideas: z.array(idea).default([]),
});
export type Channel = z.output<typeof channel>;
export type Idea = z.output<typeof idea>;
