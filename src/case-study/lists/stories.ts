import { z } from 'zod';
import { decisions, id, text } from './fields.ts';

/** A story of the work as an interview asks for it: STAR, and what was given up. */
const story = z.strictObject({
  id,
  title: text,
  situation: text.describe('Whom it is for and what was at stake.'),
  task: text.describe('What was ours to do.'),
  action: text.describe('What we designed and did.'),
  result: text.describe('What came of it, as it can be measured.'),
  tradeOff: text.describe('What was given up for it.'),
  decisions: decisions.default([]),
  views: z.array(text).default([]).describe('Keys of the views that show it.'),
});

/** `stories.yaml` */
export const stories = z.array(story);
export type Story = z.output<typeof story>;
