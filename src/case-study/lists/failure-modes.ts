import { z } from 'zod';

/** One way in which the system fails, as its users and its operators meet it. */
const failureMode = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  /** What fails: `Payment provider, ten minutes`. */
  name: z.string().min(1),
  /** Identifiers of the elements that fail. */
  elements: z.array(z.string().min(1)).min(1),
  /** What a user sees. */
  users: z.string().min(1),
  /** How, and how soon, it is noticed. */
  detection: z.string().min(1),
  /** What happens then, by itself or by hand. */
  mitigation: z.string().min(1),
  recovery: z.string().min(1),
});

/** `failure-modes.yaml` */
export const failureModes = z.array(failureMode);
export type FailureMode = z.output<typeof failureMode>;
