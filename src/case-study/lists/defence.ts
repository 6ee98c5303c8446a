import { z } from 'zod';
import { bills, decisions, id, text } from './fields.ts';

/** A card for the defence of a decision: what is asked about it, and the answer. */
const card = z.strictObject({
  id,
  question: text.describe('As an interviewer asks it: `Why Go and not Node.js?`'),
  answer: text.describe('In two sentences.'),
  constraints: text.describe('What was fixed beforehand: time, team, money.'),
  criteria: text.describe('What decided between the options.'),
  gaveUp: text.describe('What the choice costs us.'),
  differently: text.describe('What we would do differently now.'),
  atScale: text.describe('What changes at ten and at a hundred times the load.'),
  breaksFirst: text.describe('What gives way first.'),
  limit: text
    .describe('The capacity of the cost model that ends first for it: `database.connections`.')
    .optional(),
  costs: bills.default([]),
  decisions: decisions.min(1).describe('Numbers of the records that hold the options.'),
});

/** `defence.yaml` */
export const defence = z.array(card);
export type DefenceCard = z.output<typeof card>;
