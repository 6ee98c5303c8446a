import { hasEvidence } from '#case-study/portfolio-lists/evidence.ts';
import { evidencePath } from './addresses.ts';
import type { PageLink } from './pages/links.ts';
import type { Portfolio } from './portfolio.ts';

/** The pages that are there where a typed list of the portfolio as a whole has something to show. */
export function listPages({ lists }: Pick<Portfolio, 'lists'>): PageLink[] {
  return hasEvidence(lists.values.evidence) ? [{ text: 'Evidence', href: evidencePath() }] : [];
}

/** Whether one of them is there. */
export function hasListPage(portfolio: Pick<Portfolio, 'lists'>, path: string): boolean {
  return listPages(portfolio).some(({ href }) => href === path);
}
