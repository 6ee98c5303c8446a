import type { Column, Table } from '#database/catalog.ts';

/** A table with these columns; an `id` is its key, and what ends in `_id` refers to the table before that. */
export function table(name: string, columns: readonly string[], more: Partial<Table> = {}): Table {
  return {
    id: name,
    schema: 'public',
    name,
    comment: null,
    partitionKey: null,
    partitionOf: null,
    bounds: null,
    rowSecurity: 'off',
    columns: columns.map((column) => columnOf(column)),
    primaryKey: columns.filter((column) => column === 'id'),
    uniques: [],
    foreignKeys: columns
      .filter((column) => column.endsWith('_id'))
      .map((column) => ({
        name: `${name}_${column}_fkey`,
        columns: [column],
        target: column.replace(/_id$/, ''),
        targetColumns: ['id'],
        onDelete: 'no action',
      })),
    checks: [],
    indexes: [],
    policies: [],
    ...more,
  };
}

function columnOf(name: string): Column {
  return {
    name,
    type: 'bigint',
    nullable: false,
    default: null,
    computed: false,
    comment: null,
    base: 'bigint',
    labels: [],
    category: 'N',
  };
}
