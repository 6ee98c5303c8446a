import postgres from 'postgres';
import { OWN_TABLES_QUERY } from '#database/catalog-query.ts';
import type { Connection } from '#database/connection.ts';
import { loadSchema, type SchemaReport, type SqlTexts } from '#database/load.ts';
import { refusalOf } from './pglite.ts';

/** Seconds to connect, and for one statement. */
const CONNECTING = 10;
const STATEMENT = 10;

/**
 * Loads schemas on a server, each in a transaction that is undone at the end. What the role of the
 * address may do, the statements may do. The answer says in words why a server is of no use.
 */
export async function loadOnServer(
  address: string,
  studies: readonly SqlTexts[],
): Promise<SchemaReport[] | { readonly problem: string }> {
  if (!/^postgres(?:ql)?:\/\//.test(address)) {
    return { problem: `${hostOf(address)} is not the address of a PostgreSQL server.` };
  }
  const sql = postgres(address, {
    max: 1,
    connect_timeout: CONNECTING,
    idle_timeout: 0,
    fetch_types: false,
    max_lifetime: null,
    onnotice: () => {},
    connection: { statement_timeout: STATEMENT * 1000, application_name: 'archfolio' },
  });
  const connection: Connection = {
    async run(text) {
      try {
        const answer: unknown = await sql.unsafe(text).simple();
        return { rows: lastRows(answer) };
      } catch (error) {
        if (isLost(error)) throw error;
        return { refusal: refusalOf(error) };
      }
    },
  };
  try {
    const answer = await connection.run(OWN_TABLES_QUERY);
    const count = 'rows' in answer ? Number(answer.rows[0]?.count) : Number.NaN;
    if (count !== 0) {
      return {
        problem: `The database on ${hostOf(address)} is not empty: it has ${count} tables.`,
      };
    }
    const reports: SchemaReport[] = [];
    for (const texts of studies) reports.push(await loadSchema(connection, texts));
    return reports;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: `${hostOf(address)} does not answer: ${why}.` };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Whether an error is one of the connection, and not of PostgreSQL. */
function isLost(error: unknown): boolean {
  return !(error instanceof postgres.PostgresError);
}

/** The rows of the last of several statements; each has a list of its own. */
function lastRows(answer: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(answer)) return [];
  const last: unknown = answer.at(-1);
  return Array.isArray(last) ? lastRows(last) : answer;
}

/** An address without its password. */
function hostOf(address: string): string {
  const { host, pathname } = URL.canParse(address) ? new URL(address) : { host: '', pathname: '' };
  return host === '' ? 'What was given' : `${host}${pathname}`;
}
