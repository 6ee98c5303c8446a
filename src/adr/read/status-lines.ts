import type { Source } from '#diagnostics/source.ts';
import { plainText } from '../markdown/inline.ts';
import type { Line } from '../markdown/lines.ts';
import { type Table, tablesOf } from '../markdown/tables.ts';
import { findStatusWord } from './status-words.ts';

/** A line that may state a status, and where it stands. */
export type StatusLine = Pick<Line, 'number' | 'text'>;

/**
 * The lines of a Status section that may state one, in order: of a table its rows, the cell with the
 * status first; of a list with boxes the items that are ticked.
 */
export function statusLines(source: Source, lines: readonly Line[]): StatusLine[] {
  const tables = tablesOf(source, lines);
  return lines.flatMap((line): StatusLine[] => {
    const table = tables.find(
      ({ header, end }) => header.number <= line.number && line.number <= end,
    );
    if (table) return table.header.number === line.number ? tableLines(table) : [];
    const isOpenBox = /^\s*[-*+]\s+\[ \]\s/.test(line.text);
    return line.kind === 'text' && !isOpenBox ? [line] : [];
  });
}

/** The rows below “Status”; or all, where it stands beside its status or nowhere. */
function tableLines({ header, rows }: Table): StatusLine[] {
  const named = header.cells.findIndex(({ text }) => /^status$/i.test(plainText(text)));
  const isBelow = rows.some(({ cells }) => findStatusWord(cells[named]?.text ?? ''));
  return (isBelow ? rows : [header, ...rows]).map(({ number, cells }) => {
    const stated = cells.findIndex(({ text }) => findStatusWord(text));
    const column = isBelow ? named : Math.max(0, stated);
    const texts = cells.map(({ text }) => text);
    return { number, text: [texts[column] ?? '', ...texts.toSpliced(column, 1)].join(' ').trim() };
  });
}
