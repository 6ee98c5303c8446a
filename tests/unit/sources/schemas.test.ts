import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mainTables } from '#database/catalog.ts';
import { startDatabase } from '#sources/database.ts';
import { loadSchemas } from '#sources/schemas.ts';
import { contentFolder } from '../../support/content.ts';
import { at } from '../../support/studies.ts';

const one = (schema: string, queries?: string) =>
  contentFolder({
    'case-studies/shop/schema.sql': schema,
    ...(queries !== undefined && { 'case-studies/shop/queries.sql': queries }),
  });

/** A shop with a question that an index answers. */
const SHOP = `create type order_status as enum ('open', 'paid');
create table customers (id uuid primary key, email text not null unique);
create table orders (
  id uuid not null default gen_random_uuid(),
  customer_id uuid not null references customers (id) on delete restrict,
  status order_status not null default 'open',
  placed_at timestamptz not null default now(),
  primary key (id, placed_at)
) partition by range (placed_at);
create table orders_2026_01 partition of orders for values from ('2026-01-01') to ('2026-02-01');
create table orders_2026_02 partition of orders for values from ('2026-02-01') to ('2026-03-01');
create index orders_by_customer on orders (customer_id, placed_at desc);
create index orders_open on orders (placed_at) where status = 'open';
comment on table orders is 'What was bought.';
`;
const QUERIES = `-- query: Orders of a customer, newest first
-- uses: orders_by_customer
select * from orders where customer_id = $1 order by placed_at desc limit 20;

-- query: Orders by their status
-- uses: orders_by_customer, orders_opne
select count(*) from orders where status = 'paid';

-- query: A customer by address
select id from custmers where email = $1;

-- use: orders_open
select 1;
`;

describe('without SQL', () => {
  it('PostgreSQL is not started', async () => {
    const cache = contentFolder({});
    const root = contentFolder({
      'case-studies/shop/index.mdx': '',
      'case-studies/_x/schema.sql': 'x',
    });
    expect(await loadSchemas(root, { cache })).toEqual({ schemas: new Map(), diagnostics: [] });
    expect(readdirSync(cache)).toEqual([]);
  });

  it('queries ask nothing', async () => {
    const root = contentFolder({ 'case-studies/shop/queries.sql': 'select 1;' });
    const { diagnostics } = await loadSchemas(root, { cache: null });
    expect(diagnostics.map(at)).toEqual(['sql-without-schema case-studies/shop/queries.sql']);
  });
});

describe('a schema that loads', () => {
  it('becomes a catalogue, its queries are held against their plans, and both are kept', async () => {
    const cache = contentFolder({});
    const root = one(SHOP, QUERIES);
    const first = await loadSchemas(root, { cache });
    const shop = first.schemas.get('shop');
    expect(shop?.catalog.enums).toEqual([{ name: 'order_status', labels: ['open', 'paid'] }]);
    expect(shop && mainTables(shop.catalog)).toMatchObject([
      { id: 'customers', primaryKey: ['id'], uniques: [['email']], comment: null },
      {
        id: 'orders',
        comment: 'What was bought.',
        partitionKey: 'RANGE (placed_at)',
        primaryKey: ['id', 'placed_at'],
        foreignKeys: [
          {
            columns: ['customer_id'],
            target: 'customers',
            targetColumns: ['id'],
            onDelete: 'restrict',
          },
        ],
        columns: [
          { name: 'id', type: 'uuid', nullable: false, default: 'gen_random_uuid()' },
          { name: 'customer_id' },
          { name: 'status', type: 'order_status', labels: ['open', 'paid'] },
          { name: 'placed_at', type: 'timestamp with time zone' },
        ],
        indexes: [
          { name: 'orders_pkey', primary: true },
          { name: 'orders_by_customer', method: 'btree', keys: ['customer_id', 'placed_at DESC'] },
          { name: 'orders_open', predicate: "(status = 'open'::order_status)" },
        ],
      },
    ]);
    expect(shop?.catalog.tables).toHaveLength(4);
    expect(shop?.queries.map(({ name, plan }) => [name, plan.indexes])).toEqual([
      ['Orders of a customer, newest first', ['orders_by_customer']],
      ['Orders by their status', []],
    ]);
    expect(first.diagnostics.map(at)).toEqual([
      'query-comment queries.sql:12:4',
      'sql-refused queries.sql:10:16',
      'query-comment queries.sql:6:30',
      'index-not-used queries.sql:6:10',
    ]);
    const second = await loadSchemas(root, { cache });
    expect(second.diagnostics).toEqual(first.diagnostics);
    expect(second.schemas).toEqual(first.schemas);
    expect(readdirSync(join(cache, 'schemas'))).toHaveLength(1);
  });
});

