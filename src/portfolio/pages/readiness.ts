import { studyPath } from '../addresses.ts';
import { plural } from '../format.ts';
import type { Portfolio } from '../portfolio.ts';
import { type ReadinessRow, readiness } from '../readiness.ts';
import type { PageLink } from './links.ts';

/** A study at the head of a column, and how far it is. */
export interface ReadinessColumn {
  readonly study: PageLink;
  readonly draft: boolean;
  readonly shown: number;
  /** Of how many: what does not apply is not counted. */
  readonly of: number;
}

/** A page that says which study shows what. */
export interface ReadinessPage {
  readonly columns: readonly ReadinessColumn[];
  readonly rows: readonly ReadinessRow[];
  /** Over all studies. */
  readonly shown: number;
  readonly of: number;
}

/** How far the study of a slug is: `11 of 17 artifacts`, and where each is shown. */
export function readinessLink(portfolio: Portfolio, slug: string): PageLink | undefined {
  const href = studyPath(slug);
  const column = readinessPage(portfolio).columns.find(({ study }) => study.href === href);
  if (!column) return undefined;
  return { text: `${column.shown} of ${plural(column.of, 'artifact')}`, href: '/readiness/' };
}

/** The data of the readiness page. */
export function readinessPage(portfolio: Portfolio): ReadinessPage {
  const rows = readiness(portfolio);
  const columns = portfolio.studies.map(({ study: { slug, meta } }, place): ReadinessColumn => {
    const states = rows.map(({ cells }) => cells[place]?.state);
    return {
      study: { text: meta.name ?? meta.title, href: studyPath(slug) },
      draft: meta.draft,
      shown: states.filter((state) => state === 'shown').length,
      of: states.filter((state) => state !== 'not-applicable').length,
    };
  });
  const total = (key: 'shown' | 'of') => columns.reduce((sum, column) => sum + column[key], 0);
  return { columns, rows, shown: total('shown'), of: total('of') };
}
