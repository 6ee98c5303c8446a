import { z } from 'zod';
import { decisions, elements, id, text } from './fields.ts';

/** A non-functional requirement that can be measured. */
const nfr = z.strictObject({
  id,
  quality: text.describe('What is promised: `Product page, p95`.'),
  target: text.describe('With its unit: `200 ms`.'),
  limit: text.describe('Where it becomes critical.'),
  measured: text.describe('Where, and over what.'),
  test: text.describe('What shows it before a user does: a load test, a drill.').optional(),
  capacity: text
    .describe('Id of a capacity of the cost model that has to reach the target: `core.members`.')
    .optional(),
  decisions: decisions.default([]),
  elements: elements.default([]),
});

/** `nfrs.yaml` */
export const nfrs = z.array(nfr);
export type Nfr = z.output<typeof nfr>;
