/**
 * The process that loads authors' schemas into PostgreSQL. It lives apart, since a statement may never
 * end and cannot be interrupted from within: whoever asks stops it from outside. It is started without
 * the right to write files, to start programs or to read anything but the project.
 */
import type { Announcement } from '#database/connection.ts';
import { loadSchema, type SchemaReport, type SqlTexts } from '#database/load.ts';
import { type StartOptions, startPglite } from './pglite.ts';

/** What is asked of the process: first to start, then to load. */
export type DatabaseRequest = { readonly start: StartOptions } | { readonly texts: SqlTexts };

/** What it says: that it runs, which statement is next, or what a schema came to. */
export type DatabaseAnswer =
  | { readonly started: true }
  | { readonly at: Announcement }
  | { readonly report: SchemaReport }
  /** A fault of ours, not of a statement. */
  | { readonly fault: string };

const state: { load?: (texts: SqlTexts) => Promise<SchemaReport> } = {};

process.on('message', (message) => {
  answer(message as DatabaseRequest).catch((error: unknown) =>
    reply({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

async function answer(request: DatabaseRequest): Promise<void> {
  if ('start' in request) {
    const connection = await startPglite(request.start);
    const announced = { ...connection, announce: (at: Announcement) => reply({ at }) };
    state.load = (texts) => loadSchema(announced, texts);
    return reply({ started: true });
  }
  const report = await state.load?.(request.texts);
  if (report) await reply({ report });
}

/** Says something, and goes on when it is said: the next statement may keep the process for good. */
function reply(message: DatabaseAnswer): Promise<void> {
  return new Promise((done) => process.send?.(message, undefined, undefined, () => done()));
}
