import { z } from 'zod';
import { elements, id, text } from './fields.ts';

/** One way in which the system fails, as its users and its operators meet it. */
const failureMode = z.strictObject({
  id,
  name: text.describe('What fails: `Payment provider, ten minutes`.'),
  trigger: text.describe('What brings it about.'),
  elements: elements.min(1).describe('Identifiers of the elements that fail.'),
  breaks: text.describe('What no longer works, and what still does.'),
  radius: text.describe('How far it spreads: which users, which share of them.'),
  users: text.describe('What a user sees.'),
  detection: text.describe('How, and how soon, it is noticed.'),
  mitigation: text.describe('What happens then, by itself or by hand.'),
  recovery: text.describe('How soon it is over.'),
  runbook: text
    .describe('Where the runbook tells what to do: `./runbook.mdx#redis-is-lost`.')
    .optional(),
});

/** `failure-modes.yaml` */
export const failureModes = z.array(failureMode);
export type FailureMode = z.output<typeof failureMode>;
