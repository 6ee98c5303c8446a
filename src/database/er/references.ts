import { type Catalog, mainTables, type Table } from '../catalog.ts';
import type { Cardinality } from './ends.ts';

/** A foreign key between two tables. */
export interface Reference {
  readonly name: string;
  /** The table that holds the key, and the one that it points to, by id. */
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  readonly targetColumns: readonly string[];
  readonly onDelete: string;
  /** Rows of `from` for each row of `to`, and the other way round. */
  readonly many: Cardinality;
  readonly one: Cardinality;
}

/** The references between the tables of a database, in the order of the tables. */
export function referencesOf(catalog: Catalog): Reference[] {
  const tables = mainTables(catalog);
  const known = new Set(tables.map(({ id }) => id));
  return tables.flatMap((table) =>
    table.foreignKeys
      .filter(({ target }) => known.has(target))
      .map(({ name, columns, target, targetColumns, onDelete }) => ({
        name,
        from: table.id,
        to: target,
        columns,
        targetColumns,
        onDelete,
        many: isUnique(table, columns) ? 'zero or one' : 'many',
        one: isOptional(table, columns) ? 'zero or one' : 'one',
      })),
  );
}

/** Whether no two rows hold the same values in these columns. */
function isUnique({ primaryKey, uniques }: Table, columns: readonly string[]): boolean {
  return [primaryKey, ...uniques].some(
    (key) => key.length > 0 && key.every((name) => columns.includes(name)),
  );
}

function isOptional({ columns }: Table, names: readonly string[]): boolean {
  return columns.some(({ name, nullable }) => nullable && names.includes(name));
}
