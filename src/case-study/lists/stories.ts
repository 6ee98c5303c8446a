import { z } from 'zod';
import { bills, decisions, id, text } from './fields.ts';

/** A story of the work as an interview asks for it: STAR, and what was given up. */
const story = z.strictObject({
  id,
  title: text,
  topic: id
    .describe('Which of the questions that every interview asks it answers: `caching`.')
    .optional(),
  situation: text.describe('Whom it is for and what was at stake.'),
  task: text.describe('What was ours to do.'),
  action: text.describe('What we designed and did.'),
  result: text.describe('What came of it, as it can be measured.'),
  tradeOff: text.describe('What was given up for it. The five together are said in 90 seconds.'),
  long: text.describe('The same as it is told in three minutes, in paragraphs.').optional(),
  decisions: decisions.default([]),
  views: z.array(text).default([]).describe('Keys of the views that show it.'),
  costs: bills.default([]),
});

/** `stories.yaml` */
export const stories = z.array(story);
export type Story = z.output<typeof story>;

/** The parts of a story in the order in which they are said. */
export const STORY_PARTS = ['situation', 'task', 'action', 'result', 'tradeOff'] as const;

/** Seconds that each length of a story may take. */
export const STORY_SECONDS = { short: 90, long: 180 } as const;
