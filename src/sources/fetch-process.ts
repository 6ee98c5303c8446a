/**
 * The process that fetches one address: reading a workspace is synchronous, and the network is not. It
 * takes a request on standard input, and writes a line of JSON, with the content behind it.
 */
import { hostEntry, isPermitted } from '#model/hosts.ts';

/** What is asked of the process. */
export interface FetchRequest {
  readonly address: string;
  readonly hosts: readonly string[];
  /** What the server said of the copy that is at hand. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly milliseconds: number;
  readonly maxBytes: number;
}

/** The line of JSON: what the server said of the content, that the copy still holds, or why there is none. */
export type FetchReply =
  | {
      readonly contentType: string;
      readonly etag?: string | undefined;
      readonly lastModified?: string | undefined;
    }
  | { readonly unchanged: true }
  | { readonly failure: string };

/** As many redirects are followed. */
const MOST_REDIRECTS = 5;

class Refusal extends Error {}

/** Codes of Node's for what can be wrong between here and the server. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  ENETUNREACH: 'the network can not be reached',
  ETIMEDOUT: 'the host does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
};

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const request: FetchRequest = JSON.parse(Buffer.concat(chunks).toString());
try {
  await answer(request);
} catch (error) {
  reply({ failure: wordsOf(error, request) });
}

async function answer({ maxBytes, ...asked }: FetchRequest): Promise<void> {
  const response = await follow(asked);
  if (response.status === 304) return reply({ unchanged: true });
  if (!response.ok)
    throw new Refusal(`the server answers ${`${response.status} ${response.statusText}`.trim()}`);
  const content = await bodyOf(response, maxBytes);
  const { headers } = response;
  reply({
    contentType: headers.get('content-type') ?? '',
    etag: headers.get('etag') ?? undefined,
    lastModified: headers.get('last-modified') ?? undefined,
  });
  process.stdout.write(content);
}

/** The answer at the end of all redirects, each of them to a host that is permitted. */
async function follow({
  address,
  hosts,
  etag,
  lastModified,
  milliseconds,
}: Omit<FetchRequest, 'maxBytes'>): Promise<Response> {
  const signal = AbortSignal.timeout(milliseconds);
  const headers = {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
  let at = address;
  for (let count = 0; count <= MOST_REDIRECTS; count++) {
    if (!isPermitted(at, hosts))
      throw new Refusal(`it leads to \`${hostEntry(at) ?? at}\`, which is not permitted`);
    const response = await fetch(at, { redirect: 'manual', headers, signal });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status === 304 || response.status >= 400 || !next)
      return response;
    at = URL.parse(next, at)?.href ?? next;
  }
  throw new Refusal(`it leads on more than ${MOST_REDIRECTS} times`);
}

async function bodyOf({ body }: Response, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > maxBytes) throw new Refusal(`it is larger than ${sizeOf(maxBytes)}`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function sizeOf(bytes: number): string {
  return bytes >= 1e6 ? `${Math.floor(bytes / 1e6)} MB` : `${bytes} bytes`;
}

function wordsOf(error: unknown, { milliseconds }: FetchRequest): string {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `there is no answer within ${milliseconds / 1000} s`;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause ? String(cause.code) : '';
  return WORDS[code] ?? cause.message.replace(/\.$/, '');
}

function reply(line: FetchReply): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
