import { type Catalog, namedIndex, type Table } from './catalog.ts';

/** What PostgreSQL would do to answer a query. */
export interface Plan {
  /** Names of the indexes that it uses; of partitions, those of the whole. */
  readonly indexes: readonly string[];
  /** The tables that it reads, by id; of partitions, the whole. */
  readonly tables: readonly string[];
  /** Those of them that it reads from end to end. */
  readonly scans: readonly string[];
  /** A line for each of its steps that reads something: `Index scan of orders by orders_customer`. */
  readonly steps: readonly string[];
}

/** Reads what `explain (format json, verbose)` answers: one row with one column. */
export function readPlan(answer: unknown, catalog: Catalog): Plan {
  const value: unknown = typeof answer === 'string' ? JSON.parse(answer) : answer;
  const nodes = nodesOf(value);
  const indexes = nodes.flatMap((node) => texts(node, 'Index Name'));
  const reads = nodes.flatMap((node) => {
    const [name, schema = 'public'] = [...texts(node, 'Relation Name'), ...texts(node, 'Schema')];
    const [kind = ''] = texts(node, 'Node Type');
    const table = name === undefined ? undefined : wholeTable(catalog, schema, name);
    return table && kind !== 'ModifyTable' ? [{ node, kind, table: table.id }] : [];
  });
  const steps = reads.map(({ node, kind, table }) => {
    const [index] = nodesOf(node).flatMap((each) => texts(each, 'Index Name'));
    const by = index === undefined ? '' : ` by ${namedIndex(catalog, index)}`;
    return `${sentenceCase(kind.replace(/ Heap Scan$/, ' Scan'))} of ${table}${by}`;
  });
  return {
    indexes: [...new Set(indexes.map((name) => namedIndex(catalog, name)))],
    tables: [...new Set(reads.map(({ table }) => table))],
    scans: [...new Set(reads.flatMap(({ kind, table }) => (kind === 'Seq Scan' ? [table] : [])))],
    steps: [...new Set(steps)],
  };
}

/** The table that an author thinks of: of a partition, the whole. */
export function wholeTable(catalog: Catalog, schema: string, name: string): Table | undefined {
  const table = catalog.tables.find((each) => each.schema === schema && each.name === name);
  const whole = catalog.tables.find(({ id }) => id === table?.partitionOf);
  return whole ? wholeTable(catalog, whole.schema, whole.name) : table;
}

type Node = Readonly<Record<string, unknown>>;

/** Every object of a plan that says what it does, from the outermost on. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [...('Node Type' in node ? [node] : []), ...Object.values(node).flatMap(nodesOf)];
}

function texts(node: Node, key: string): string[] {
  const value = node[key];
  return typeof value === 'string' ? [value] : [];
}

/** `Bitmap Index Scan` to `Bitmap index scan`. */
function sentenceCase(words: string): string {
  return words.charAt(0) + words.slice(1).toLowerCase();
}
