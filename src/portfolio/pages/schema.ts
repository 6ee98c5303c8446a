import { mainTables, partitionsOf, type Table } from '#database/catalog.ts';
import { shortType } from '#database/er/boxes.ts';
import { drawTables } from '#database/er/draw.ts';
import { type Reference, referencesOf } from '#database/er/references.ts';
import type { StudySchema } from '#database/study-schema.ts';
import { inReadingOrder } from '#layout/reading-order.ts';
import { schemaPath, slug as slugOf, studyPath } from '../addresses.ts';
import type { Drawing } from '../drawings.ts';
import { plural } from '../format.ts';
import type { Portfolio, StudyEntry } from '../portfolio.ts';
import type { FigureTools } from './figure.ts';
import type { PageLink } from './links.ts';

/** A column of a table, as its reference shows it. */
export interface ColumnRow {
  readonly name: string;
  readonly type: string;
  /** `primary key`, `to users.id`, `unique`, `may be empty` … */
  readonly notes: readonly { readonly text: string; readonly href?: string }[];
  readonly default?: string;
  readonly comment?: string;
}

/** A table in the reference. */
export interface TableEntry {
  readonly id: string;
  readonly anchor: string;
  readonly comment?: string;
  readonly columns: readonly ColumnRow[];
  /** `orders_of_user on (user_id, placed_at DESC)`; the queries that need it are said. */
  readonly indexes: readonly {
    readonly name: string;
    readonly text: string;
    readonly queries: number;
  }[];
  readonly checks: readonly { readonly name: string; readonly text: string }[];
  readonly policies: readonly { readonly name: string; readonly text: string }[];
  /** `Split by RANGE (placed_at) into 4 partitions.` */
  readonly facts: readonly string[];
}

/** A query that was asked, and what PostgreSQL does for it. */
export interface QueryRow {
  readonly name: string;
  readonly sql: string;
  readonly indexes: readonly {
    readonly name: string;
    readonly href?: string;
    readonly claimed: boolean;
  }[];
  readonly steps: readonly string[];
}

/** A foreign key in the text twin of the drawing. */
export interface ReferenceRow {
  readonly from: PageLink;
  readonly to: PageLink;
  readonly columns: string;
  /** `many to one` */
  readonly cardinality: string;
  readonly onDelete: string;
}

/** The database of a study as its page and its components show it. */
export interface SchemaData {
  readonly file: string;
  readonly version: string;
  /** `17 tables`, `6 queries` … */
  readonly counts: readonly string[];
  readonly drawing: Pick<Drawing, 'svg' | 'width' | 'height' | 'links'> & {
    readonly graph: { readonly title: string };
  };
  readonly references: readonly ReferenceRow[];
  readonly tables: readonly TableEntry[];
  readonly enums: readonly { readonly name: string; readonly labels: string }[];
  readonly queries: readonly QueryRow[];
}

/** The page of a study's schema, for a study without one of its own. */
export interface SchemaPage {
  readonly study: PageLink;
  readonly name: string;
  readonly number: number;
  readonly schema: SchemaData;
}

/** The page of a study's schema; nothing where it has none, or where its author wrote it. */
export function schemaPage(entry: StudyEntry, tools: FigureTools): SchemaPage | undefined {
  const { study, schema } = entry;
  if (!schema || !hasSchemaPage(entry)) return undefined;
  const name = study.meta.name ?? study.meta.title;
  return {
    study: { text: name, href: studyPath(study.slug) },
    name,
    number: study.meta.order,
    schema: schemaData(schema, tools),
  };
}

/** Whether the site makes a page of a study's schema. */
export function hasSchemaPage({ study, schema }: StudyEntry): boolean {
  return schema !== undefined && !study.pages.some(({ name }) => name === 'schema');
}

/** The paths of the pages of schemas that the site makes. */
export function schemaPaths({ studies }: Pick<Portfolio, 'studies'>): string[] {
  return studies.filter(hasSchemaPage).map(({ study }) => schemaPath(study.slug));
}

