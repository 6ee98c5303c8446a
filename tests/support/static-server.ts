import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { isFrozen } from '#portfolio/addresses.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The strictest policy that a static site can be served with: nothing inline, nothing from elsewhere. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A folder over HTTP. */
export interface StaticServer {
  /** `http://localhost:1234` */
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Serves a built site below a base path, with a strict Content-Security-Policy on every page but those
 * that carry one of their own.
 */
export function serveFolder(folder: string, base = ''): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
    const file = path.startsWith(`${base}/`)
      ? fileOf(join(folder, path.slice(base.length)))
      : undefined;
    response.statusCode = file ? 200 : 404;
    if (!isFrozen(path.slice(base.length)))
      response.setHeader('content-security-policy', STRICT_POLICY);
    response.setHeader(
      'content-type',
      TYPES[extname(file ?? '.html')] ?? 'application/octet-stream',
    );
    response.end(file ? readFileSync(file) : readFileSync(join(folder, '404.html')));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        origin: `http://127.0.0.1:${port}`,
        stop: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}

function fileOf(path: string): string | undefined {
  const file = path.endsWith('/') ? join(path, 'index.html') : path;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
