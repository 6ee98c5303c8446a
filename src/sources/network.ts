import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Fetch, FetchFailure, RemoteContent } from '#dsl/options.ts';
import { type Cache, cacheFolder, openCache } from './cache.ts';
import type { FetchReply, FetchRequest } from './fetch-process.ts';

/** What a workspace may read from the network, and how. */
export interface Network {
  /** As `hosts` of the configuration has them. */
  readonly hosts: readonly string[];
  /** Each address is asked once; what came of it is remembered, and a failure for a minute. */
  readonly fetch: Fetch;
}

export interface NetworkOptions {
  /** The folder of the cache; without one no copy is kept. */
  readonly folder?: string | undefined;
  /** An answer takes no longer. */
  readonly milliseconds?: number;
  readonly maxBytes?: number;
  readonly now?: () => Date;
}

const LIMITS = { milliseconds: 10_000, maxBytes: 10_000_000 } as const;

/** How long a server that failed is left alone, in milliseconds; a long-lived process asks again then. */
const PATIENCE = 60_000;

const PROGRAM = fileURLToPath(new URL('./fetch-process.ts', import.meta.url));

/** The network as this process uses it: the hosts that are permitted, copies in the usual cache. */
export function openNetwork(hosts: readonly string[]): Network {
  return createNetwork(hosts, { folder: cacheFolder(process.env, process.cwd()) });
}

/**
 * Fetches from these hosts, over https unless a host says http. A copy of everything is kept: the
 * server is asked whether it still holds, and it is used when the server can't be asked.
 */
export function createNetwork(hosts: readonly string[], options: NetworkOptions = {}): Network {
  const remembered = new Map<string, { found: RemoteContent | FetchFailure; until: number }>();
  const { now = () => new Date() } = options;
  const copies = openCopies(options.folder);
  return {
    hosts,
    fetch(address) {
      const known = remembered.get(address);
      if (known && now().getTime() < known.until) return known.found;
      const found = fetchOrCopy(address, hosts, copies, options);
      const failed = 'failure' in found || found.copy !== undefined;
      // A failure may take seconds: its time counts from its end.
      const until = failed ? now().getTime() + PATIENCE : Number.POSITIVE_INFINITY;
      remembered.set(address, { found, until });
      return found;
    },
  };
}

function fetchOrCopy(
  address: string,
  hosts: readonly string[],
  copies: Copies,
  { now = () => new Date(), ...given }: NetworkOptions,
): RemoteContent | FetchFailure {
  const copy = copies.get(address);
  const { etag, lastModified } = copy ?? {};
  const { milliseconds, maxBytes } = { ...LIMITS, ...given };
  const reply = ask({ address, hosts, etag, lastModified, milliseconds, maxBytes });
  const date = now().toISOString().slice(0, 10);
  if ('bytes' in reply) {
    copies.put(address, { ...reply, date });
    return reply;
  }
  if (!copy) return { failure: 'failure' in reply ? reply.failure : 'the copy is gone' };
  const { bytes, contentType } = copy;
  if ('failure' in reply)
    return { bytes, contentType, copy: { date: copy.date, failure: reply.failure } };
  copies.put(address, { ...copy, date });
  return { bytes, contentType };
}

type Answer = Exclude<FetchReply, { contentType: string }> | Content;

interface Content {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

function ask(request: FetchRequest): Answer {
  const { stdout, stderr, error } = spawnSync(process.execPath, [PROGRAM], {
    input: JSON.stringify(request),
    // It stops by itself; this is for one that hangs.
    timeout: request.milliseconds + 5_000,
    maxBuffer: request.maxBytes + 100_000,
  });
  if (error) return { failure: error.message };
  const end = stdout.indexOf('\n');
  if (end < 0) return { failure: `the process that fetches ended: ${stderr}`.trim() };
  const line: FetchReply = JSON.parse(stdout.subarray(0, end).toString());
  return 'contentType' in line ? { ...line, bytes: stdout.subarray(end + 1) } : line;
}

/** A copy of what an address had on a day. */
interface Copy extends Content {
  readonly date: string;
}

interface Copies {
  get(address: string): Copy | undefined;
  put(address: string, copy: Copy): void;
}

/** Copies by address: an entry each, which names the content by its hash. */
function openCopies(folder: string | undefined): Copies {
  const entries = openCache(folder, 'addresses');
  const contents = openCache(folder, 'fetched');
  return {
    get(address) {
      const entry = entries.get(sha256(address));
      if (!isEntry(entry) || entry.address !== address) return undefined;
      const bytes = contentOf(contents, entry.content);
      return bytes && { ...entry, bytes };
    },
    put(address, { bytes, ...said }) {
      const content = sha256(bytes);
      if (!contentOf(contents, content))
        contents.put(content, Buffer.from(bytes).toString('base64'));
      entries.put(sha256(address), { ...said, address, content } satisfies Entry);
    },
  };
}

interface Entry extends Omit<Copy, 'bytes'> {
  readonly address: string;
  readonly content: string;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { address, content, contentType, date } = value as Partial<Entry>;
  return [address, content, contentType, date].every((text) => typeof text === 'string');
}

/** Content that is what its name says. */
function contentOf(contents: Cache, hash: string): Uint8Array | undefined {
  const kept = contents.get(hash);
  if (typeof kept !== 'string') return undefined;
  const bytes = Buffer.from(kept, 'base64');
  return sha256(bytes) === hash ? bytes : undefined;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
