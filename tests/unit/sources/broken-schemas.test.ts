import { describe, expect, it } from 'vitest';
import { loadSchemas } from '#sources/schemas.ts';
import { contentFolder } from '../../support/content.ts';
import { at } from '../../support/studies.ts';

/** A table of seed 002's second case study, in short: its key lacks the column that it is split by. */
const PARTITION_KEY = `create table users (id uuid primary key);
-- by month
create table orders (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id),
  created_at timestamp not null default now()
) partition by range (created_at);
create table order_items (id uuid primary key, order_id uuid not null references orders (id));
create index on orders (created_at);
`;

/** What is wrong, the file, and every place where something is found. */
const BROKEN: readonly (readonly [what: string, sql: string, places: readonly string[]])[] = [
  ['a key without the column of the partitions', PARTITION_KEY, ['3:1']],
  ['a syntax error', 'create table a (id int);\ncreate tabel b (id int);\n', ['2:8']],
  ['an unknown type', 'create table a (\n  id int,\n  b strng\n);\n', ['3:5']],
  [
    'an unknown column in an index',
    'create table a (id int);\ncreate index on a (idd);\n',
    ['2:1'],
  ],
  ['a reference to nothing', 'create table a (\n  b int references nowhere (id)\n);\n', ['1:1']],
  [
    'a reference to a column without a key',
    'create table a (id int);\ncreate table b (a int references a (id));\n',
    ['2:1'],
  ],
  [
    'the wrong order',
    'create table a (b int references b);\n\ncreate table b (id int primary key);\ncreate index on a (b);\n',
    ['1:1'],
  ],
  [
    'a name twice',
    'create table a (id int);\n/* once\n more */ create table a (id int);\n',
    ['3:10'],
  ],
  ['a column twice', 'create table a (\n  id int,\n  id text\n);\n', ['1:1']],
  [
    'two primary keys',
    'create table a (\n  id int primary key,\n  b int primary key\n);\n',
    ['3:9'],
  ],
  ['an unknown extension', '-- all\ncreate extension if not exists hstoree;\n', ['2:1']],
  [
    'a body that is no PL/pgSQL',
    "create function f() returns int language plpgsql as $body$\nbegin\n  retrun ';';\nend\n$body$;\ncreate table a (id int);\ncreate table a (id int);\n",
    ['3:3', '7:1'],
  ],
  [
    'a body in SQL',
    'create table a (id int);\ncreate function f() returns int language sql as $$\n  select idd from a\n$$;\n',
    ['3:10'],
  ],
  [
    'a body without quotes',
    'create table a (id int);\ncreate function f() returns int begin atomic\n  select 1;\n  select case when true then 2 end;\nend;\nselec 1;\n',
    ['6:1'],
  ],
  [
    'a trigger without its function',
    'create table a (id int);\ncreate trigger t before insert on a for each row execute function f();\n',
    ['2:1'],
  ],
  ['a wrong default', "create table a (\n  id int default 'x'\n);\n", ['2:18']],
  ['a check of another table', 'create table a (id int, check (b.id > 0));\n', ['1:32']],
  ['a view of nothing', 'create view v as\n  select *\n  from nothing;\n', ['3:8']],
  [
    'a partition that overlaps',
    "create table a (d date) partition by range (d);\ncreate table a1 partition of a for values from ('2026-01-01') to ('2026-02-01');\ncreate table a2 partition of a for values from ('2026-01-15') to ('2026-03-01');\n",
    ['3:49'],
  ],
  ['a block that fails', 'do $$\nbegin\n  perform 1;\n  perform 1 / 0;\nend $$;\n', ['4:3']],
  [
    'a string without end',
    "create table a (id int);\ncomment on table a is 'all of it;\n",
    ['2:23'],
  ],
  ['a label twice', "create type t as enum ('a', 'a');\ncreate table u (t t);\n", ['1:1']],
  [
    'a policy for nobody',
    'create table a (id int);\ncreate policy p on a to nobody using (true);\n',
    ['2:1'],
  ],
  ['a character beyond sixteen bits before the place', "select '😀', nothing;\n", ['1:14']],
  ['a command of psql', '\\connect shop\ncreate table a (id int);\n', ['1:1']],
  ['the end of the transaction', 'begin;\ncreate table a (id int);\nrollback;\n', ['3:1']],
  [
    'rows to copy',
    'create table a (id int);\ncopy a from stdin;\n1\n2\n\\.\nselec 1;\n',
    ['3:1', '6:1'],
  ],
  [
    'several at once',
    'create table a (id itn);\ncreate table b (id int);\ncreate index on a (id);\ncreate table c (b int references bb);\ninsert into b values (1, 2);\n',
    ['1:20', '4:1', '5:26'],
  ],
];

describe('a schema that PostgreSQL refuses', () => {
  it('is found at its line, all of it at once, by one PostgreSQL', async () => {
    const files = BROKEN.map(([, sql], index) => [`case-studies/s${100 + index}/schema.sql`, sql]);
    const root = contentFolder(Object.fromEntries(files));
    const { diagnostics } = await loadSchemas(root, { cache: contentFolder({}) });
    const places = Map.groupBy(diagnostics, ({ span }) => span?.source.name);
    expect(
      BROKEN.map(([what], index) => [
        what,
        (places.get(`case-studies/s${100 + index}/schema.sql`) ?? []).map((one) =>
          at(one).replace(/^.*sql:/, ''),
        ),
      ]),
    ).toEqual(BROKEN.map(([what, , found]) => [what, found]));
  });
});
