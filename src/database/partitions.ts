import { type Catalog, type Column, partitionsOf, type Table } from './catalog.ts';
import { quoteText } from './quote.ts';

/** Rows go here, and these columns hold what the place asks for. */
export interface RowPlace {
  readonly table: Table;
  readonly values: ReadonlyMap<string, string>;
  /** How many of such places share the rows. */
  readonly places: number;
}

/**
 * The tables that take rows: of one that is partitioned by range or list its leaves, each with values
 * within its bounds; nothing where its bounds are beyond us (expressions, several columns).
 */
export function rowPlaces(catalog: Catalog, table: Table): RowPlace[] | undefined {
  const leaves = leavesOf(catalog, table, new Map());
  return leaves?.map((leaf) => ({ ...leaf, places: leaves.length }));
}

function leavesOf(
  catalog: Catalog,
  table: Table,
  values: ReadonlyMap<string, string>,
): Omit<RowPlace, 'places'>[] | undefined {
  const [, method, key = ''] = /^(\w+) \((.*)\)$/.exec(table.partitionKey ?? '') ?? [];
  if (method === undefined || method === 'HASH') return [{ table, values }];
  const column = table.columns.find(({ name }) => name === key.replace(/^"|"$/g, ''));
  const parts = partitionsOf(catalog, table).filter(({ partitionOf }) => partitionOf === table.id);
  if (!column || parts.length === 0) return undefined;
  const bounded = parts.filter(({ bounds }) => bounds !== 'DEFAULT');
  const leaves: Omit<RowPlace, 'places'>[] = [];
  for (const part of bounded) {
    const value = valueWithin(column, part.bounds ?? '');
    const below = value && leavesOf(catalog, part, new Map([...values, [column.name, value]]));
    if (!below) return undefined;
    leaves.push(...below);
  }
  return leaves;
}

/** A value that a partition takes, as an expression over the row's number `i`. */
function valueWithin({ base, type }: Column, bounds: string): string | undefined {
  const [, list] = /^FOR VALUES IN \((.*)\)$/.exec(bounds) ?? [];
  const [first] = list === undefined ? [] : literals(list);
  if (first !== undefined) return `${quoteText(first)}::${type}`;
  const [, from = '', to = ''] = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/.exec(bounds) ?? [];
  const [[low, ...more], [high]] = [literals(from), literals(to)];
  if (more.length > 0 || (low === undefined && high === undefined)) return undefined;
  if (/^(?:timestamp|date)/.test(base)) {
    const end =
      high === undefined
        ? `${quoteText(low ?? '')}::timestamptz + interval '30 days'`
        : `${quoteText(high)}::timestamptz`;
    const start =
      low === undefined ? `${end} - interval '30 days'` : `${quoteText(low)}::timestamptz`;
    return `(${start} + ((i - 1) % 1000) / 1000.0 * (${end} - ${start}))::${type}`;
  }
  if (!/^(?:smallint|integer|bigint)$/.test(base)) return undefined;
  const least = Number(low ?? Number(high) - 1000);
  const span = Math.max(1, (high === undefined ? least + 1000 : Number(high)) - least);
  return `(${least} + i % ${span})::${type}`;
}

/** The values of a bound; `MINVALUE`, `MAXVALUE` and `NULL` are none. */
function literals(text: string): string[] {
  return [...text.matchAll(/'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)/g)].map(
    ([, quoted, number]) => number ?? (quoted ?? '').replaceAll("''", "'"),
  );
}
