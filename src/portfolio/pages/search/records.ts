import type { SearchRecord } from '#search/format.ts';
import type { Portfolio } from '../../portfolio.ts';
import { listedPaths } from '../sitemap.ts';
import { decisionRecords } from './decision-records.ts';
import { lineRecords } from './line-records.ts';
import { elementRecords, viewRecords } from './model-records.ts';
import { evidenceRecords, pitchRecords, practiceRecords } from './practice-records.ts';
import { storyRecords, studyRecords } from './study-records.ts';

/**
 * All that a reader can find, kind by kind, from the data that pages are made of. What stands on a page
 * that is listed nowhere, such as a review for one person, is not among it: the sitemap decides.
 */
export function searchRecords(portfolio: Portfolio): SearchRecord[] {
  const listed = new Set(listedPaths(portfolio));
  return [
    ...studyRecords(portfolio),
    ...storyRecords(portfolio),
    ...pitchRecords(portfolio),
    ...decisionRecords(portfolio),
    ...viewRecords(portfolio),
    ...elementRecords(portfolio),
    ...lineRecords(portfolio),
    ...practiceRecords(portfolio),
    ...evidenceRecords(portfolio),
  ].filter(({ href }) => listed.has(href.replace(/#.*$/, '')));
}
