import type { Study } from '#case-study/study.ts';
import type { Span } from '#diagnostics/source.ts';
import { reviewPath, studyPath } from '../../addresses.ts';
import { type ListRow, listRows, rowsOn } from '../../list-rows.ts';
import { listsBesidePages } from './lists.ts';

/** A row of a typed list as a place that a reviewer can say something about. */
export interface RowPlace {
  /** Its id on the page that shows it. */
  readonly id: string;
  /** Its address below the base. */
  readonly address: string;
  /** `Failure mode: The database has no writer` */
  readonly label: string;
  /** Where it is written. */
  readonly span?: Span;
}

/**
 * The rows of a study's lists, by their id: each on the first page that shows its list, or on the review
 * where none does.
 */
export function rowPlaces(study: Study): ReadonlyMap<string, RowPlace> {
  const rows = [...listRows(study), ...listRows(study, 'told')];
  const places = new Map<string, RowPlace>();
  const add = (path: string, { anchor, list, row, what, title }: ListRow) => {
    if (places.has(anchor)) return;
    const span = study.listFiles.get(list)?.located.spanOf([row, 'id']);
    const label = `${what}: ${title}`;
    places.set(anchor, { id: anchor, address: `${path}#${anchor}`, label, ...(span && { span }) });
  };
  for (const page of study.pages) {
    for (const row of rowsOn(page, rows)) add(studyPath(study.slug, page.name), row);
  }
  const beside = new Set(listsBesidePages(study).map(({ name }) => name));
  for (const row of rows) if (beside.has(row.list)) add(reviewPath(study.slug), row);
  return places;
}
