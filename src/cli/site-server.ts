import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, sep } from 'node:path';
import { HEADERS_PATH, headersOf, readHeaders } from '#portfolio/headers.ts';
import { isFile, isFolder } from '#sources/entries.ts';
import { mediaType } from '#sources/media-types.ts';

/** How many ports are tried when the first is taken. */
const PORTS = 100;

export interface SiteServer {
  /** `http://localhost:4321` */
  readonly origin: string;
  stop(): Promise<void>;
}

export interface Served {
  /** A built site. */
  readonly folder: string;
  /** The path below which it stands, with or without a slash at its end. */
  readonly base: string;
  /** Listened at, or the next free one; 0 takes any. */
  readonly port: number;
  readonly host?: string | undefined;
}

/** Serves a built site as hosts do that read its `_headers`: what is tried here holds there. */
export async function serveSite({ folder, base, port, host }: Served): Promise<SiteServer> {
  const below = base.replace(/\/$/, '');
  const headers = join(folder, HEADERS_PATH);
  const rules = isFile(headers) ? readHeaders(readFileSync(headers, 'utf8')) : [];
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const { pathname } = new URL(`http://localhost${request.url ?? '/'}`);
    const path = pathOf(pathname);
    for (const [name, value] of headersOf(rules, path ?? pathname)) response.setHeader(name, value);
    const step = path?.startsWith(`${below}/`) ? path.slice(below.length) : undefined;
    const found = step === undefined ? undefined : lookUp(folder, step);
    if (found === 'folder') {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const file = found ?? join(folder, '404.html');
    response.statusCode = found === undefined ? 404 : 200;
    response.setHeader('content-type', mediaType(file));
    response.end(isFile(file) ? readFileSync(file) : 'There is no such page.');
  });
  const at = await listen(server, port, host ?? 'localhost');
  return {
    origin: `http://${host ?? 'localhost'}:${at}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function pathOf(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** The file for a path, or that it is a folder's without its last slash. Nothing hidden, nothing outside. */
function lookUp(folder: string, path: string): string | undefined {
  const isHidden = /\/[./]|\0|\\/.test(path) || path === HEADERS_PATH;
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (isHidden || !file.startsWith(folder + sep)) return undefined;
  if (isFile(file)) return file;
  return isFolder(file) ? 'folder' : undefined;
}

async function listen(server: Server, first: number, host: string): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      return await new Promise<number>((done, failed) => {
        server.once('error', failed);
        server.listen(port, host, () => {
          server.off('error', failed);
          const address = server.address();
          done(typeof address === 'object' && address ? address.port : port);
        });
      });
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port >= Math.min(first + PORTS, 65_535)) throw error;
    }
  }
}
