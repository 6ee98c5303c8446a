import type { Source, Span } from '#diagnostics/source.ts';
import type { Line } from './lines.ts';

/** A cell of a table, trimmed. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}

/** A line of a table. */
export interface Row {
  /** 1-based. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A table of Markdown; pipes at its sides may be missing. */
export interface Table {
  readonly header: Row;
  readonly rows: readonly Row[];
  /** 1-based, of its last line. */
  readonly end: number;
}

/** The tables among these lines, in order. */
export function tablesOf(source: Source, lines: readonly Line[]): Table[] {
  const tables: Table[] = [];
  for (let index = 0; index + 1 < lines.length; index++) {
    const [header, rule] = [lines[index], lines[index + 1]];
    if (!header || !rule || !isRow(header) || !isRule(rule)) continue;
    const rows: Row[] = [];
    let end = index + 2;
    for (let line = lines[end]; line && isRow(line); line = lines[++end]) {
      rows.push(rowOf(source, line));
    }
    tables.push({ header: rowOf(source, header), rows, end: lines[end - 1]?.number ?? 0 });
    index = end - 1;
  }
  return tables;
}

function isRow({ kind, text }: Line): boolean {
  return kind === 'text' && text.includes('|');
}

function isRule(line: Line): boolean {
  return isRow(line) && /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/.test(line.text.trim());
}

/** The cells of a row; `\|` does not part them. */
function rowOf(source: Source, { number, text, start }: Line): Row {
  const cells: Cell[] = [];
  const last = text.trimEnd().length;
  let from = /^\s*\|?/.exec(text)?.[0].length ?? 0;
  for (let at = from; at <= last; at++) {
    const ends = at === last ? at > from : text[at] === '|' && text[at - 1] !== '\\';
    if (!ends) continue;
    const raw = text.slice(from, at);
    const begin = start + from + raw.length - raw.trimStart().length;
    const cell = raw.trim();
    cells.push({ text: cell, span: { source, start: begin, end: begin + cell.length } });
    from = at + 1;
  }
  return { number, cells };
}
