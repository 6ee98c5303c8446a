import type { Size } from '#layout/geometry.ts';
import { FONTS, type TextMeasure } from '#layout/measure/text.ts';
import { type Catalog, type Column, mainTables, partitionsOf, type Table } from '../catalog.ts';

/** A line of a table's box: what part the column has in keys, its name and its type. */
export interface BoxRow {
  /** `PK`, `FK`, `PK, FK`, `U`, or nothing. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
}

/** A table as a box of a drawing, at its natural size. */
export interface TableBox extends Size {
  readonly table: Table;
  /** Its name; the schema is said by the frame around its tables. */
  readonly title: string;
  readonly rows: readonly BoxRow[];
  /** Columns that the box leaves to the table reference. */
  readonly more: number;
  /** `3 partitions` */
  readonly note: string;
  /** Where the names begin, from the box's left edge. */
  readonly indent: number;
}

/** Pixels: the head of a box, one of its lines, and the room at its sides. */
export const HEAD = 30;
export const ROW = 19;
export const PADDING = 10;
/** Sizes of the words in a box; names of columns stand in the page's mono, each letter 0.6 em wide. */
export const MONO = { size: 12, advance: 0.6 };
export const SMALL = FONTS.labelTechnology;
const GAP = 14;
const WIDTH_STEP = 8;
const LEAST = 152;
/** A box with more lines than this shows its keys first, and says how many columns it leaves out. */
const MOST_ROWS = 12;
/** Drawings of more tables than this show keys alone. */
export const MOST_TABLES = 40;

/** The boxes of a database: its tables without their partitions, in the order in which they were made. */
export function tableBoxes(catalog: Catalog, measure: TextMeasure): TableBox[] {
  const tables = mainTables(catalog);
  return tables.map((table) => {
    const rows = table.columns.map((column) => rowOf(table, column));
    const most = tables.length > MOST_TABLES ? 0 : MOST_ROWS;
    const shown = rows.length <= most ? rows : rows.filter(({ key }) => key !== '');
    const others = rows.filter((row) => !shown.includes(row));
    const kept = rows.filter(
      (row) => shown.includes(row) || others.indexOf(row) < most - shown.length - 1,
    );
    return boxOf(catalog, table, kept, rows.length - kept.length, measure);
  });
}

function rowOf(table: Table, { name, type, nullable }: Column): BoxRow {
  const isForeign = table.foreignKeys.some(({ columns }) => columns.includes(name));
  const isUnique = table.uniques.some((columns) => columns.length === 1 && columns[0] === name);
  const parts = [
    ...(table.primaryKey.includes(name) ? ['PK'] : []),
    ...(isForeign ? ['FK'] : []),
    ...(isUnique ? ['U'] : []),
  ];
  return { key: parts.join(', '), name, type: nullable ? `${shortType(type)}?` : shortType(type) };
}

/** A type in the words that its authors use. */
export function shortType(type: string): string {
  return type
    .replace(/^timestamp(\(\d\))? with time zone/, 'timestamptz$1')
    .replace(/^timestamp(\(\d\))? without time zone/, 'timestamp$1')
    .replace(/^time(\(\d\))? without time zone/, 'time$1')
    .replace(/^character varying/, 'varchar')
    .replace(/^character\b/, 'char')
    .replace(/^double precision/, 'float8');
}

function boxOf(
  catalog: Catalog,
  table: Table,
  rows: readonly BoxRow[],
  more: number,
  measure: TextMeasure,
): TableBox {
  const count = partitionsOf(catalog, table).length;
  const note = table.partitionKey === null ? '' : `${count} partition${count === 1 ? '' : 's'}`;
  const keys = Math.max(0, ...rows.map(({ key }) => measure.width(key, SMALL)));
  const indent = PADDING + (keys > 0 ? keys + 8 : 0);
  const widths = rows.map(({ name, type }) => {
    const letters = [...name].length * MONO.size * MONO.advance;
    return indent + letters + GAP + measure.width(type, SMALL) + PADDING;
  });
  const head =
    measure.width(table.name, FONTS.boundary) + (note ? GAP + measure.width(note, SMALL) : 0);
  const width = Math.max(LEAST, head + 2 * PADDING, ...widths);
  const lines = rows.length + (more > 0 ? 1 : 0);
  return {
    table,
    title: table.name,
    rows,
    more,
    note,
    indent,
    width: Math.ceil(width / WIDTH_STEP) * WIDTH_STEP,
    height: HEAD + Math.max(1, lines) * ROW + 5,
  };
}
