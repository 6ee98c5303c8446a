import type { Source } from '#diagnostics/source.ts';
import type { Catalog } from './catalog.ts';
import type { AskedQuery } from './prove.ts';

/** The database of a study as PostgreSQL sees it. */
export interface StudySchema {
  /** Of the study. */
  readonly slug: string;
  readonly source: Source;
  /** Of the PostgreSQL that loaded it: `18.6`. */
  readonly version: string;
  readonly catalog: Catalog;
  readonly queries: readonly AskedQuery[];
}
