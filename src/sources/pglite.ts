import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
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
  /** The file of an earlier start's `image`: a cluster that need not be made anew. */
  readonly image?: string | undefined;
  /** Whether the fresh cluster is kept by whoever asks. */
  readonly wantsImage?: boolean;
}

/** A PostgreSQL in this process. */
export interface Started {
  readonly connection: Connection;
  /** The fresh cluster as one file, where it is wanted; absent when it came from one. */
  readonly image?: Uint8Array;
}

/** Starts PostgreSQL in this process, and hands it over to the role of authors. */
export async function startPglite({
  extensions,
  image,
  wantsImage,
}: StartOptions): Promise<Started> {
  const { PGlite } = await import('@electric-sql/pglite');
  const loaded: NonNullable<PGliteOptions['extensions']> = {};
  for (const [name, load] of Object.entries(EXTENSIONS)) {
    if (extensions.includes(name)) loaded[name] = firstExport(await load());
  }
  const made = image === undefined ? undefined : new Blob([unpacked(image)]);
  const startParams = [...PGlite.defaultStartParams, ...UNLOGGED];
  const options = { extensions: loaded, startParams, initDbStartParams: CLUSTER };
  const database = await PGlite.create({ ...options, ...(made && { loadDataDir: made }) });
  if (!made) {
    await database.exec(
      `create role ${ROLE} createrole; alter database postgres owner to ${ROLE}; ` +
        `alter schema public owner to ${ROLE}`,
    );
  }
  const fresh = wantsImage && !made ? await database.dumpDataDir('none') : undefined;
  await database.exec(
    `set createrole_self_grant to 'set, inherit'; set session authorization ${ROLE}`,
  );
  return {
    connection: connectionTo(database),
    ...(fresh && { image: packed(new Uint8Array(await fresh.arrayBuffer())) }),
  };
}

/**
 * Zstandard at its fastest: a tenth of the time that PGlite's own gzip takes, and of the same size. Its
 * checksum tells a file of which a byte has turned.
 */
function packed(cluster: Uint8Array): Uint8Array {
  return zstdCompressSync(cluster, {
    params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
  });
}

/** An image as it is kept in a file: after the name that says what it was made by. */
export function sealed(file: string, image: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(basename(file)), image]);
}

function unpacked(file: string): Uint8Array<ArrayBuffer> {
  const [name, kept] = [Buffer.from(basename(file)), readFileSync(file)];
  if (!kept.subarray(0, name.length).equals(name)) throw new Error(`${file} is not what it says.`);
  return new Uint8Array(zstdDecompressSync(kept.subarray(name.length)));
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
