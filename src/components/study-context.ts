import type { AstroGlobal } from 'astro';
import type { StudyPageData } from '#portfolio/pages/study.ts';

/** The study page around a component; a component of a study is of no use elsewhere. */
export function studyOf(astro: Pick<AstroGlobal, 'locals'>): StudyPageData {
  const { study } = astro.locals;
  if (!study) throw new Error('This component belongs into the text of a case study.');
  return study;
}

/** Whether a study's text is shown as a part of its review. */
export function isInReview(astro: Pick<AstroGlobal, 'locals'>): boolean {
  return astro.locals.inReview === true;
}

/** What makes an element the place of a row: its id, and what a review calls it. */
export function rowAttributes({ rows }: StudyPageData, id: string) {
  const row = rows.get(id);
  return { id, 'data-anchor': row?.address, 'data-label': row?.label };
}
