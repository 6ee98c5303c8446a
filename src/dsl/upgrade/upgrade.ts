import type { Source } from '#diagnostics/source.ts';
import { type Edit, inOrder } from './edits.ts';
import { rewrite } from './rules.ts';
import { writtenStatements } from './statements.ts';
import { survey } from './survey.ts';

/** A file that is written in an older language, and what to change in it. */
export interface Upgrade {
  readonly source: Source;
  /** In order, without overlaps. */
  readonly edits: readonly Edit[];
}

/**
 * Rewrites words that today's language (6.2.2) has dropped. `sources` are all files of a workspace, as
 * what a word means may stand in another file; files that need no change are left out. Applied to its
 * own result, it finds nothing.
 */
export function upgrade(sources: readonly Source[]): Upgrade[] {
  const known = survey(sources);
  return sources.flatMap((source) => {
    const statements = [...writtenStatements(source)];
    const edits = statements.flatMap((statement, at) =>
      rewrite({ source, statement, statements, at, survey: known }),
    );
    return edits.length > 0 ? [{ source, edits: inOrder(edits) }] : [];
  });
}
