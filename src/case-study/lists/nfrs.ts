import { z } from 'zod';

/** A non-functional requirement that can be measured. */
const nfr = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  /** What is promised: `Product page, p95`. */
  quality: z.string().min(1),
  /** With its unit: `200 ms`. */
  target: z.string().min(1),
  /** Where it becomes critical. */
  limit: z.string().min(1),
  measured: z.string().min(1),
  /** What holds it: numbers of decision records, and identifiers of elements. */
  decisions: z.array(z.int().positive()).default([]),
  elements: z.array(z.string().min(1)).default([]),
});

/** `nfrs.yaml` */
export const nfrs = z.array(nfr);
export type Nfr = z.output<typeof nfr>;
