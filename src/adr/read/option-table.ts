import type { Source } from '#diagnostics/source.ts';
import { plainText } from '../markdown/inline.ts';
import type { Line } from '../markdown/lines.ts';
import { type Cell, type Row, tablesOf } from '../markdown/tables.ts';
import type { AdrOption } from '../record.ts';
import { sideOf } from './arguments.ts';
import { markedChosen } from './chosen.ts';

/**
 * The options of the first table that has some: a row each, with columns for and against, or a
 * column each, beside one of criteria.
 */
export function readOptionTable(source: Source, lines: readonly Line[]): AdrOption[] {
  for (const { header, rows } of tablesOf(source, lines)) {
    const columns = header.cells.map(({ text }) => columnOf(plainText(text)));
    if (columns.includes('name')) return rows.flatMap((row) => optionOfRow(columns, row));
    const [corner, ...names] = header.cells;
    if (names.length >= 2 && isCriteria(corner)) return names.map(optionOfColumn);
  }
  return [];
}

function optionOfRow(columns: readonly string[], { cells }: Row): AdrOption[] {
  const of = (column: string) =>
    cells.filter(({ text }, index) => columns[index] === column && text !== '');
  const [name] = of('name');
  if (!name) return [];
  const [description] = of('description');
  return [
    {
      name: plainText(name.text),
      description: description?.text ?? '',
      chosen: markedChosen(name.text) || of('chosen').some(({ text }) => /\w|✅|✔|x/iu.test(text)),
      pros: of('pros'),
      cons: of('cons'),
      neutral: of('neutral'),
      span: name.span,
    },
  ];
}

function optionOfColumn({ text, span }: Cell): AdrOption {
  const nothing = { description: '', pros: [], cons: [], neutral: [] };
  return { name: plainText(text), chosen: markedChosen(text), ...nothing, span };
}

function isCriteria(corner: Cell | undefined): boolean {
  return /^(?:criteri(?:on|a)|aspects?|features?|propert(?:y|ies)|qualit(?:y|ies)|)$/i.test(
    plainText(corner?.text ?? ''),
  );
}

function columnOf(heading: string): string {
  if (/^(?:options?|alternatives?|approach|solution|name|choice)$/i.test(heading)) return 'name';
  if (/^for$/i.test(heading)) return 'pros';
  if (/^against$/i.test(heading)) return 'cons';
  if (/^(?:chosen|decision|selected)$/i.test(heading)) return 'chosen';
  return sideOf(heading) ?? 'description';
}
