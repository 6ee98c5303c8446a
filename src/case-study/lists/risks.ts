import { z } from 'zod';

/** From 1, hardly ever or hardly felt, to 5, almost sure or the end of it. */
const degree = z.int().min(1).max(5);

/** Something that may happen to a system, and what it would do. */
const risk = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  /** What may happen: `One product's row is the limit of a sale`. */
  title: z.string().min(1),
  /** Identifiers of the elements that it threatens; one may stand without brackets. */
  elements: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.string().min(1)).min(1),
  ),
  likelihood: degree,
  impact: degree,
  /** What is done about it. */
  mitigation: z.string().min(1),
  /** `mitigated`: it is dealt with; `accepted`: it is known and lived with. */
  status: z.enum(['open', 'mitigated', 'accepted']).default('open'),
});

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
