import type { Source, Span } from '#diagnostics/source.ts';
import { plainText } from './inline.ts';
import type { Line } from './lines.ts';

/** A heading of a record, ATX (`## Status`) or Setext (underlined). */
export interface Heading {
  readonly level: number;
  /** As a reader sees it, without marks. */
  readonly text: string;
  /** As it is written. */
  readonly markdown: string;
  /** The heading's line or lines, without the last line break. */
  readonly span: Span;
  /** Offset of the first character after the heading's line break. */
  readonly bodyStart: number;
}

/** Every heading outside code, comments and front matter, in order. */
export function headingsOf(source: Source, lines: readonly Line[]): Heading[] {
  const headings: Heading[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'text') continue;
    const next = lines[index + 1];
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+|$)(.*)$/.exec(line.text);
    if (atx) {
      const markdown = (atx[2] ?? '').replace(/(^|[ \t]+)#+[ \t]*$/, '').trim();
      headings.push(heading(source, line, line, next, atx[1]?.length ?? 1, markdown));
    } else if (next && underlines(lines[index - 1], line, next)) {
      const level = next.text.trim().startsWith('=') ? 1 : 2;
      headings.push(heading(source, line, next, lines[index + 2], level, line.text.trim()));
    }
  }
  return headings;
}

function heading(
  source: Source,
  first: Line,
  last: Line,
  next: Line | undefined,
  level: number,
  markdown: string,
): Heading {
  const end = last.start + last.text.trimEnd().length;
  const bodyStart = next?.start ?? source.text.length;
  return {
    level,
    text: plainText(markdown),
    markdown,
    span: { source, start: first.start, end: Math.max(first.start, end) },
    bodyStart,
  };
}

/** Whether `mark` makes a heading of `line`: one line of plain words after a blank or nothing. */
function underlines(before: Line | undefined, line: Line, mark: Line): boolean {
  if (mark.kind !== 'text' || !/^ {0,3}(=+|-{2,})[ \t]*$/.test(mark.text)) return false;
  if (!/^ {0,3}[^\s#>|*+`~-]/.test(line.text)) return false;
  // `1. Use Kafka` over hyphens is an item and a rule; equals signs can only be meant as a heading.
  if (/^\s*\d+[.)]\s/.test(line.text) && !mark.text.includes('=')) return false;
  return before === undefined || before.kind !== 'text' || before.text.trim() === '';
}
