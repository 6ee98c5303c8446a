import { z } from 'zod';
import { id, text } from '../lists/fields.ts';
import { studyPage } from './fields.ts';

/** A question that every interview asks in some form; a story's `topic` names it. */
const topic = z.strictObject({
  id,
  title: text.describe('`Event-driven or synchronous`'),
  tradeOff: text.describe('What has to be defended: `Complexity against scale`.'),
});

/** Something that is said by itself, in a stated time. */
const pitch = z.strictObject({
  id,
  title: text,
  seconds: z.int().positive().describe('How long it may take.'),
  study: studyPage
    .describe('The study whose cost model its figures, `<Cost />`, are from.')
    .optional(),
  say: text.describe('What is said. What only its speaker knows stands in brackets: `[12 years]`.'),
});

/** `interview.yaml`: what is prepared beyond a single study. */
export const interview = z.strictObject({
  pitches: z.array(pitch).default([]),
  topics: z.array(topic).default([]),
});
export type Interview = z.output<typeof interview>;
export type Pitch = Interview['pitches'][number];
