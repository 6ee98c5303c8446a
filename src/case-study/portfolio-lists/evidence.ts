import { z } from 'zod';
import { besideFaults, id, text } from '../lists/fields.ts';
import { claimOf, reference } from './fields.ts';
import { MEASURES } from './measures.ts';

/** The lists whose entries are counted, in the order of the page. */
export const EVIDENCE_LISTS = [
  'pillars',
  'flagship',
  'tiers',
  'tracker',
  'topics',
  'projects',
  'metrics',
  'modules',
  'rules',
  'challenge',
] as const;
export type EvidenceList = (typeof EVIDENCE_LISTS)[number];

/** What else the page has a section for. */
const SECTIONS = [...EVIDENCE_LISTS, 'scorecard', 'experience', 'reading'] as const;
export type EvidenceSectionName = (typeof SECTIONS)[number];

/** Something that is asked of the author, and what of this portfolio shows it. */
const asked = {
  id,
  asked: text.describe('What is asked, in a few words.'),
  shown: z
    .array(reference)
    .default([])
    .describe(
      'What shows it: a view, a decision, a part of a page, an entry, a cost, a benchmark.',
    ),
  open: text
    .describe('What is not shown, and why. Beside `shown` it is what is left; alone, all is open.')
    .optional(),
};
const ask = z.strictObject(asked);
export type Ask = z.output<typeof ask>;

/** Its title, and why its entries are open that show nothing and say nothing themselves. */
const heading = {
  id,
  title: text,
  open: text
    .describe('Why entries are open that neither are shown nor say why themselves.')
    .optional(),
};

/** Entries that show nothing say why, or their group does. */
function unexplained(
  { open, asks }: { readonly open?: string | undefined; readonly asks: readonly Partial<Ask>[] },
  context: z.RefinementCtx,
): void {
  if (open !== undefined || !Array.isArray(asks)) return;
  for (const [index, one] of asks.entries()) {
    if (one.open !== undefined || (one.shown?.length ?? 0) > 0) continue;
    const message = 'it is neither `shown`, nor does it say why it is `open`';
    context.addIssue({ code: 'custom', path: ['asks', index], message });
  }
}

/** Entries that belong together: a pillar, a module, a fortnight. */
const block = z
  .strictObject({
    ...heading,
    when: text.describe('When it is due: `Month 3`.').optional(),
    advice: text.describe('What is said about it, in our words.').optional(),
    asks: z
      .array(
        ask.extend({
          under: text.describe('What it belongs to within its group: `Channels`.').optional(),
        }),
      )
      .min(1),
  })
  .superRefine(unexplained, besideFaults);

/** Technologies by how deep one has to know them. */
const tier = z
  .strictObject({
    ...heading,
    asks: z
      .array(
        z.strictObject({
          ...asked,
          technologies: text,
          depth: text.describe('How deep it is asked: `deep`, `working knowledge`.').optional(),
        }),
      )
      .min(1),
  })
  .superRefine(unexplained, besideFaults);

/** A measure of success: counted from the portfolio where it can be. */
const metric = z
  .strictObject({
    ...asked,
    measure: z.enum(MEASURES).describe('What is counted in the portfolio.').optional(),
    atLeast: z.int().positive().describe('From how many on it is reached.').optional(),
  })
  .superRefine(({ measure, atLeast, shown, open }, context) => {
    const issue = (message: string) => context.addIssue({ code: 'custom', path: [], message });
    if ((measure === undefined) !== (atLeast === undefined)) {
      issue('`measure` and `atLeast` belong together');
    }
    if (measure === undefined && open === undefined && (shown?.length ?? 0) === 0) {
      issue('it is neither counted, nor `shown`, nor does it say why it is `open`');
    }
  }, besideFaults);
const metricGroup = z.strictObject({ id, title: text, asks: z.array(metric).min(1) });

/** A day, or several in a row, of a challenge. */
const day = z
  .strictObject({
    ...asked,
    from: z.int().positive(),
    to: z.int().positive().describe('The last of several days.').optional(),
  })
  .refine(({ from, to }) => to === undefined || to > from, '`to` is a later day');

/** A target of a challenge, beside what was reached: both stand in a study’s claims. */
const target = z.strictObject({ id, asked: text, claim: claimOf });

const challenge = z
  .strictObject({ ...heading, targets: z.array(target).default([]), asks: z.array(day).min(1) })
  .superRefine(unexplained, besideFaults);

/** A side of the author that is marked, by how much of what it counts is shown. */
const dimension = z.strictObject({
  id,
  title: text,
  target: z.int().min(1).max(10).default(5),
  counts: z
    .array(text)
    .min(1)
    .describe('Lists of this file, or groups of them: `modules`, `tiers/must`.'),
});

/** What the author has done, what this portfolio adds to it, and the story that comes of both. */
const experience = z.strictObject({
  id,
  experience: text,
  adds: text,
  story: text.describe('What it is told as.'),
  shown: z.array(reference).default([]),
  note: text.describe('What is wrong with the story as it is usually told.').optional(),
});

const shelf = z.strictObject({
  id,
  title: text,
  entries: z
    .array(
      z.strictObject({
        title: text,
        by: text.describe('Author, publisher or place.').optional(),
        link: z
          .url({ protocol: /^https?$/, error: 'an address that begins with https:// is due' })
          .optional(),
        note: text.optional(),
      }),
    )
    .min(1),
});

/** `evidence.yaml`: what is asked of the author, and what of this portfolio shows it. */
export const evidence = z.strictObject({
  intro: text.describe('What the reader should know before the counts.').optional(),
  heads: z
    .partialRecord(
      z.enum(SECTIONS),
      z.strictObject({ title: text.optional(), sentence: text.optional() }),
    )
    .default({})
    .describe('Titles of sections in place of the usual ones, and a sentence below each.'),
  scorecard: z.array(dimension).default([]),
  pillars: z.array(block).default([]),
  flagship: z.array(block).default([]),
  tiers: z.array(tier).default([]),
  tracker: z.array(block).default([]),
  topics: z.array(block).default([]),
  projects: z.array(block).default([]),
  metrics: z.array(metricGroup).default([]),
  modules: z.array(block).default([]),
  rules: z.array(block).default([]),
  challenge: z.array(challenge).default([]),
  experience: z.array(experience).default([]),
  reading: z.array(shelf).default([]),
});
export type Evidence = z.output<typeof evidence>;

/** Whether there is anything to show. */
export function hasEvidence({ intro: _, heads: __, ...lists }: Evidence): boolean {
  return Object.values(lists).some((list) => list.length > 0);
}
