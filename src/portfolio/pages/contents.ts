import { viewTitle } from '#views/titles.ts';
import { costPath, studyPath, viewPath } from '../addresses.ts';
import { plural } from '../format.ts';
import type { Portfolio } from '../portfolio.ts';
import { allRecords } from '../records.ts';
import { adrRow } from './adr-row.ts';
import type { PageLink } from './links.ts';

/** Pages of one kind. */
export interface ContentsKind {
  readonly heading: string;
  readonly links: readonly PageLink[];
  /** Where the others are listed, when there are more than a page should hold. */
  readonly all?: PageLink;
}

/** Links of a kind on the page; beyond it the kind's own list is the better one. */
const MOST = 150;

/** All pages by kind: what can be read without the search, which needs scripts. */
export function contentsPage(portfolio: Portfolio): ContentsKind[] {
  const { index, studies, costs, addresses } = portfolio;
  const elements = [...addresses.elements].flatMap(([id, href]) => {
    const element = index.element(id);
    return element ? [{ text: element.name, href }] : [];
  });
  return [
    kind('Case studies', '/case-studies/', 'study', [
      ...studies.flatMap(({ study }) =>
        study.pages.map(({ name, meta }) => ({
          text: name === 'index' ? meta.title : `${study.meta.name ?? study.slug}: ${meta.title}`,
          href: studyPath(study.slug, name),
        })),
      ),
    ]),
    kind(
      'Decisions',
      '/adrs/',
      'decision',
      allRecords(portfolio).map((record) => {
        const { number, title, href } = adrRow(portfolio, record);
        return { text: `${number} ${title}`, href };
      }),
    ),
    kind(
      'Drawings',
      '/views/',
      'drawing',
      index.workspace.views.map((view) => ({
        text: viewTitle(index, view),
        href: viewPath(view.key),
      })),
    ),
    kind(
      'Cost',
      '/cost/',
      'cost model',
      costs.map(({ id, title }) => ({ text: title, href: costPath(id) })),
    ),
    kind('Elements', '/elements/', 'element', elements),
  ].filter(({ links }) => links.length > 0);
}

function kind(
  heading: string,
  href: string,
  one: string,
  links: readonly PageLink[],
): ContentsKind {
  if (links.length <= MOST) return { heading, links };
  const all = { text: `All ${plural(links.length, one)}`, href };
  return { heading, links: links.slice(0, MOST), all };
}
