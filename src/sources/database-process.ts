/**
 * The process that loads authors' schemas into PostgreSQL. It lives apart, since a statement may never
 * end and cannot be interrupted from within: whoever asks stops it from outside. It is started without
 * the right to write files, to start programs or to read anything but the project.
 */
import type { Announcement } from '#database/connection.ts';
import { loadSchema, type SchemaReport, type SqlTexts } from '#database/load.ts';
import { type StartOptions, startPglite } from './pglite.ts';

/** What is asked of the process, once. */
export interface DatabaseRequest extends StartOptions {
  readonly schemas: readonly SqlTexts[];
}

/** What it says: that it runs; for each schema which statement is next, and what it came to. */
export type DatabaseAnswer =
  | { readonly started: true }
  | { readonly at: Announcement }
  | { readonly report: SchemaReport }
  /** A fault of ours, not of a statement. */
  | { readonly fault: string };

process.once('message', (message) => {
  answer(message as DatabaseRequest).catch((error: unknown) =>
    reply({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

async function answer({ schemas, ...options }: DatabaseRequest): Promise<void> {
  const connection = await startPglite(options);
  const announced = { ...connection, announce: (at: Announcement) => reply({ at }) };
  await reply({ started: true });
  for (const texts of schemas) {
    const report = await loadSchema(announced, texts);
    await reply({ report });
    if (report.problems.some(({ code }) => code === 'sql-stopped')) return;
  }
}

/** Says something, and goes on when it is said: the next statement may keep the process for good. */
function reply(message: DatabaseAnswer): Promise<void> {
  return new Promise((done) => process.send?.(message, undefined, undefined, () => done()));
}
