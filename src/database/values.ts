import type { Column, Table } from './catalog.ts';
import { quoteText } from './quote.ts';

/** How many rows a table gets, and how many of them belong to one row of another table. */
export const ROWS = 3_000;
const PER_PARENT = 10;

/**
 * What a column of a generated row holds, as an expression over the row's number `i`, from 1 on;
 * nothing where the column fills itself, or where no value could be thought of and none is needed.
 * Keys count up, references and names repeat ten times, one in ten values is missing or true, times go
 * back a year: what a planner would see of a table in use. The same schema gives the same rows.
 */
export function cellOf(table: Table, column: Column, place: number): string | undefined {
  if (column.computed) return undefined;
  const mixed = `(hashint8extended(i, ${place}) & 2147483647)`;
  const isReference = table.foreignKeys.some(({ columns }) => columns.includes(column.name));
  const some = labelsOf(table, column);
  if (isOwnKey(table, column, isReference || some.length > 0))
    return typed(column, keyed(column, 'i'));
  if (some.length > 0) {
    const list = some.map(quoteText).join(', ');
    return typed(column, `(array[${list}])[1 + ${mixed} % ${some.length}]`);
  }
  const parents = ROWS / PER_PARENT;
  const value =
    isReference || /_id$/.test(column.name)
      ? keyed(column, `(1 + ${mixed} % ${parents})`)
      : plain(column, mixed, parents);
  if (value === undefined) return undefined;
  return column.nullable
    ? `case when ${mixed} % 10 > 0 then ${typed(column, value)} end`
    : typed(column, value);
}

/** The column that makes each row of a key another one: that which nobody else decides. */
function isOwnKey(table: Table, column: Column, isGiven: boolean): boolean {
  const unique = table.indexes.filter((index) => index.unique).map(({ keys }) => keys.map(bare));
  return [table.primaryKey, ...table.uniques, ...unique].some((key) => {
    if (!key.includes(column.name)) return false;
    return key.length === 1 || (!isGiven && !/^(?:time|date)/.test(column.base));
  });
}

/** A key of an index without its order; of an expression such as `lower(email)`, what stands in it. */
function bare(key: string): string {
  return key.replace(/ DESC$/, '').replace(/^lower\((.*?)(?:::text)?\)$/, '$1');
}

/** The values that a column may have: those of its enumeration, or of a check on it alone. */
function labelsOf(table: Table, column: Column): readonly string[] {
  if (column.labels.length > 0) return column.labels;
  const name = column.name.replace(/[^\w]/g, '.');
  const list = new RegExp(`\\(\\(?"?${name}"?\\)?(?:::text)? = ANY \\(+ARRAY\\[(.*?)\\]`);
  for (const { definition } of table.checks) {
    const [, values] = list.exec(definition) ?? [];
    if (values === undefined) continue;
    return [...values.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) =>
      text.replaceAll("''", "'"),
    );
  }
  return [];
}

/** The value of a key by its number: a reference to the row of that number holds the same. */
function keyed({ base }: Column, number: string): string {
  if (base === 'uuid') return `md5((${number})::text)::uuid`;
  if (base === 'bytea') return `decode(md5((${number})::text), 'hex')`;
  if (/^(?:smallint|integer|bigint|numeric|real|double)/.test(base)) return `(${number})`;
  if (/^(?:time|date)/.test(base)) return moment(number);
  return `'v' || (${number})`;
}

function plain(column: Column, mixed: string, parents: number): string | undefined {
  const { base, category } = column;
  const [, precision, scale = '0'] = /^numeric\((\d+)(?:,(\d+))?\)/.exec(base) ?? [];
  const most = precision === undefined ? 3 : Math.min(3, Number(precision) - Number(scale));
  if (base === 'boolean') return `${mixed} % 10 = 0`;
  if (base === 'smallint') return `${mixed} % 100`;
  if (/^(?:integer|bigint|real|double)/.test(base)) return `${mixed} % 1000`;
  if (base.startsWith('numeric')) return `${mixed} % ${10 ** Math.max(0, most)}`;
  if (/^(?:timestamp|date)/.test(base)) return moment('i');
  if (base.startsWith('time')) return `time '00:00' + ${mixed} % 86400 * interval '1 second'`;
  if (base.startsWith('interval')) return `${mixed} % 86400 * interval '1 second'`;
  if (base === 'uuid') return keyed(column, `1 + ${mixed} % ${parents}`);
  if (/^jsonb?$/.test(base)) return `jsonb_build_object('n', ${mixed} % 100)`;
  if (base === 'tsvector') return `to_tsvector('simple', 'w' || ${mixed} % 500)`;
  if (base === 'inet' || base === 'cidr') return `'10.0.0.0'::inet + ${mixed} % 65536`;
  if (base === 'bytea') return keyed(column, `${mixed}`);
  if (category === 'S') return `'v' || ${mixed} % ${parents}`;
  if (category === 'A') return "'{}'";
  return column.nullable || column.default !== null ? undefined : `'v' || i`;
}

/** A moment within the last year, rows in the order in which they were written. */
function moment(number: string): string {
  return `now() - (${ROWS} - (${number}) % ${ROWS}) * interval '1 year' / ${ROWS}`;
}

/** An expression as the column takes it; a text is cut to its length, and letters are as good as digits. */
function typed({ type, base }: Column, value: string): string {
  const length = /^character(?: varying)?\((\d+)\)$/.exec(base)?.[1];
  const short = length === undefined ? value : `right(${value}, ${length})`;
  return `(${short})::${type}`;
}
