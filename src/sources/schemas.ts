import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { catalogSchema } from '#database/catalog.ts';
import { databaseProblem } from '#database/codes.ts';
import { diagnosticOf } from '#database/diagnostics.ts';
import type { SchemaReport, SqlTexts } from '#database/load.ts';
import type { StudySchema } from '#database/study-schema.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { withoutHidden } from '#diagnostics/hidden.ts';
import type { Source } from '#diagnostics/source.ts';
import { withTexts } from '#diagnostics/texts.ts';
import { type Cache, cacheFolder, codeHash, hashOf, openCache } from './cache.ts';
import { cleanSource } from './clean-source.ts';
import { type Database, startDatabase } from './database.ts';
import { filesIn, isFolder } from './entries.ts';
import { extensionsIn } from './pglite.ts';

/** The schemas of a content folder, loaded, by the slug of their study. */
export interface LoadedSchemas {
  readonly schemas: ReadonlyMap<string, StudySchema>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where schemas are loaded, and how long a statement may take in milliseconds. */
export interface SchemaOptions {
  /** The address of a server; PostgreSQL in a process of ours when absent. */
  readonly postgres?: string | undefined;
  readonly limit?: number;
  /** The folder of the cache; none when `null`. */
  readonly cache?: string | null;
}

/** The SQL of one study. */
interface StudySql {
  readonly slug: string;
  readonly schema: Source;
  readonly queries?: Source;
}

/**
 * Loads the `schema.sql` of every study into PostgreSQL, and asks it the queries of `queries.sql`. What
 * was loaded before comes from the cache; without anything new PostgreSQL is not started.
 */
export async function loadSchemas(
  root: string,
  { postgres, limit, cache }: SchemaOptions = {},
): Promise<LoadedSchemas> {
  const folder = cache === null ? undefined : (cache ?? cacheFolder(process.env, process.cwd()));
  const { studies, diagnostics } = readSql(root);
  const schemas = new Map<string, StudySchema>();
  if (studies.length === 0) return { schemas, diagnostics };
  if (postgres !== undefined) {
    const { loadOnServer } = await import('./postgres-server.ts');
    const served = await loadOnServer(postgres, studies.map(textsOf));
    if (!Array.isArray(served))
      return { schemas, diagnostics: [...diagnostics, unreachable(served.problem)] };
    const pairs = studies.map((study, place) => [study, served[place]] as const);
    return collected(pairs, diagnostics);
  }
  const reports = await loadHere(studies, openCache(folder, 'schemas'), limit);
  return collected(reports, diagnostics);
}

/**
 * Begins to load schemas at once, and gives what waits for them; whoever asks again has them loaded
 * again. What goes wrong is told to the one who asks.
 */
export function beginSchemas(
  root: string,
  options: SchemaOptions = {},
): () => Promise<LoadedSchemas> {
  const first = loadSchemas(root, options);
  first.catch(() => {});
  const begun = [first];
  return () => begun.pop() ?? loadSchemas(root, options);
}

function collected(
  reports: readonly (readonly [StudySql, SchemaReport | undefined])[],
  before: readonly Diagnostic[],
): LoadedSchemas {
  const schemas = new Map<string, StudySchema>();
  const diagnostics = [...before];
  for (const [{ slug, ...sources }, report] of reports) {
    if (!report) continue;
    diagnostics.push(...report.problems.map((problem) => diagnosticOf(problem, sources)));
    // A literal of SQL may hold escapes, too.
    const { version, catalog, queries } = withTexts(report, withoutHidden);
    schemas.set(slug, { slug, source: sources.schema, version, catalog, queries });
  }
  return { schemas, diagnostics };
}

/** One PostgreSQL for all that is not in the cache; one that a schema ended is started anew. */
async function loadHere(
  studies: readonly StudySql[],
  cache: Cache,
  limit: number | undefined,
): Promise<(readonly [StudySql, SchemaReport | undefined])[]> {
  const maker = makerHash();
  const keyOf = ({ schema, queries }: SqlTexts) => hashOf(maker, schema, queries ?? '\0');
  const reports = new Map<StudySql, SchemaReport>();
  for (const study of studies) {
    const kept = reportSchema.safeParse(cache.get(keyOf(textsOf(study))));
    if (kept.success) reports.set(study, kept.data);
  }
  const extensions = [...new Set(studies.flatMap(({ schema }) => extensionsIn(schema.text)))];
  const left = studies.filter((study) => !reports.has(study));
  while (left.length > 0) {
    const database = await start(extensions, left.map(textsOf), limit);
    try {
      while (left.length > 0 && database.isUp) {
        const report = await database.next();
        const study = left.shift();
        if (!study) break;
        reports.set(study, report);
        // What took too long on a busy machine may be done in time on another day.
        if (database.isUp) cache.put(keyOf(textsOf(study)), report);
      }
    } finally {
      database.stop();
    }
  }
  return studies.map((study) => [study, reports.get(study)]);
}

/** Starts from the prepared cluster; where PostgreSQL does not take it, it makes one of its own. */
async function start(
  extensions: readonly string[],
  schemas: readonly SqlTexts[],
  limit: number | undefined,
): Promise<Database> {
  try {
    return await startDatabase({ extensions }, schemas, limit);
  } catch {
    return await startDatabase({ extensions, makesCluster: true }, schemas, limit);
  }
}

/** What all reports come from: PostgreSQL, and the code that asks it. */
function makerHash(): string {
  return hashOf(
    versionOf(),
    codeHash(new URL('../database/', import.meta.url)),
    codeOf('./pglite.ts'),
  );
}

function codeOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function versionOf(): string {
  const file = new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url);
  return String(JSON.parse(readFileSync(file, 'utf8')).version);
}

