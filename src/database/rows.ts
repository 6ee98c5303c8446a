import type { Catalog, Table } from './catalog.ts';
import { rowPlaces } from './partitions.ts';
import { quoteName, tableName } from './quote.ts';
import { cellOf, ROWS } from './values.ts';

/**
 * The statements that fill a table with rows, so that a planner sees one in use: without triggers,
 * policies, checks and references, which are nothing to it. Nothing where rows cannot be made.
 */
export function fillStatements(catalog: Catalog, table: Table): string[] | undefined {
  const places = rowPlaces(catalog, table);
  if (!places) return undefined;
  const name = tableName(table);
  const dropped = [...table.foreignKeys, ...table.checks].map(
    (constraint) => `alter table ${name} drop constraint ${quoteName(constraint.name)}`,
  );
  return [
    ...dropped,
    `alter table ${name} disable trigger user`,
    ...places.flatMap(({ table: part }) =>
      part.rowSecurity === 'forced'
        ? [`alter table ${tableName(part)} no force row level security`]
        : [],
    ),
    ...places.map(({ table: part, values, places: count }) =>
      insertInto(part, values, Math.max(100, Math.ceil(ROWS / count))),
    ),
    ...places.flatMap(({ table: part }) =>
      part.rowSecurity === 'forced'
        ? [`alter table ${tableName(part)} force row level security`]
        : [],
    ),
  ];
}

function insertInto(table: Table, given: ReadonlyMap<string, string>, count: number): string {
  const values = table.columns.flatMap((column, place): [string, string][] => {
    const value = given.get(column.name) ?? cellOf(table, column, place);
    return value === undefined ? [] : [[quoteName(column.name), value]];
  });
  const names = values.map(([name]) => name).join(', ');
  const expressions = values.map(([, value]) => value).join(', ');
  const source = `select ${expressions} from generate_series(1, ${count}) i`;
  return `insert into ${tableName(table)} (${names}) ${source} on conflict do nothing`;
}
