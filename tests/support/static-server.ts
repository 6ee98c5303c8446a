import { type SiteServer, serveSite } from '#cli/site-server.ts';

/** A folder over HTTP. */
export type StaticServer = SiteServer;

/** Serves a built site below a base path as hosts do, with the headers of its `_headers`. */
export function serveFolder(folder: string, base = ''): Promise<StaticServer> {
  return serveSite({ folder, base, port: 0, host: '127.0.0.1' });
}
