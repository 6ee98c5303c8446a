import { z } from 'zod';

const names = z.array(z.string());
const text = z.string().nullable();

const columnSchema = z.object({
  name: z.string(),
  /** As PostgreSQL writes it: `numeric(12,2)`, `timestamp with time zone`. */
  type: z.string(),
  nullable: z.boolean(),
  default: text,
  /** It takes no value: generated from others, or always an identity. */
  computed: z.boolean(),
  comment: text,
  /** The type below a domain, the elements of an enumeration, and the category of `pg_type`. */
  base: z.string(),
  labels: names,
  category: z.string(),
});

const foreignKeySchema = z.object({
  name: z.string(),
  columns: names,
  /** Schema and name of the table that is referenced. */
  target: z.string(),
  targetColumns: names,
  onDelete: z.enum(['no action', 'restrict', 'cascade', 'set null', 'set default']),
});

const indexSchema = z.object({
  name: z.string(),
  /** `btree`, `gin`, `brin` … */
  method: z.string(),
  unique: z.boolean(),
  primary: z.boolean(),
  /** Columns or expressions, with their order: `placed_at DESC`. */
  keys: names,
  include: names,
  predicate: text,
  /** The index of the partitioned table that this one is a part of. */
  partOf: text,
});

const tableSchema = z.object({
  /** With its schema unless that is `public`: what the others name it by. */
  id: z.string(),
  schema: z.string(),
  name: z.string(),
  comment: text,
  /** `RANGE (placed_at)`. */
  partitionKey: text,
  partitionOf: text,
  /** Of a partition: `FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')`. */
  bounds: text,
  rowSecurity: z.enum(['off', 'on', 'forced']),
  columns: z.array(columnSchema),
  primaryKey: names,
  uniques: z.array(names),
  foreignKeys: z.array(foreignKeySchema),
  checks: z.array(z.object({ name: z.string(), definition: z.string() })),
  indexes: z.array(indexSchema),
  policies: z.array(
    z.object({ name: z.string(), command: z.string(), using: text, check: text, roles: names }),
  ),
});

/** What a loaded database holds, tables in the order in which they were made. */
export const catalogSchema = z.object({
  tables: z.array(tableSchema),
  enums: z.array(z.object({ name: z.string(), labels: names })),
});

export type Catalog = z.infer<typeof catalogSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Column = z.infer<typeof columnSchema>;

/** The tables that an author thinks of: partitions are storage. */
export function mainTables({ tables }: Catalog): Table[] {
  return tables.filter(({ partitionOf }) => partitionOf === null);
}

/** The partitions of a table, and theirs. */
export function partitionsOf(catalog: Catalog, { id }: Table): Table[] {
  return catalog.tables
    .filter(({ partitionOf }) => partitionOf === id)
    .flatMap((partition) => [partition, ...partitionsOf(catalog, partition)]);
}

/** The index that an author named: of a partition's index, the one that it is a part of. */
export function namedIndex({ tables }: Catalog, name: string): string {
  const indexes = tables.flatMap((table) => table.indexes);
  const found = indexes.find((index) => index.name === name);
  return found?.partOf ? namedIndex({ tables, enums: [] }, found.partOf) : name;
}