/** All that is shown of a schema; links lead to the table reference on the schema's page. */
export function schemaData(schema: StudySchema, tools: FigureTools): SchemaData {
  const { slug, catalog, version, queries, source } = schema;
  const tables = mainTables(catalog);
  const references = referencesOf(catalog);
  const href = (id: string) => `${schemaPath(slug)}#${anchorOf(id)}`;
  const title = 'Tables, their keys and references';
  const drawn = drawTables(catalog, { ...tools, theme: 'auto', prefix: `er-${slug}`, title });
  const owner = new Map(
    tables.flatMap((table) => table.indexes.map(({ name }) => [name, table.id] as const)),
  );
  return {
    file: source.name,
    version,
    counts: [
      plural(tables.length, 'table'),
      plural(references.length, 'reference'),
      plural(
        tables.reduce((sum, { indexes }) => sum + indexes.length, 0),
        'index',
        'indexes',
      ),
      plural(queries.length, 'query', 'queries'),
    ],
    drawing: {
      svg: drawn.svg,
      width: drawn.width,
      height: drawn.height,
      graph: { title },
      links: inReadingOrder(drawn.boxes).map(({ id, box }) => ({
        box,
        name: id,
        href: href(id),
        deeper: false,
        elementId: id,
        corner: { x: box.x + box.width, y: box.y },
        ink: 'currentColor',
      })),
    },
    references: references.map((reference) => referenceRow(reference, href)),
    tables: tables.map((table) => ({
      ...tableEntry(schema, table, references, href),
      facts: factsOf(table, partitionsOf(catalog, table).length),
    })),
    enums: catalog.enums.map(({ name, labels }) => ({ name, labels: labels.join(', ') })),
    queries: queries.map(({ name, sql, plan, claims }) => ({
      name,
      sql,
      indexes: plan.indexes.map((index) => {
        const table = owner.get(index);
        return {
          name: index,
          claimed: claims.includes(index),
          ...(table !== undefined && { href: href(table) }),
        };
      }),
      steps: plan.steps,
    })),
  };
}

function anchorOf(id: string): string {
  return `table-${slugOf(id)}`;
}

function referenceRow(
  { from, to, columns, targetColumns, many, one, onDelete }: Reference,
  href: (id: string) => string,
): ReferenceRow {
  return {
    from: { text: from, href: href(from) },
    to: { text: to, href: href(to) },
    columns: `${columns.join(', ')} to ${targetColumns.join(', ')}`,
    cardinality: `${many} to ${one}`,
    onDelete,
  };
}

function tableEntry(
  { queries }: StudySchema,
  table: Table,
  references: readonly Reference[],
  href: (id: string) => string,
): Omit<TableEntry, 'facts'> {
  return {
    id: table.id,
    anchor: anchorOf(table.id),
    ...(table.comment !== null && { comment: table.comment }),
    columns: table.columns.map((column) => {
      const { name, type, nullable, comment } = column;
      const targets = references.filter(
        ({ from, columns }) => from === table.id && columns.includes(name),
      );
      const isUnique = table.uniques.some((key) => key.length === 1 && key[0] === name);
      return {
        name,
        type: shortType(type),
        notes: [
          ...(table.primaryKey.includes(name) ? [{ text: 'primary key' }] : []),
          ...targets.map(({ to }) => ({ text: `to ${to}`, href: href(to) })),
          ...(isUnique ? [{ text: 'unique' }] : []),
          ...(nullable ? [{ text: 'may be empty' }] : []),
          ...(column.computed ? [{ text: 'filled by itself' }] : []),
        ],
        ...(column.default !== null && { default: withoutCast(column.default) }),
        ...(comment !== null && { comment }),
      };
    }),
    indexes: table.indexes.map(({ name, method, unique, keys, include, predicate }) => ({
      name,
      text: [
        `${unique ? 'unique ' : ''}${method === 'btree' ? '' : `${method} `}on (${keys.join(', ')})`,
        ...(include.length > 0 ? [`with ${include.join(', ')}`] : []),
        ...(predicate === null ? [] : [`where ${predicate.replace(/^\((.*)\)$/, '$1')}`]),
      ].join(' '),
      queries: queries.filter(({ plan }) => plan.indexes.includes(name)).length,
    })),
    checks: table.checks.map(({ name, definition }) => ({
      name,
      text: definition.replace(/^CHECK \((.*)\)$/s, '$1'),
    })),
    policies: table.policies.map(({ name, command, using, check }) => ({
      name,
      text: `${command}: ${(using ?? check ?? 'true').replace(/^\((.*)\)$/s, '$1')}`,
    })),
  };
}

/** `'open'::order_status` as its author wrote it. */
function withoutCast(value: string): string {
  return value.replace(/^('(?:[^']|'')*')::[\w ."]+$/, '$1');
}

function factsOf({ partitionKey, rowSecurity }: Table, partitions: number): string[] {
  return [
    ...(partitionKey === null
      ? []
      : [`Split by ${partitionKey.toLowerCase()} into ${plural(partitions, 'partition')}.`]),
    ...(rowSecurity === 'off'
      ? []
      : [
          rowSecurity === 'forced'
            ? 'Row security holds for everybody, the owner too.'
            : 'Row security holds for everybody but the owner.',
        ]),
  ];
}