const problemSchema = z.custom<SchemaReport['problems'][number]>(
  (value) => typeof value === 'object' && value !== null && 'code' in value && 'start' in value,
);
const querySchema = z.custom<SchemaReport['queries'][number]>(
  (value) => typeof value === 'object' && value !== null && 'sql' in value && 'plan' in value,
);
const reportSchema = z.object({
  version: z.string(),
  catalog: catalogSchema,
  queries: z.array(querySchema),
  problems: z.array(problemSchema),
});

function textsOf({ schema, queries }: StudySql): SqlTexts {
  return { schema: schema.text, ...(queries && { queries: queries.text }) };
}

/** The SQL files of all studies; folders whose name begins with `_` or `.` are left out. */
function readSql(root: string): {
  readonly studies: StudySql[];
  readonly diagnostics: Diagnostic[];
} {
  const top = `${root}/case-studies`;
  const diagnostics: Diagnostic[] = [];
  const slugs = isFolder(top) ? readdirSync(top, { withFileTypes: true }) : [];
  const studies = slugs
    .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .flatMap((slug): StudySql[] => {
      const names = filesIn(`${top}/${slug}`);
      const read = (name: string) => {
        const text = readFileSync(`${top}/${slug}/${name}`, 'utf8');
        const { source, diagnostics: hidden } = cleanSource(`case-studies/${slug}/${name}`, text);
        diagnostics.push(...hidden);
        return source;
      };
      const queries = names.includes('queries.sql') ? { queries: read('queries.sql') } : {};
      if (names.includes('schema.sql')) return [{ slug, schema: read('schema.sql'), ...queries }];
      if (queries.queries) diagnostics.push(withoutSchema(queries.queries));
      return [];
    });
  return { studies, diagnostics };
}

function withoutSchema({ name }: Source): Diagnostic {
  const message = 'The study has queries, and no schema that they could ask.';
  return databaseProblem('sql-without-schema', message, undefined, {
    file: name,
    hint: 'Write its tables into schema.sql beside it.',
  });
}

function unreachable(message: string): Diagnostic {
  const hint =
    '--postgres takes the address of an empty database: postgres://user:password@host/name.';
  return databaseProblem('database-unreachable', message, undefined, { file: '--postgres', hint });
}
