import { z } from 'zod';
import { duration, elements, id, text } from './fields.ts';

/** A step on the way to all users; the steps follow one another as they stand. */
const step = z.strictObject({
  id,
  title: text,
  does: text.describe('What is changed in this step.'),
  exposure: text.describe('Whom it reaches: `10 % of checkouts`.'),
  hold: duration.describe('How long it is watched before the next step.').optional(),
  gate: text.describe('What must be true to go on.'),
  rollback: text.describe('How it is taken back, and how long that takes.'),
  elements: elements.default([]).describe('Identifiers of the elements that change.'),
});

/** `rollout.yaml` */
export const rollout = z.array(step);
export type RolloutStep = z.output<typeof step>;
