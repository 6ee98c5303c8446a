import { type Catalog, catalogSchema } from './catalog.ts';
import { CATALOG_QUERY } from './catalog-query.ts';
import type { Connection, Row, SqlFile } from './connection.ts';
import { firstWords } from './names.ts';
import type { Problem } from './problem.ts';
import { type AskedQuery, askQueries } from './prove.ts';
import { readQueries } from './queries.ts';
import { Refusals } from './refusals.ts';
import { attempt, open, rowsOf, Stopped } from './savepoint.ts';
import { type Statement, splitStatements } from './statements.ts';

/** The files of a study that PostgreSQL reads. */
export interface SqlTexts {
  readonly schema: string;
  readonly queries?: string;
}

/** What loading a study's schema gave. */
export interface SchemaReport {
  /** `18.6` */
  readonly version: string;
  readonly catalog: Catalog;
  readonly queries: readonly AskedQuery[];
  readonly problems: readonly Problem[];
}

/** A report without anything in it. */
export const NO_CATALOG: Catalog = { tables: [], enums: [] };

/**
 * Loads a schema statement by statement, in one transaction that is undone at the end, so that nothing
 * of it stays and every study begins with an empty database. All errors of a file are found at once.
 */
export async function loadSchema(connection: Connection, texts: SqlTexts): Promise<SchemaReport> {
  const problems: Problem[] = [];
  const state: { version: string; catalog: Catalog; queries: AskedQuery[] } = {
    version: '',
    catalog: NO_CATALOG,
    queries: [],
  };
  try {
    await open(connection);
    state.version = String(
      firstRow(await rowsOf(connection, 'show server_version')).server_version,
    );
    problems.push(...(await runFile(connection, 'schema', texts.schema)));
    state.catalog = await readCatalog(connection);
    if (texts.queries !== undefined) {
      const file = readQueries(texts.queries);
      const loads = problems.length === 0;
      problems.push(...file.problems);
      if (loads) {
        const setup = await runFile(connection, 'queries', texts.queries, file.setup);
        const asked = await askQueries(connection, texts.queries, file.queries, state.catalog);
        problems.push(...setup, ...asked.problems);
        state.queries = [...asked.queries];
      }
    }
    await connection.run('rollback');
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    problems.push(...error.problems);
  }
  return { ...state, problems };
}

async function runFile(
  connection: Connection,
  file: SqlFile,
  text: string,
  some?: readonly Statement[],
): Promise<readonly Problem[]> {
  const statements = some ?? splitStatements(text);
  const refusals = new Refusals(file, text, splitStatements(text));
  for (const statement of statements) {
    const words = text.slice(statement.start, statement.end);
    const unfit = unfitFor(statement, words);
    if (unfit === 'skip') continue;
    if (unfit) {
      const { start, end } = statement;
      const line = words.split('\n', 1)[0]?.trimEnd().length ?? 0;
      const place = { start, end: Math.min(end, start + Math.max(1, line)) };
      refusals.problems.push({ code: 'sql-not-run', file, ...place, ...unfit });
      continue;
    }
    const answer = await attempt(
      connection,
      runnable(words),
      {
        file,
        start: statement.start,
        end: statement.end,
      },
      refusals.problems,
    );
    if ('refusal' in answer) refusals.add(statement, answer.refusal);
  }
  return refusals.problems;
}

/** Words that begin and end transactions: a file may stand in one of its own. */
const SKIPPED: ReadonlySet<string> = new Set(['begin', 'start', 'commit', 'end']);
const UNDOING: ReadonlySet<string> = new Set(['rollback', 'abort', 'savepoint', 'release']);

function unfitFor(
  { kind }: Statement,
  words: string,
): 'skip' | { readonly message: string; readonly hint: string } | undefined {
  if (kind === 'psql') {
    const message = `\`${words.split(/\s/, 1)[0]}\` is a command of psql, not SQL.`;
    return { message, hint: 'Leave the line out; what it does has to be done in SQL.' };
  }
  if (kind === 'data') {
    const message = 'Rows for `copy … from stdin` are not read.';
    return { message, hint: 'Write `insert` statements: a schema needs few rows.' };
  }
  const [first = '', second] = firstWords(words, 2);
  if (first === 'copy' && /\bfrom\s+stdin\b/i.test(words)) return 'skip';
  if (SKIPPED.has(first)) return 'skip';
  if (!UNDOING.has(first) && !(first === 'prepare' && second === 'transaction')) return undefined;
  const message = `\`${first}\` has no place here: a schema is loaded in one transaction.`;
  return { message, hint: 'Leave it out. What is loaded is undone at the end anyway.' };
}

/** `create index concurrently` cannot stand in a transaction; without that word it makes the same. */
function runnable(words: string): string {
  return words.replace(
    /^(\s*create\s+(?:unique\s+)?index\s+)(concurrently)\b/i,
    (_, before: string, word: string) => before + ' '.repeat(word.length),
  );
}

async function readCatalog(connection: Connection): Promise<Catalog> {
  // From here on names of all schemas go without: types are read as their authors wrote them.
  await rowsOf(
    connection,
    "select set_config('search_path', (select string_agg(quote_ident(nspname), ', ' " +
      "order by nspname <> 'public', oid) from pg_catalog.pg_namespace " +
      "where nspname !~ '^pg_' and nspname <> 'information_schema'), true)",
  );
  const { catalog } = firstRow(await rowsOf(connection, CATALOG_QUERY));
  const value: unknown = typeof catalog === 'string' ? JSON.parse(catalog) : catalog;
  return catalogSchema.parse(value);
}

function firstRow(rows: readonly Row[]): Row {
  return rows[0] ?? {};
}
