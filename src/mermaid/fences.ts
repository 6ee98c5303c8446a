import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Source, Span } from '#diagnostics/source.ts';

/** A fenced block of Mermaid in a text of Markdown. */
export interface Fence {
  /** What stands between the fences, without the indent of the list that it may stand in. */
  readonly text: string;
  /** From the opening fence to the closing one. */
  readonly span: Span;
}

type MdastNode = ReturnType<typeof markdownToMdast>;

/** The word after an opening fence that makes it a diagram. */
export const MERMAID = 'mermaid';

/**
 * The Mermaid fences of a page or record, in their order. A page that is no MDX has none: what is wrong
 * with it is told elsewhere.
 */
export function readFences(source: Source): Fence[] {
  if (!/^[ \t>]*(?:[-*+\d.]*[ \t]*)?(?:```|~~~)[`~ \t]*mermaid\b/m.test(source.text)) return [];
  const fences: Fence[] = [];
  const visit = (node: MdastNode) => {
    if (node.type === 'code' && node.lang === MERMAID && node.position) {
      const { start, end } = node.position;
      fences.push({
        text: node.value,
        span: { source, start: start.offset ?? 0, end: end.offset ?? 0 },
      });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  try {
    const read = source.name.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
    visit(read(source.text, { position: true, features: { frontmatter: true } }));
  } catch {
    return [];
  }
  return fences;
}

/**
 * The place in the author's file of a line and column in a fence's text, both counted from 1. A line
 * that the text does not have is its last; without a column all of the line's words are meant.
 */
export function spanInFence({ text, span }: Fence, line: number, column?: number): Span {
  const { source } = span;
  const lines = text.split('\n');
  const row = Math.min(Math.max(line, 1), lines.length);
  const words = lines[row - 1] ?? '';
  const start = source.offsetOfLine(source.positionAt(span.start).line + row);
  const whole = source.lineText(source.positionAt(start).line);
  const indent = Math.max(0, whole.lastIndexOf(words));
  const from = words.length - words.trimStart().length;
  if (column === undefined || column > words.length) {
    const end = start + indent + words.trimEnd().length;
    return { source, start: Math.min(start + indent + from, end), end };
  }
  const at = start + indent + Math.max(column - 1, 0);
  return { source, start: at, end: at + 1 };
}
