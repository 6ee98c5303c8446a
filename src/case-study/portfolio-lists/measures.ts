/** What a metric can count in a portfolio; how is known in `portfolio/evidence-measures.ts`. */
export const MEASURES = [
  'studies-with-c4',
  'priced-decisions',
  'failure-modes',
  'flagship-artifacts',
  'stories',
  'posts',
] as const;
export type Measure = (typeof MEASURES)[number];
