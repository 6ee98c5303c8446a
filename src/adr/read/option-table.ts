import type { Source } from '#diagnostics/source.ts';
import { plainText } from '../markdown/inline.ts';
import type { Line } from '../markdown/lines.ts';
import type { AdrOption, Located } from '../record.ts';
import { sideOf } from './arguments.ts';
import { markedChosen } from './chosen.ts';

/** A table with a column of options and columns for and against them. */
export function readOptionTable(source: Source, lines: readonly Line[]): AdrOption[] {
  const rows = lines.filter(({ kind, text }) => kind === 'text' && /^\s*\|.*\|\s*$/.test(text));
  const [header, rule, ...body] = rows;
  if (!header || !rule || !/^[\s|:-]+$/.test(rule.text)) return [];
  const columns = cellsOf(source, header).map(({ text }) => columnOf(plainText(text)));
  const nameColumn = columns.indexOf('name');
  if (nameColumn === -1) return [];
  return body.flatMap((row) => {
    const cells = cellsOf(source, row);
    const of = (column: string) =>
      cells.filter(({ text }, index) => columns[index] === column && text !== '');
    const [name] = of('name');
    if (!name) return [];
    const [description] = of('description');
    return [
      {
        name: plainText(name.text),
        description: description?.text ?? '',
        chosen:
          markedChosen(name.text) || of('chosen').some(({ text }) => /\w|✅|✔|x/iu.test(text)),
        pros: of('pros'),
        cons: of('cons'),
        neutral: of('neutral'),
        span: name.span,
      },
    ];
  });
}

function columnOf(heading: string): string {
  if (/^(?:options?|alternatives?|approach|solution|name|choice)$/i.test(heading)) return 'name';
  if (/^for$/i.test(heading)) return 'pros';
  if (/^against$/i.test(heading)) return 'cons';
  if (/^(?:chosen|decision|selected)$/i.test(heading)) return 'chosen';
  return sideOf(heading) ?? 'description';
}

/** The cells of a row; `\|` does not part them. */
function cellsOf(source: Source, { text, start }: Line): Located[] {
  const cells: Located[] = [];
  let from = text.indexOf('|') + 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '|' || text[at - 1] === '\\') continue;
    const raw = text.slice(from, at);
    const begin = start + from + raw.length - raw.trimStart().length;
    const cell = raw.trim();
    cells.push({ text: cell, span: { source, start: begin, end: begin + cell.length } });
    from = at + 1;
  }
  return cells;
}
