import type { Pitch } from '#case-study/portfolio-lists/interview.ts';
import type { ModelCost } from '../costs.ts';
import type { Portfolio, StudyEntry } from '../portfolio.ts';

/** The study whose figures a pitch takes. */
export function studyOfPitch({ studies }: Portfolio, { study }: Pitch): StudyEntry | undefined {
  const [slug] = study?.split(/[/#]/) ?? [];
  return studies.find((entry) => entry.study.slug === slug);
}

export function costOfPitch(portfolio: Portfolio, pitch: Pitch): ModelCost | undefined {
  return studyOfPitch(portfolio, pitch)?.cost;
}

/** What of a text its speaker has still to fill in: `[12 years]`. */
export function placeholdersIn(text: string): string[] {
  return text.match(/\[[^\]\n]+\]/g) ?? [];
}
