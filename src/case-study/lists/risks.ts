import { z } from 'zod';
import { besideFaults, elements, id, text } from './fields.ts';

/** From 1, hardly ever or hardly felt, to 5, almost sure or the end of it. */
const degree = z.int().min(1).max(5);

/** Something that may happen to a system, and what it would do. */
const risk = z
  .strictObject({
    id,
    title: text.describe('What may happen: `One product’s row is the limit of a sale`.'),
    elements: z
      .preprocess((value) => (typeof value === 'string' ? [value] : value), elements.min(1))
      .meta({
        type: ['array', 'string'],
        description:
          'Identifiers of the elements that it threatens; one may stand without brackets.',
      }),
    likelihood: degree.describe('From 1, hardly ever, to 5, almost sure.'),
    impact: degree.describe('From 1, hardly felt, to 5, the end of it.'),
    owner: text.describe('Who watches it: a role or a team.'),
    response: z
      .enum(['avoid', 'reduce', 'transfer', 'accept'])
      .describe('What the owner has chosen to do with it.'),
    mitigation: text.describe('What is done about it.'),
    status: z
      .enum(['open', 'mitigated', 'accepted'])
      .default('open')
      .describe('mitigated: it is dealt with and no longer counts; accepted: it is lived with.'),
  })
  .superRefine(({ response, status }, context) => {
    if (status !== 'accepted' || !['avoid', 'reduce', 'transfer'].includes(response)) return;
    const message = 'a risk that is accepted has the response `accept`';
    context.addIssue({ code: 'custom', path: ['response'], message });
  }, besideFaults);

/** `risks.yaml` */
export const risks = z.array(risk);
export type Risk = z.output<typeof risk>;

/** How much a risk weighs: likelihood times impact, 1 to 25. */
export function riskScore({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): number {
  return likelihood * impact;
}

export type Severity = 'low' | 'medium' | 'high';

/** The least score of each severity, the weightiest first. */
export const SEVERITIES: readonly (readonly [Severity, number])[] = [
  ['high', 12],
  ['medium', 6],
  ['low', 1],
];

/** A score in words. */
export function severityOf(score: number): Severity {
  return SEVERITIES.find(([, least]) => score >= least)?.[0] ?? 'low';
}
