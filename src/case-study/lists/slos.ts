import { z } from 'zod';

/** A service level objective. */
const slo = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  name: z.string().min(1),
  /** The indicator: which events count, and which of them are good. */
  sli: z.string().min(1),
  /** Percent of good events. */
  objective: z.number().gt(0).lt(100),
  windowDays: z.int().positive().default(30),
});

/** `slos.yaml` */
export const slos = z.array(slo);
export type Slo = z.output<typeof slo>;

const MINUTES_A_DAY = 24 * 60;

/** Minutes of a window that may be bad: 99.9 % of 30 days leaves 43.2. */
export function errorBudgetMinutes({ objective, windowDays }: Slo): number {
  return Math.round((1 - objective / 100) * windowDays * MINUTES_A_DAY * 10) / 10;
}
