import { z } from 'zod';
import { duration, elements, id, secondsOf, text } from './fields.ts';

const alert = z.strictObject({
  over: duration.describe('The window that is looked at: `1 h`.'),
  burn: z.number().min(1).describe('How many times the even rate the budget is spent at.'),
  response: z.enum(['page', 'ticket']).describe('page: it wakes somebody.'),
});

/** A service level objective. */
const slo = z.strictObject({
  id,
  name: text,
  sli: text.describe('The indicator: which events count, and which of them are good.'),
  objective: z.number().gt(0).lt(100).describe('Percent of good events.'),
  windowDays: z.int().positive().default(30).describe('Days that the objective is held over.'),
  nfrs: z.array(text).default([]).describe('Ids of the requirements that it answers.'),
  elements: elements.default([]).describe('Identifiers of the elements where it is measured.'),
  alerts: z
    .array(alert)
    .optional()
    .describe('Burn rates that call somebody; the three that are usual unless given.'),
});

/** `slos.yaml` */
export const slos = z.array(slo);
export type Slo = z.output<typeof slo>;

const MINUTES_A_DAY = 24 * 60;
const SECONDS_A_DAY = 24 * 60 * 60;

/** Minutes of a window that may be bad: 99.9 % of 30 days leaves 43.2. */
export function errorBudgetMinutes({
  objective,
  windowDays,
}: Pick<Slo, 'objective' | 'windowDays'>): number {
  return Math.round((1 - objective / 100) * windowDays * MINUTES_A_DAY * 10) / 10;
}

/** An alert with what follows from its objective. */
export interface BurnAlert {
  readonly over: string;
  readonly burn: number;
  readonly response: 'page' | 'ticket';
  /** Percent of bad events in the window at which it fires. */
  readonly errorRate: number;
  /** Share of the whole budget that is gone by then, 0 to 1. */
  readonly spent: number;
  /** Hours until nothing is left at this rate, from a full budget. */
  readonly emptyInHours: number;
}

/**
 * How much of the budget is gone when somebody is called, and over which window: the recommendation of
 * the Site Reliability Workbook, chapter 5, table 5-8.
 */
const USUAL = [
  { over: '1 h', share: 0.02, response: 'page' },
  { over: '6 h', share: 0.05, response: 'page' },
  { over: '3 days', share: 0.1, response: 'ticket' },
] as const;

/**
 * The alerts of an objective, the quickest first. Of the usual ones those are left out that could never
 * fire (an error rate of more than 100 %), and those that would fire while the budget lasts.
 */
export function burnAlerts(slo: Pick<Slo, 'objective' | 'windowDays' | 'alerts'>): BurnAlert[] {
  const window = slo.windowDays * SECONDS_A_DAY;
  const usual = USUAL.map(({ over, share, response }) => ({
    over,
    burn: (share * window) / secondsOf(over),
    response,
  })).filter(({ burn }) => burn >= 1 && burn * (100 - slo.objective) <= 100);
  return (slo.alerts ?? usual).map(({ over, burn, response }) => ({
    over,
    burn,
    response,
    errorRate: burn * (100 - slo.objective),
    spent: (burn * secondsOf(over)) / window,
    emptyInHours: window / burn / 3600,
  }));
}
