import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFileAtomic } from './atomic-write.ts';

/**
 * A folder of what was worked out before, by a hash of all that it came from. An entry that is torn,
 * foreign, another's under its name or cannot be read is not there, and a folder that cannot be written
 * keeps nothing: the loss of it costs time and changes nothing.
 */
export interface Cache {
  /** The value that was kept under a key, if it is there and whole. */
  get(key: string): unknown;
  /** Keeps a value that JSON can hold. */
  put(key: string, value: unknown): void;
}

/** The variable that moves the cache, for a CI that keeps a folder of its own; `off` does without. */
export const CACHE_VARIABLE = 'ARCHFOLIO_CACHE';

/** No more entries than this in a part of the cache; the oldest go first. */
const MOST = 20_000;

/** The folder of the cache: `node_modules/.cache/archfolio` unless the environment names another. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string | undefined {
  const named = env[CACHE_VARIABLE];
  if (named === 'off') return undefined;
  if (named) return isAbsolute(named) ? named : resolve(cwd, named);
  return fileURLToPath(new URL('../../node_modules/.cache/archfolio', import.meta.url));
}

/** A part of the cache, such as `layouts`, with room for so many entries; without a folder it keeps nothing. */
export function openCache(folder: string | undefined, part: string, most = MOST): Cache {
  if (folder === undefined) return { get: () => undefined, put: () => undefined };
  const place = join(folder, part);
  const state = { ready: false };
  const ready = () => {
    if (state.ready) return;
    mkdirSync(place, { recursive: true });
    dropOldest(place, most);
    state.ready = true;
  };
  return {
    get(key) {
      try {
        return whole(readFileSync(join(place, key), 'utf8'), `${part}/${key}`);
      } catch {
        return undefined;
      }
    },
    put(key, value) {
      const body = JSON.stringify(value);
      try {
        ready();
        const seal = hashOf(`${part}/${key}`, body);
        writeFileAtomic(join(place, key), `${seal}\n${body}`, { durable: false });
      } catch {
        // A disk that is full or read-only: the next run works it out again.
      }
    },
  };
}

/** A hash that stands for texts: 40 hexadecimal digits, safe as a file's name. */
export function hashOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:${text}`);
  return hash.digest('hex').slice(0, 40);
}

/** A hash of the code in a folder, so that what it made is worked out again after it changed. */
export function codeHash(folder: URL): string {
  const path = fileURLToPath(folder);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|json)$/.test(name))
    .sort();
  return hashOf(...files.flatMap((name) => [name, readFileSync(join(path, name), 'utf8')]));
}

/** The value of an entry whose first line is the hash of its own name and the rest. */
function whole(text: string, name: string): unknown {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return text.slice(0, end) === hashOf(name, body) ? JSON.parse(body) : undefined;
}

function dropOldest(place: string, most: number): void {
  const names = readdirSync(place);
  if (names.length <= most) return;
  const byAge = names
    .map((name) => ({ path: join(place, name), time: statSync(join(place, name)).mtimeMs }))
    .toSorted((a, b) => a.time - b.time);
  for (const { path } of byAge.slice(0, names.length - most / 2))
    rmSync(path, { recursive: true, force: true });
}
