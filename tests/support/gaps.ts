import type { PortfolioCode } from '#portfolio/codes.ts';

/** What is only missing in a portfolio: small fixtures lack nearly everything. */
export const GAPS: ReadonlySet<string> = new Set<PortfolioCode>([
  'missing-artifact',
  'applicable-artifact',
  'element-without-view',
  'element-without-decision',
  'element-without-cost',
  'decision-without-subject',
  'requirement-without-answer',
  'failure-without-runbook',
  'untied-story',
  'short-speech',
  'decision-without-card',
]);
