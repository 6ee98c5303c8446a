import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import type { Answer, Connection, Refusal } from '#database/connection.ts';

/** The role as which authors' statements run: it may make roles, and read or start nothing outside. */
const ROLE = 'author';

/** What is written into a table of the same transaction need not be logged: all of it is undone. */
const UNLOGGED = ['-c', 'wal_level=minimal', '-c', 'max_wal_senders=0'];

/** A cluster that lives for seconds: nothing of it is synchronised, checked for rot, or larger than it must be. */
const CLUSTER = ['--no-sync', '--no-instructions', '--no-data-checksums', '--wal-segsize=1'];

/** Extensions that come with PGlite, by the name that SQL knows them by. */
export const EXTENSIONS = {
  btree_gin: () => import('@electric-sql/pglite/contrib/btree_gin'),
  btree_gist: () => import('@electric-sql/pglite/contrib/btree_gist'),
  citext: () => import('@electric-sql/pglite/contrib/citext'),
  hstore: () => import('@electric-sql/pglite/contrib/hstore'),
  ltree: () => import('@electric-sql/pglite/contrib/ltree'),
  pg_trgm: () => import('@electric-sql/pglite/contrib/pg_trgm'),
  pgcrypto: () => import('@electric-sql/pglite/contrib/pgcrypto'),
  unaccent: () => import('@electric-sql/pglite/contrib/unaccent'),
  'uuid-ossp': () => import('@electric-sql/pglite/contrib/uuid_ossp'),
} as const;

/** The extensions among those that a text creates: each costs a moment to unpack. */
export function extensionsIn(text: string): string[] {
  const named = [...text.matchAll(/\bcreate\s+extension\b[^;]*/gi)].map(([words]) => words);
  return Object.keys(EXTENSIONS).filter((name) => named.some((words) => words.includes(name)));
}

/** How to start PostgreSQL. */
export interface StartOptions {
  readonly extensions: readonly string[];
  /** Whether it makes its cluster itself, which takes longer than all else, instead of taking one that came as a package. */
  readonly makesCluster?: boolean;
}

/** Starts PostgreSQL in this process, and hands it over to the role of authors. */
export async function startPglite({ extensions, makesCluster }: StartOptions): Promise<Connection> {
  const { PGlite } = await import('@electric-sql/pglite');
  const loaded: NonNullable<PGliteOptions['extensions']> = {};
  for (const [name, load] of Object.entries(EXTENSIONS)) {
    if (extensions.includes(name)) loaded[name] = firstExport(await load());
  }
  const database = await PGlite.create({
    extensions: loaded,
    startParams: [...PGlite.defaultStartParams, ...UNLOGGED],
    ...(makesCluster ? { initDbStartParams: CLUSTER } : { loadDataDir: await preparedCluster() }),
  });
  await database.exec(
    `create role ${ROLE} createrole; alter database postgres owner to ${ROLE}; ` +
      `alter schema public owner to ${ROLE}; ` +
      `set createrole_self_grant to 'set, inherit'; set session authorization ${ROLE}`,
  );
  return connectionTo(database);
}

async function preparedCluster(): Promise<Blob | File> {
  const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs');
  return dataDir();
}

type Extension = NonNullable<PGliteOptions['extensions']>[string];

function firstExport(module: Readonly<Record<string, Extension>>): Extension {
  const [extension] = Object.values(module);
  if (!extension) throw new Error('An extension of PGlite exports nothing.');
  return extension;
}

/** A connection that runs statements by the simple protocol, several at once where there are several. */
export function connectionTo(database: Pick<PGlite, 'exec'>): Connection {
  return {
    async run(sql): Promise<Answer> {
      try {
        const results = await database.exec(sql);
        return { rows: results.at(-1)?.rows ?? [] };
      } catch (error) {
        return { refusal: refusalOf(error) };
      }
    },
  };
}

/** What a client of PostgreSQL threw, by the fields of its protocol. */
export function refusalOf(error: unknown): Refusal {
  const fields: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? { ...error } : {};
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [detail, hint, where] = [text('detail'), text('hint'), text('where')];
  const position = Number(text('position') ?? 0);
  return {
    state: text('code') ?? '',
    message: error instanceof Error ? error.message : String(error),
    ...(detail !== undefined && { detail }),
    ...(hint !== undefined && { hint }),
    ...(where !== undefined && { where }),
    ...(position > 0 && { position }),
  };
}
