import { z } from 'zod';
import { id, text } from '../lists/fields.ts';
import { reference, studyPage } from './fields.ts';

/** What can be asked; the last four are asked of the portfolio itself. */
export const QUESTION_KINDS = [
  'design',
  'behavioural',
  'refusal',
  'value',
  'ambiguity',
  'decision',
  'failure',
  'limit',
  'cost',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

const minutes = z.number().positive().max(180).describe('Minutes that the answer may take.');
const lines = z.array(text).min(1);

const question = {
  id,
  ask: text.describe('The question, as it is asked.'),
  minutes,
  studies: z.array(studyPage).default([]).describe('Slugs of the studies that it is about.'),
  sources: z.array(reference).default([]).describe('Where this portfolio shows the answer.'),
};

const design = z.strictObject({
  ...question,
  requirements: lines.describe('What to settle first: functions, limits, and what is left out.'),
  sizing: lines.describe('The sums that shape the design, each with what it follows from.'),
  sketch: lines.describe('The parts, and the way of one request through them.'),
  tradeOffs: lines.describe('What was chosen against what, and what it costs.'),
  breaksFirst: lines.describe('What gives way first, and what is done then.'),
});

const behavioural = z.strictObject({
  ...question,
  listens: text.describe('What whoever asks listens for.'),
  structure: z.array(z.strictObject({ part: text, say: text })).min(1),
  tellWith: text.describe('What of this portfolio to tell it with.'),
  gaps: lines.describe('What only the author can fill in.'),
});

const refusal = z.strictObject({
  ...question,
  setting: text.describe('Who asks for it, and why they are right to.'),
  pushes: text.describe('What they answer to the first no.'),
  say: lines.describe('The way to a no that both can live with, step by step.'),
  instead: text.describe('What is offered.'),
  reopens: text.describe('What would change the answer.'),
});

const value = z.strictObject({
  ...question,
  worth: text.describe('The same, to whoever pays for it.'),
  why: text.describe('What makes it better, and what it must not promise.'),
});

/** The drill for a demand that says too little. */
const drill = z.strictObject({
  steps: z
    .array(z.strictObject({ name: text, does: text, says: text }))
    .length(4)
    .describe('Clarify the scope, state assumptions, propose options, invite feedback.'),
  prompts: z
    .array(z.strictObject({ ...question, answers: z.array(lines).length(4) }))
    .describe('Demands, with what each of the four steps comes to.'),
});

const session = z.strictObject({
  id,
  title: text,
  plan: z
    .array(
      z.strictObject({
        kind: z.enum(QUESTION_KINDS),
        count: z.int().positive().default(1),
        minutes,
      }),
    )
    .min(1)
    .describe('What is asked, in this order, with the minutes for each question.'),
});

const schedule = z.strictObject({
  title: text.describe('What stands above the days: `Seven days`.').optional(),
  start: z.iso.date().describe('The first day; else the Monday after the last commit.').optional(),
  days: z.array(
    z.strictObject({
      id,
      title: text,
      minutes,
      does: text.describe('What is done, and what comes of it.'),
      time: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time: `18:30`')
        .describe('When, where it is kept; all of the day without it.')
        .optional(),
    }),
  ),
});

/** `practice.yaml`: what is asked in interviews and how it is practised. Each part without entries is not shown. */
export const practice = z.strictObject({
  sessions: z.array(session).default([]),
  design: z.array(design).default([]),
  behavioural: z.array(behavioural).default([]),
  refusals: z.array(refusal).default([]),
  values: z.array(value).default([]),
  drill: drill.optional(),
  schedule: schedule.optional(),
});
export type Practice = z.output<typeof practice>;
