import { suggest } from '#diagnostics/suggest.ts';
import type { Catalog } from './catalog.ts';
import type { Answer, Connection, Refusal } from './connection.ts';
import { type Plan, readPlan, wholeTable } from './plan.ts';
import type { Problem } from './problem.ts';
import type { StatedIndex, StatedQuery } from './queries.ts';
import { quoteName, tableName } from './quote.ts';
import { Refusals } from './refusals.ts';
import { fillStatements } from './rows.ts';
import { attempt, rowsOf } from './savepoint.ts';

/** A query that was asked: what it is said to use, and what PostgreSQL uses. */
export interface AskedQuery {
  readonly name: string;
  readonly sql: string;
  /** The indexes that its author named. */
  readonly claims: readonly string[];
  readonly plan: Plan;
}

/**
 * Asks each query how PostgreSQL would answer it, once its tables have rows and statistics, and holds
 * that against the indexes that its author named. Parameters have no values: the plan is the one for
 * all of them (`plan_cache_mode`).
 */
export async function askQueries(
  connection: Connection,
  text: string,
  queries: readonly StatedQuery[],
  catalog: Catalog,
): Promise<{ readonly queries: readonly AskedQuery[]; readonly problems: readonly Problem[] }> {
  const refusals = new Refusals('queries', text, []);
  const problems: Problem[] = [];
  const known = new Set(catalog.tables.flatMap(({ indexes }) => indexes.map(({ name }) => name)));
  const explain = (query: StatedQuery) => explained(connection, text, query, problems);

  const fit: { readonly query: StatedQuery; readonly tables: readonly string[] }[] = [];
  for (const query of queries) {
    problems.push(...query.uses.flatMap((index) => unknownIndex(index, known)));
    const answer = await explain(query);
    if ('refusal' in answer) refusals.add(query.statement, inQuery(answer.refusal));
    else fit.push({ query, tables: readPlan(planOf(answer), catalog).tables });
  }
  const unfilled = await fill(
    connection,
    catalog,
    fit.flatMap(({ tables }) => tables),
    problems,
  );

  await becomeOwner(connection, catalog);

  const asked: AskedQuery[] = [];
  for (const { query, tables } of fit) {
    const answer = await explain(query);
    if ('refusal' in answer) continue;
    const plan = readPlan(planOf(answer), catalog);
    const claims = query.uses.map(({ name }) => name).filter((name) => known.has(name));
    const sql = text.slice(query.statement.start, query.statement.end);
    asked.push({ name: query.name, sql, claims, plan });
    const empty = tables.find((id) => unfilled.has(id));
    if (empty !== undefined && claims.length > 0) {
      problems.push(unproven(query, empty, unfilled.get(empty) ?? ''));
    } else {
      const missed = query.uses.filter(
        ({ name }) => known.has(name) && !plan.indexes.includes(name),
      );
      problems.push(...missed.map((index) => notUsed(index, plan)));
    }
  }
  return { queries: asked, problems: [...refusals.problems, ...problems] };
}

/**
 * On a server the role may be a superuser, whom no row security holds: the queries are then asked by an
 * owner of the tables who is none.
 */
async function becomeOwner(connection: Connection, { tables }: Catalog): Promise<void> {
  const [row] = await rowsOf(connection, "select current_setting('is_superuser') as super");
  if (row?.super !== 'on' || tables.length === 0) return;
  const schemas = [...new Set(tables.map(({ schema }) => quoteName(schema)))].join(', ');
  const owner = 'archfolio_owner';
  const statements = [
    `create role ${owner}`,
    `grant usage on schema ${schemas} to ${owner}`,
    `grant all on all tables in schema ${schemas} to ${owner}`,
    `grant all on all sequences in schema ${schemas} to ${owner}`,
    ...tables.map((table) => `alter table ${tableName(table)} owner to ${owner}`),
    `set local role ${owner}`,
  ];
  await rowsOf(connection, statements.join('; '));
}

/** Before the query, so that PostgreSQL reads it once and explains it for all values of its parameters. */
const PREPARE = 'prepare archfolio_query as ';

async function explained(
  connection: Connection,
  text: string,
  { statement: { start, end } }: StatedQuery,
  found: readonly Problem[],
): Promise<Answer> {
  const at = { file: 'queries', start, end } as const;
  const prepared = await attempt(connection, PREPARE + text.slice(start, end), at, found);
  if ('refusal' in prepared) return prepared;
  const [types] = await rowsOf(
    connection,
    "select cardinality(parameter_types) as count from pg_prepared_statements where name = 'archfolio_query'",
  );
  const nulls = Array.from({ length: Number(types?.count ?? 0) }, () => 'null').join(', ');
  const call = `execute archfolio_query${nulls && ` (${nulls})`}`;
  const answer = await attempt(connection, `explain (verbose, format json) ${call}`, at, found);
  await rowsOf(connection, 'deallocate archfolio_query');
  return answer;
}

/** What PostgreSQL says, its place counted without the word before the query. */
function inQuery({ position, ...refusal }: Refusal): Refusal {
  return position === undefined
    ? refusal
    : { ...refusal, position: Math.max(1, position - PREPARE.length) };
}

function planOf(answer: Extract<Answer, { readonly rows: unknown }>): unknown {
  return answer.rows[0]?.['QUERY PLAN'];
}

/** Gives tables rows and statistics. What could not be filled comes back with the reason. */
async function fill(
  connection: Connection,
  catalog: Catalog,
  ids: readonly string[],
  found: readonly Problem[],
): Promise<ReadonlyMap<string, string>> {
  const unfilled = new Map<string, string>();
  for (const table of catalog.tables.filter(({ id }) => ids.includes(id))) {
    const whole = wholeTable(catalog, table.schema, table.name) ?? table;
    const name = tableName(whole);
    const [row] = await rowsOf(connection, `select exists (select from ${name}) as "hasRows"`);
    const statements = row?.hasRows === true ? [] : fillStatements(catalog, whole);
    if (!statements) unfilled.set(table.id, 'its partitions are beyond what rows are made for');
    for (const sql of [...(statements ?? []), `analyze ${name}`]) {
      const answer = await attempt(connection, sql, { file: 'queries', start: 0, end: 1 }, found);
      if ('refusal' in answer) unfilled.set(table.id, answer.refusal.message);
    }
  }
  return unfilled;
}

function unknownIndex({ name, start, end }: StatedIndex, known: ReadonlySet<string>): Problem[] {
  if (known.has(name)) return [];
  const near = suggest(name, known);
  const hint =
    near === undefined ? `Indexes: ${[...known].join(', ')}.` : `Did you mean \`${near}\`?`;
  const message = `The schema has no index \`${name}\`.`;
  return [{ code: 'query-comment', file: 'queries', start, end, message, hint }];
}

function notUsed({ name, start, end }: StatedIndex, { steps, scans }: Plan): Problem {
  const [scan] = scans;
  const instead = scan === undefined ? '' : ` It reads all of \`${scan}\`.`;
  return {
    code: 'index-not-used',
    file: 'queries',
    start,
    end,
    message: `PostgreSQL answers the query without \`${name}\`.${instead}`,
    hint: `Its plan: ${steps.join('; ') || 'no table is read'}.`,
  };
}

function unproven({ uses, statement }: StatedQuery, table: string, why: string): Problem {
  const { start, end } = uses[0] ?? statement;
  return {
    code: 'index-unproven',
    file: 'queries',
    start,
    end,
    message: `No rows could be made for \`${table}\`: ${why}.`,
    hint: 'Put `insert` statements of your own into queries.sql, above the queries.',
  };
}
