import { createServer } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadOnServer } from '#sources/postgres-server.ts';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_STUDY, SMALL_WORKSPACE } from '../support/content.ts';

/** A server that speaks PostgreSQL's protocol, with a database in memory behind it. */
async function serve(): Promise<string> {
  const database = await PGlite.create();
  const server = createServer((socket) => {
    let queue = Promise.resolve();
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      queue = queue.then(async () => {
        // An end of the connection is not told to the one session that there is.
        if (chunk[0] === 0x58) return;
        const answer = await database.execProtocolRaw(new Uint8Array(chunk));
        socket.write(answer);
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.close();
    await database.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}

describe('a server', () => {
  it('loads schemas as PostgreSQL in the process does, and keeps nothing of them', async () => {
    const address = await serve();
    const schema = 'create table a (id int primary key);\ncreate table a (id int);\n';
    const queries = '-- query: One\n-- uses: a_pkey\nselect * from a where id = $1;\n';
    const reports = await loadOnServer(address, [
      { schema, queries },
      { schema: schema.split('\n', 1).join(''), queries },
    ]);
    expect(reports).toMatchObject([
      { problems: [{ code: 'sql-refused', start: 37 }], catalog: { tables: [{ id: 'a' }] } },
      { problems: [], queries: [{ claims: ['a_pkey'], plan: { indexes: ['a_pkey'] } }] },
    ]);
  });

  it('is of no use when it is not there, or no server', async () => {
    expect(await loadOnServer('postgres://127.0.0.1:1/x', [])).toHaveProperty('problem');
    expect(await loadOnServer('x', [])).toHaveProperty('problem');
  });
});

/** What a finding is told apart by. */
interface Found {
  readonly severity: string;
}

describe('check', () => {
  it('finds what PostgreSQL refuses, with its line', async () => {
    const root = contentFolder({
      'workspace.dsl': SMALL_WORKSPACE,
      'case-studies/site/index.mdx': SMALL_STUDY,
      'case-studies/site/schema.sql': 'create table a (\n  id itn\n);\n',
    });
    const { code, stdout } = await runCli(['check', '--root', root, '--json']);
    expect(code).toBe(1);
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Found[] };
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'sql-refused',
        file: 'case-studies/site/schema.sql',
        line: 2,
        column: 6,
        endColumn: 9,
      },
    ]);
  });
});
