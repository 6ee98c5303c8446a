import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** What can be wrong with the database of a study. */
export const databaseCodes = {
  'sql-refused': { severity: 'error', meaning: 'PostgreSQL refuses a statement.' },
  'sql-stopped': {
    severity: 'error',
    meaning: 'A statement took too long, or brought PostgreSQL down.',
  },
  'sql-not-run': {
    severity: 'error',
    meaning: 'A line is not SQL, or ends the transaction in which a schema is loaded.',
  },
  'sql-without-schema': {
    severity: 'error',
    meaning: 'A study has queries and no schema that they could ask.',
  },
  'query-comment': {
    severity: 'error',
    meaning: 'The comment above a query cannot be read, or names an index that does not exist.',
  },
  'index-not-used': {
    severity: 'error',
    meaning: 'PostgreSQL answers a query without the index that the study says it uses.',
  },
  'index-unproven': {
    severity: 'warning',
    meaning: 'No rows could be made for a query, so nothing says which index it would use.',
  },
  'database-unreachable': {
    severity: 'error',
    meaning: 'The server that `--postgres` names does not answer, or holds tables already.',
  },
} as const satisfies CodeTable;

export const databaseProblem = diagnosticsOf(databaseCodes);

export type DatabaseCode = keyof typeof databaseCodes;
