import { z } from 'zod';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a lower-case letter, then letters, digits and hyphens');
const text = z.string().min(1);
/** A figure or an expression of figures; a plain number may stand without quotes. */
const figure = z
  .preprocess((value) => (typeof value === 'number' ? String(value) : value), text)
  .meta({ type: ['string', 'number'] });

/** A part of a cost model at a number of users. */
const model = z.strictObject({
  id: text.optional(),
  users: z.int().min(1).max(1e10),
  component: text.optional(),
  line: text.optional(),
});

const claim = z
  .strictObject({
    id,
    /** What is claimed: `IoT Core`. */
    label: text,
    /** How the text came to it: `86 billion messages`. */
    derived: text.optional(),
    /** `$3,000` */
    claimed: figure,
    /** What it comes to from figures of the file: `devices / interval`. */
    computed: figure.optional(),
    /** What it comes to at list prices: quantities of a month by dimension. */
    meters: z
      .record(text, figure)
      .refine((all) => Object.keys(all).length > 0, 'at least one dimension is due')
      .optional(),
    /** What it comes to in a cost model. */
    model: model.optional(),
    /** The claimed figure equals the computed one, is at least it, or at most. */
    relation: z.enum(['equal', 'at-least', 'at-most']).default('equal'),
    /** `5 %`, or `rounding`. */
    tolerance: figure.optional(),
    /** Why they differ, or why nothing can be computed. */
    reason: text.optional(),
  })
  .refine(
    ({ computed, meters, model: part }) =>
      [computed, meters, part].filter((one) => one !== undefined).length <= 1,
    'it has more than one of `computed`, `meters` and `model`',
  );

const estimate = z
  .strictObject({
    id,
    title: text,
    /** Which text claims it, and where in it. */
    source: text,
    region: text.optional(),
    tolerance: figure.default('5 %'),
    /** Figures that the text starts from, by name. */
    facts: z.record(id, figure).default({}),
    /** What adds up to the total. */
    lines: z.array(claim).default([]),
    total: z
      .strictObject({
        claimed: figure,
        tolerance: figure.default('rounding'),
        reason: text.optional(),
      })
      .optional(),
    /** What does not add up to it: quantities, capacities, ratios. */
    checks: z.array(claim).default([]),
  })
  .superRefine(({ facts, lines, checks }, context) => {
    const taken = new Set(['total', ...Object.keys(facts)]);
    for (const [list, claims] of [
      ['lines', lines],
      ['checks', checks],
    ] as const) {
      for (const [index, { id: name }] of claims.entries()) {
        if (taken.has(name)) {
          const message = `the estimate has another figure \`${name}\``;
          context.addIssue({ code: 'custom', path: [list, index, 'id'], message });
        }
        taken.add(name);
      }
    }
  });

/** `claims.yaml`: what texts claim, beside what it comes to. */
export const claims = z.array(estimate);
export type Claims = z.output<typeof estimate>;
