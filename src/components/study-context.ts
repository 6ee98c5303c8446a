import type { AstroGlobal } from 'astro';
import type { StudyPageData } from '#portfolio/pages/study.ts';

/** What the components in a study's text read: the page they stand on. */
export interface StudyLocals {
  study?: StudyPageData;
  /** The pages of a study stand one below the other, under one title. */
  inReview?: true;
}

/** The study page around a component; a component of a study is of no use elsewhere. */
export function studyOf(astro: Pick<AstroGlobal, 'locals'>): StudyPageData {
  const { study } = astro.locals as StudyLocals;
  if (!study) throw new Error('This component belongs into the text of a case study.');
  return study;
}

/** Whether a study's text is shown as a part of its review. */
export function isInReview(astro: Pick<AstroGlobal, 'locals'>): boolean {
  return (astro.locals as StudyLocals).inReview === true;
}