describe('the cluster that comes as a package', () => {
  it('gives what one of PostgreSQL’s own making gives', async () => {
    const reports = [];
    for (const makesCluster of [false, true]) {
      const schema = `create extension citext;\ncreate table named (id citext primary key);\n${SHOP}`;
      const options = { extensions: ['citext'], makesCluster };
      const database = await startDatabase(options, [{ schema, queries: QUERIES }]);
      reports.push(await database.next());
      database.stop();
    }
    const [packaged, own] = reports;
    expect(packaged?.catalog.tables).toHaveLength(5);
    expect(packaged).toEqual(own);
  });
});

describe('a table that rows cannot be made for', () => {
  const schema = `create table a (id int, d date) partition by range ((d + 1));
create table a1 partition of a for values from ('2026-01-01') to ('2027-01-01');
create index a_by_id on a (id);
`;
  const asked = '-- query: One\n-- uses: a_by_id\nselect * from a where id = $1;\n';
  const own = "insert into a select i, '2026-05-05' from generate_series(1, 5000) i;\n";

  it.each([
    ['leaves its index unproven', asked, ['index-unproven queries.sql:2:10']],
    ['but for rows of the author', own + asked, []],
  ])('%s', async (_, queries, places) => {
    const { diagnostics } = await loadSchemas(one(schema, queries), { cache: contentFolder({}) });
    expect(diagnostics.map(at)).toEqual(places);
  });
});

describe('a schema of five hundred tables', () => {
  it('loads', async () => {
    const tables = Array.from(
      { length: 500 },
      (_, place) =>
        `create table t${place} (id bigint primary key${place === 0 ? '' : `, up bigint references t${place >> 1}`});`,
    );
    const { schemas, diagnostics } = await loadSchemas(one(tables.join('\n')), {
      cache: contentFolder({}),
    });
    expect(diagnostics).toEqual([]);
    expect(schemas.get('shop')?.catalog.tables).toHaveLength(500);
  });
});

/** What a study must not do, and where PostgreSQL or the clock ends it. */
const HOSTILE: readonly (readonly [what: string, sql: string, places: readonly string[]])[] = [
  ['a program', "copy (select 1) to program 'touch FILE';", ['sql-refused schema.sql:1:1']],
  ['a file to write', "copy (select 1) to 'FILE';", ['sql-refused schema.sql:1:1']],
  ['a file to read', "select pg_read_file('/etc/passwd');", ['sql-refused schema.sql:1:1']],
  ['a folder', "select pg_ls_dir('/');", ['sql-refused schema.sql:1:1']],
  ['a large object', "select lo_import('/etc/passwd');", ['sql-refused schema.sql:1:1']],
  [
    'another role',
    "create role x superuser;\nalter system set work_mem = '1GB';",
    ['sql-refused schema.sql:1:1', 'sql-refused schema.sql:2:1'],
  ],
  [
    'a program, as the owner',
    "set session authorization postgres;\ncopy (select 1) to program 'touch FILE';\ncreate table a (id int);",
    ['sql-stopped schema.sql:2:1'],
  ],
  [
    'a file, as the owner',
    "set session authorization postgres;\nselect pg_read_file('/etc/passwd');\ncopy (select 1) to 'FILE';",
    ['sql-refused schema.sql:2:1', 'sql-refused schema.sql:3:1'],
  ],
  [
    'a loop without end',
    'create table a (id int);\ndo $$ begin loop end loop; end $$;\nselec;',
    ['sql-stopped schema.sql:2:1'],
  ],
  [
    'more rows than can be',
    'create table a as select * from generate_series(1, 1000000000000);',
    ['sql-stopped schema.sql:1:1'],
  ],
];

describe('hostile SQL', () => {
  it('ends in a finding, and touches nothing', async () => {
    const folder = contentFolder({});
    const file = join(folder, 'touched');
    const files = HOSTILE.map(([, sql], index) => [
      `case-studies/s${10 + index}/schema.sql`,
      sql.replace('FILE', file),
    ]);
    const root = contentFolder(Object.fromEntries(files));
    const { diagnostics } = await loadSchemas(root, { cache: contentFolder({}), limit: 2000 });
    const places = Map.groupBy(diagnostics, ({ span }) => span?.source.name);
    expect(
      HOSTILE.map(([what], index) => [
        what,
        (places.get(`case-studies/s${10 + index}/schema.sql`) ?? []).map(at),
      ]),
    ).toEqual(HOSTILE.map(([what, , found]) => [what, found]));
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});
