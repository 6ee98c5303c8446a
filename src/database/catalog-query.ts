/** A table of the author's: neither PostgreSQL's own, nor an extension's. */
const OWN = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not exists (
    select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** A relation's name as `Table.id` has it. */
const idOf = (relation: string) => `(
    select case n.nspname when 'public' then r.relname::text else n.nspname || '.' || r.relname end
    from pg_catalog.pg_class r join pg_catalog.pg_namespace n on n.oid = r.relnamespace
    where r.oid = ${relation})`;

/** Names of columns by their numbers, in the order of the numbers. */
const columnNames = (table: string, numbers: string) => `(
    select coalesce(json_agg(a.attname order by u.place), '[]')
    from unnest(${numbers}) with ordinality u(number, place)
    join pg_catalog.pg_attribute a on a.attrelid = ${table} and a.attnum = u.number)`;

const COLUMNS = `(
    select coalesce(json_agg(json_build_object(
      'name', a.attname,
      'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
      'nullable', not a.attnotnull,
      'default', pg_catalog.pg_get_expr(d.adbin, d.adrelid),
      'computed', a.attgenerated <> '' or a.attidentity = 'a',
      'comment', pg_catalog.col_description(c.oid, a.attnum),
      'base', pg_catalog.format_type(b.oid, case when t.typtype = 'd' then t.typtypmod else a.atttypmod end),
      'category', b.typcategory,
      'labels', (select coalesce(json_agg(e.enumlabel order by e.enumsortorder), '[]')
                 from pg_catalog.pg_enum e where e.enumtypid = b.oid)
    ) order by a.attnum), '[]')
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_type t on t.oid = a.atttypid
    join pg_catalog.pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)`;

const constraints = (type: string, value: string) => `(
    select coalesce(json_agg(${value} order by k.oid), '[]')
    from pg_catalog.pg_constraint k
    where k.conrelid = c.oid and k.contype = '${type}' and k.conparentid = 0)`;

const FOREIGN_KEY = `json_build_object(
      'name', k.conname,
      'columns', ${columnNames('k.conrelid', 'k.conkey')},
      'target', ${idOf('k.confrelid')},
      'targetColumns', ${columnNames('k.confrelid', 'k.confkey')},
      'onDelete', case k.confdeltype when 'a' then 'no action' when 'r' then 'restrict'
                  when 'c' then 'cascade' when 'n' then 'set null' else 'set default' end)`;

const INDEXES = `(
    select coalesce(json_agg(json_build_object(
      'name', r.relname,
      'method', m.amname,
      'unique', i.indisunique,
      'primary', i.indisprimary,
      'keys', (select coalesce(json_agg(pg_catalog.pg_get_indexdef(i.indexrelid, k, true)
                 || case when i.indoption[k - 1] & 1 = 1 then ' DESC' else '' end order by k), '[]')
               from generate_series(1, i.indnkeyatts) k),
      'include', (select coalesce(json_agg(pg_catalog.pg_get_indexdef(i.indexrelid, k, true) order by k), '[]')
                  from generate_series(i.indnkeyatts + 1, i.indnatts) k),
      'predicate', pg_catalog.pg_get_expr(i.indpred, i.indrelid),
      'partOf', (select p.relname from pg_catalog.pg_inherits h
                 join pg_catalog.pg_class p on p.oid = h.inhparent where h.inhrelid = i.indexrelid)
    ) order by i.indexrelid), '[]')
    from pg_catalog.pg_index i
    join pg_catalog.pg_class r on r.oid = i.indexrelid
    join pg_catalog.pg_am m on m.oid = r.relam
    where i.indrelid = c.oid)`;

const POLICIES = `(
    select coalesce(json_agg(json_build_object(
      'name', p.polname,
      'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                 when 'd' then 'delete' else 'all' end,
      'using', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
      'check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid),
      'roles', (select coalesce(json_agg(case when r = 0 then 'public' else pg_catalog.pg_get_userbyid(r) end), '[]')
                from unnest(p.polroles) r)
    ) order by p.oid), '[]')
    from pg_catalog.pg_policy p where p.polrelid = c.oid)`;

/** One question for all that a catalogue holds: a row with one column, `catalog`, as JSON. */
export const CATALOG_QUERY = `select json_build_object(
  'tables', (select coalesce(json_agg(json_build_object(
    'id', ${idOf('c.oid')},
    'schema', n.nspname,
    'name', c.relname,
    'comment', pg_catalog.obj_description(c.oid, 'pg_class'),
    'partitionKey', case c.relkind when 'p' then pg_catalog.pg_get_partkeydef(c.oid) end,
    'partitionOf', case when c.relispartition then (
       select ${idOf('h.inhparent')} from pg_catalog.pg_inherits h where h.inhrelid = c.oid) end,
    'bounds', pg_catalog.pg_get_expr(c.relpartbound, c.oid),
    'rowSecurity', case when not c.relrowsecurity then 'off'
                   when c.relforcerowsecurity then 'forced' else 'on' end,
    'columns', ${COLUMNS},
    'primaryKey', coalesce((select ${columnNames('k.conrelid', 'k.conkey')}
      from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'p'), '[]'),
    'uniques', ${constraints('u', columnNames('k.conrelid', 'k.conkey'))},
    'foreignKeys', ${constraints('f', FOREIGN_KEY)},
    'checks', ${constraints('c', "json_build_object('name', k.conname, 'definition', pg_catalog.pg_get_constraintdef(k.oid, true))")},
    'indexes', ${INDEXES},
    'policies', ${POLICIES}
  ) order by c.oid), '[]')
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OWN}),
  'enums', (select coalesce(json_agg(json_build_object(
    'name', c.typname,
    'labels', (select json_agg(e.enumlabel order by e.enumsortorder)
               from pg_catalog.pg_enum e where e.enumtypid = c.oid)) order by c.oid), '[]')
  from pg_catalog.pg_type c join pg_catalog.pg_namespace n on n.oid = c.typnamespace
  where c.typtype = 'e' and ${OWN})
) as catalog`;

/** How many tables an author, or anybody else, has in the database: a row with one column, `count`. */
export const OWN_TABLES_QUERY = `select count(*)::int as count
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${OWN}`;
