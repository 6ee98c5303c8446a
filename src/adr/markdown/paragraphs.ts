import type { Source, Span } from '#diagnostics/source.ts';
import type { Line } from './lines.ts';

/** A paragraph outside lists, tables, headings and code. */
export interface Paragraph {
  /** Its lines, joined by line breaks, trimmed. */
  readonly markdown: string;
  readonly span: Span;
}

/** The paragraphs among these lines. Block quotes count without their signs. */
export function paragraphsOf(source: Source, lines: readonly Line[]): Paragraph[] {
  const groups: Line[][] = [];
  let open = false;
  let inList = false;
  for (const line of lines) {
    const blank = line.text.trim() === '';
    if (/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line.text)) inList = true;
    else if (!blank && !open && !/^\s/.test(line.text)) inList = false;
    const isText = line.kind === 'text' && !blank && !inList && !isOther(line.text);
    if (isText && open) groups.at(-1)?.push(line);
    else if (isText) groups.push([line]);
    open = isText || (inList && !blank);
  }
  return groups.flatMap((group) => toParagraph(source, group));
}

function toParagraph(source: Source, group: readonly Line[]): Paragraph[] {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return [];
  const start = first.start + first.text.length - first.text.trimStart().length;
  return [
    {
      markdown: group.map(({ text }) => text.replace(/^\s*>?\s*/, '').trimEnd()).join('\n'),
      span: { source, start, end: last.start + last.text.trimEnd().length },
    },
  ];
}

/** Headings, table rows, rules and link definitions. */
function isOther(text: string): boolean {
  return /^\s{0,3}(?:#{1,6}(?:\s|$)|\||\[[^\]]+\]:|(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$)/.test(text);
}
