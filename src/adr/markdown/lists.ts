import type { Source, Span } from '#diagnostics/source.ts';
import type { Line } from './lines.ts';

/** An item of a bullet or numbered list. */
export interface ListItem {
  /** First paragraph, its lines joined by line breaks, without marker and indent. */
  readonly markdown: string;
  /** From the first character after the marker to the end of the first paragraph. */
  readonly span: Span;
  readonly children: readonly ListItem[];
}

interface OpenItem {
  readonly indent: number;
  readonly texts: string[];
  readonly start: number;
  end: number;
  /** Whether the first paragraph may go on. */
  open: boolean;
  readonly children: OpenItem[];
}

const MARKER = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(\S.*)$/;

/** The list items among these lines, nested by indent. Text outside lists is passed over. */
export function listItemsOf(source: Source, lines: readonly Line[]): ListItem[] {
  const roots: OpenItem[] = [];
  let path: OpenItem[] = [];
  for (const line of lines) {
    const marker = line.kind === 'text' ? MARKER.exec(line.text) : null;
    if (marker) {
      const indent = width(marker[1] ?? '');
      path = path.filter((item) => item.indent < indent);
      const text = (marker[4] ?? '').trimEnd();
      const start = line.start + line.text.length - (marker[4] ?? '').length;
      const item = { indent, texts: [text], start, end: start + text.length, open: true };
      const siblings = path.at(-1)?.children ?? roots;
      const opened: OpenItem = { ...item, children: [] };
      siblings.push(opened);
      path.push(opened);
      continue;
    }
    path = continueItems(path, line);
  }
  return roots.map((item) => close(source, item));
}

/** What is still open after a line that starts no item. */
function continueItems(path: OpenItem[], line: Line): OpenItem[] {
  const last = path.at(-1);
  if (last === undefined) return path;
  const text = line.text.trim();
  const indented = /^[ \t]/.test(line.text);
  if (text === '' || line.kind !== 'text') {
    last.open = false;
    return path;
  }
  if (!last.open && !indented) return [];
  if (last.open) {
    last.texts.push(text);
    last.end = line.start + line.text.trimEnd().length;
  }
  return path;
}

function close(source: Source, item: OpenItem): ListItem {
  return {
    markdown: item.texts.join('\n'),
    span: { source, start: item.start, end: item.end },
    children: item.children.map((child) => close(source, child)),
  };
}

function width(indent: string): number {
  return indent.replaceAll('\t', '    ').length;
}
