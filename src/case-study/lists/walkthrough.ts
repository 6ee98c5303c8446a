import { z } from 'zod';
import { decisions, elements, id, text } from './fields.ts';

/** The lengths that a walkthrough is given in, with their seconds. */
export const CUTS = { '3-min': 180, '5-min': 300, '15-min': 900, '30-min': 1800 } as const;
export type Cut = keyof typeof CUTS;

/** The shortest first. */
export const CUT_NAMES: readonly Cut[] = ['3-min', '5-min', '15-min', '30-min'];

const seconds = z.int().positive().optional();

/** A stop: what is shown, what is said, and how long in which cut. */
const stop = z.strictObject({
  id,
  title: text,
  line: text
    .describe('What listeners read under the title; without it the first sentence of `say`.')
    .optional(),
  view: text.describe('Key of the view that is shown.').optional(),
  elements: elements.default([]).describe('Identifiers of the elements that are pointed at.'),
  decisions: decisions.default([]),
  cost: text
    .describe('A part of the cost model, or one of its lines: `database`, `database.storage`.')
    .optional(),
  story: text.describe('Id of a story of stories.yaml that is shown.').optional(),
  requirement: text
    .describe('Id of a requirement of nfrs.yaml: its target is the large figure.')
    .optional(),
  capacity: text
    .describe('Id of a capacity of the cost model: where it ends is the large figure.')
    .optional(),
  say: text.describe('What is said.'),
  notes: z
    .array(text)
    .default([])
    .describe('What the speaker has at hand in the longer cuts, and says if there is time.'),
  seconds: z
    .strictObject({ '3-min': seconds, '5-min': seconds, '15-min': seconds, '30-min': seconds })
    .refine((all) => Object.keys(all).length > 0, 'at least one cut is due')
    .describe('How long it takes in each cut that has it.'),
});

/** `walkthrough.yaml`: the stops follow one another as they stand. */
export const walkthrough = z.array(stop);
export type Stop = z.output<typeof stop>;

/** Seconds that the stops of a cut take together. */
export function cutSeconds(stops: readonly Pick<Stop, 'seconds'>[], cut: Cut): number {
  return stops.reduce((sum, one) => sum + (one.seconds[cut] ?? 0), 0);
}
