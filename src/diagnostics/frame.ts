import type { Span } from './source.ts';

/** Longest stretch of a line that a frame shows; longer lines are cut around the marked place. */
const WIDTH = 96;

const MOVING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}]|[\u{E0000}-\u{E01EF}]/gu;

/**
 * The lines around a span, numbered, with carets under it:
 *
 *     40 | The saga lives in the order service.
 *     41 | <Element id="shop.ordr" />
 *        |              ^^^^^^^^^
 *
 * Tabs are shown as one blank and control characters as `·`, so that carets stay in place and a
 * terminal is not written to by a file. A span over several lines is marked on its first.
 */
export function codeFrame(span: Span, linesBefore = 1): string {
  const { source } = span;
  const start = source.positionAt(span.start);
  const end = source.positionAt(span.end);
  const first = Math.max(1, start.line - linesBefore);
  const gutter = String(start.line).length;
  const text = source.lineText(start.line);
  const lastColumn = end.line === start.line ? end.column : text.length + 1;
  const shift = start.column > WIDTH - 16 ? start.column - 24 : 0;
  const rows: string[] = [];
  for (let line = first; line <= start.line; line++) {
    const shown = printable(source.lineText(line)).slice(shift, shift + WIDTH);
    rows.push(`${String(line).padStart(gutter)} | ${shown}`.trimEnd());
  }
  const width = Math.max(
    1,
    Math.min(lastColumn - start.column, WIDTH - (start.column - 1 - shift)),
  );
  rows.push(`${' '.repeat(gutter)} | ${' '.repeat(start.column - 1 - shift)}${'^'.repeat(width)}`);
  return rows.join('\n');
}

/** Text without what would move or colour a terminal's cursor; each UTF-16 unit stays one column. */
function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(MOVING, (sign) => '·'.repeat(sign.length));
}
