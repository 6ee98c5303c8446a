import type { DatabaseCode } from './codes.ts';
import type { SqlFile } from './connection.ts';

/** A finding about a file of SQL, by offsets into it: what travels between processes, and is kept. */
export interface Problem {
  readonly code: DatabaseCode;
  readonly file: SqlFile;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
}
