import { Source } from '#diagnostics/source.ts';
import { readRecord } from '../read-record.ts';
import { statusBodies } from './edit-status.ts';
import { type LogFolder, linkText, noLog, recordEntries } from './log-folder.ts';
import { done, type Outcome } from './outcome.ts';

/** `adr generate graph [-p PREFIX] [-e EXT]`. */
export interface GraphRequest {
  readonly prefix: string;
  /** With its dot; may be empty. */
  readonly extension: string;
}

interface Edge {
  readonly to: string;
  readonly label: string;
}

/** The log as Graphviz text: records in a row, and an edge for each link but those that end in “by”. */
export function graph(folder: LogFolder, { prefix, extension }: GraphRequest): Outcome {
  if (!folder.exists) return noLog(folder);
  const records = recordEntries(folder).map((file) => ({ file, text: folder.textOf(file) }));
  const nodes = records.map(({ file, text }) => ({
    number: numberOf(file),
    label: linkText(text, file),
    url: `${prefix}${file.replace(/\.md$/, '')}${extension}`,
  }));
  const lines = nodes.map(({ number, label, url }) => {
    const node = `    _${number} [label=${quote(label)}; URL=${quote(url)}];\n`;
    // The row goes by numbers, over gaps as well.
    const before = BigInt(number) - 1n;
    return before < 1n ? node : `${node}    _${before} -> _${number} [style="dotted", weight=1];\n`;
  });
  const edges = records.flatMap(({ file, text }) =>
    edgesOf(text, file).map((edge) => ({ from: numberOf(file), ...edge })),
  );
  const arrows = edges.map(
    ({ from, to, label }) => `  _${from} -> _${to} [label=${quote(label)}, weight=0]\n`,
  );
  const head = 'digraph {\n  node [shape=plaintext];\n  subgraph {\n';
  return done(`${head}${lines.join('')}  }\n${arrows.join('')}}\n`, { json: { nodes, edges } });
}

/** The links of the Status section, line by line; for other formats those that the reader finds. */
function edgesOf(text: string, file: string): Edge[] {
  const bodies = statusBodies(text);
  const edges =
    bodies.length > 0
      ? bodies.flatMap(({ start, end }) => statusEdges(text.slice(start, end)))
      : typedEdges(text, file);
  return edges.filter(({ to, label }) => to !== '0' && !label.endsWith(' by'));
}

/** `TEXT [..](0012…` at the start of a line; of several links on a line the last one counts. */
function statusEdges(body: string): Edge[] {
  return body.split(/\r\n|\n|\r/).flatMap((line) => {
    const [, label, to] = /^(.+) \[.*\]\(0*(\d+)/.exec(line) ?? [];
    return label !== undefined && to !== undefined ? [{ label, to }] : [];
  });
}

function typedEdges(text: string, file: string): Edge[] {
  const { links } = readRecord(new Source(file, text), file).record;
  return links.flatMap(({ relation, verb, number }) =>
    relation === 'mention' || number === undefined ? [] : [{ label: verb, to: String(number) }],
  );
}

function numberOf(file: string): string {
  return (/^\d+/.exec(file)?.[0] ?? '').replace(/^0+(?=\d)/, '');
}

/** A quoted string of DOT. A backslash before a letter would be an escape of its own. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
