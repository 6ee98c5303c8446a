/** A row as PostgreSQL answers it. */
export type Row = Readonly<Record<string, unknown>>;

/** What PostgreSQL says about a statement that it refuses. */
export interface Refusal {
  /** SQLSTATE: `42P01`. */
  readonly state: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
  /** 1-based, in characters of the statement. */
  readonly position?: number;
  /** Where within a function: `PL/pgSQL function f() line 3 at RETURN`. */
  readonly where?: string;
}

/** What a statement gave. */
export type Answer = { readonly rows: readonly Row[] } | { readonly refusal: Refusal };

/**
 * A connection to PostgreSQL, whichever that is. It runs one statement, or several that give no rows
 * of interest but for the last, and never throws over what PostgreSQL says.
 */
export interface Connection {
  run(sql: string): Promise<Answer>;
  /** Hears which statement comes next, before it runs. */
  announce?(at: Announcement): Promise<void>;
}

/** The place of a statement that is about to run. */
export interface Announcement {
  readonly file: SqlFile;
  readonly start: number;
  readonly end: number;
}

/** The two files of a study that PostgreSQL reads. */
export type SqlFile = 'schema' | 'queries';
