import type { Source, Span } from '#diagnostics/source.ts';
import { isBlank, isEmpty, stripLeading, trim } from './characters.ts';

/** From `at` in a logical line's text on, characters stand in the source from `offset` on. */
interface Piece {
  readonly at: number;
  readonly offset: number;
}

/** A text between `"""`; it stands in its line as the substitution `${key}`. */
export interface TextBlock {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One or more physical lines that are read as one. */
export interface LogicalLine {
  readonly source: Source;
  readonly text: string;
  /** 1-based number of its last physical line, as the reference counts. */
  readonly number: number;
  readonly pieces: readonly Piece[];
  readonly textBlock?: TextBlock;
}

/** A slip in the shape of the lines themselves. */
export interface LineFault {
  /** The reference's words; it says nothing of lines that have no end. */
  readonly official: string | undefined;
  readonly kind: 'text-block-empty' | 'text-block-indent' | 'comment-marker' | 'endless';
  readonly span: Span;
}

const COMMENT = /^[ \t\n\v\f\r]*?(?:\/\/|#)[^\n\r\u0085\u2028\u2029]*$/;
const MARKER = '"""';

/** Whether a line is blank in the sense of the reference's pattern `^\s*`. */
export function isBlankLine(text: string): boolean {
  return /^[ \t\n\v\f\r]*$/.test(text);
}

/** Whether a line is a comment from its first character on. */
export function isComment(text: string): boolean {
  return COMMENT.test(text);
}

/**
 * Joins physical lines: a line that ends in `\` goes on with the next one, and `"""` at the end of a
 * line opens a text block up to the next line that ends in `"""`.
 *
 * `prefix` is what stands before `!include` in the including line; the reference puts it before each
 * included line. Lines after a fault are not read.
 */
export function* logicalLines(
  source: Source,
  prefix: string,
  newKey: () => string,
): Generator<LogicalLine, LineFault | undefined> {
  const { text } = source;
  let number = 0;
  let from = 0;
  let open: { text: string; pieces: Piece[]; block: BlockState | undefined } | undefined;
  while (from < text.length) {
    number++;
    const to = lineEnd(text, from);
    const physical = prefix + text.slice(from, to);
    const base = from - prefix.length;
    const next = text[to] === '\r' && text[to + 1] === '\n' ? to + 2 : to + 1;
    if (open?.block) {
      if (physical.endsWith(MARKER)) {
        const done = closeBlock(source, open.text, open.block, number, open.pieces, newKey());
        if ('official' in done) return done;
        yield done;
        open = undefined;
      } else {
        const fault = addToBlock(open.block, physical, source, from, to);
        if (fault) return fault;
      }
    } else if (physical.endsWith('\\') && !isComment(physical)) {
      open ??= { text: '', pieces: [], block: undefined };
      open.pieces.push({ at: open.text.length, offset: base });
      open.text += physical.slice(0, -1);
    } else if (physical.endsWith(MARKER) && !isComment(physical)) {
      open ??= { text: '', pieces: [], block: undefined };
      open.pieces.push({ at: open.text.length, offset: base });
      open.text += physical;
      open.block = { indent: -1, content: '', start: to - MARKER.length };
    } else if (open) {
      const stripped = stripLeading(physical);
      const pieces = [
        ...open.pieces,
        { at: open.text.length, offset: base + physical.length - stripped.length },
      ];
      const whole = open.text + stripped;
      const line = asReferenceDoes({ source, text: whole, number, pieces }, to, newKey);
      if ('official' in line) return line;
      yield line;
      open = undefined;
    } else {
      const pieces = [{ at: 0, offset: base }];
      const line = asReferenceDoes({ source, text: physical, number, pieces }, to, newKey);
      if ('official' in line) return line;
      yield line;
    }
    from = next;
  }
  const start = open && (open.block?.start ?? open.pieces[0]?.offset);
  if (start === undefined) return undefined;
  return {
    kind: 'endless',
    official: undefined,
    span: { source, start, end: lineEnd(text, start) },
  };
}

/** A comment opens no text block, but where it ends in its marker, the reference looks for one. */
function asReferenceDoes(
  line: LogicalLine,
  end: number,
  newKey: () => string,
): LogicalLine | LineFault {
  const { source, text, number, pieces } = line;
  if (!text.endsWith(MARKER)) return line;
  const start = Math.max(0, end - MARKER.length);
  const block = { indent: -1, content: '', start };
  const head = text.slice(0, -MARKER.length);
  const done = closeBlock(source, head, block, number, pieces, newKey());
  return 'official' in done ? { ...done, kind: 'comment-marker' } : done;
}

interface BlockState {
  indent: number;
  content: string;
  readonly start: number;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function addToBlock(
  block: BlockState,
  line: string,
  source: Source,
  start: number,
  end: number,
): LineFault | undefined {
  if (block.indent < 0) {
    block.indent = 0;
    while (block.indent < line.length && isBlank(line.charCodeAt(block.indent))) block.indent++;
  }
  if (isEmpty(line)) {
    block.content += '\n';
  } else if (line.length < block.indent) {
    const official = `Range [${block.indent}, ${line.length}) out of bounds for length ${line.length}`;
    return { kind: 'text-block-indent', official, span: { source, start, end } };
  } else {
    block.content += `${line.slice(block.indent)}\n`;
  }
  return undefined;
}

/** The reference splits the whole at the markers and keeps what stands between the first two. */
function closeBlock(
  source: Source,
  head: string,
  block: BlockState,
  number: number,
  pieces: readonly Piece[],
  key: string,
): LogicalLine | LineFault {
  const parts = (head + block.content + MARKER).split(MARKER);
  while (parts.at(-1) === '') parts.pop();
  const [before = '', value] = parts;
  const end = source.offsetOfLine(number) + source.lineText(number).length;
  const span = { source, start: block.start, end: Math.max(block.start, end) };
  if (!value) {
    const official =
      value === undefined
        ? `Index 1 out of bounds for length ${parts.length}`
        : 'Range [0, -1) out of bounds for length 0';
    return { kind: 'text-block-empty', official, span };
  }
  return {
    source,
    text: `${before}"\${${key}}"`,
    number,
    pieces,
    textBlock: { key, value: value.slice(0, -1), start: span.start, end: span.end },
  };
}

/** A line for what belongs to none. */
export function emptyLine(source: Source): LogicalLine {
  return { source, text: '', number: 1, pieces: [{ at: 0, offset: 0 }] };
}

/** Where characters `start` to `end` of a logical line's text stand in its source. */
export function spanIn(line: LogicalLine, start: number, end: number): Span {
  const { source, textBlock } = line;
  if (textBlock && start >= line.text.length - textBlock.key.length - 5) {
    return { source, start: textBlock.start, end: textBlock.end };
  }
  const from = offsetIn(line, start);
  return {
    source,
    start: from,
    end: Math.max(from, offsetIn(line, Math.max(start, end - 1)) + (end > start ? 1 : 0)),
  };
}

/** The statement's text without its indent. */
export function spanOfLine(line: LogicalLine): Span {
  const trimmed = trim(line.text);
  const start = line.text.indexOf(trimmed);
  return spanIn(line, start, start + trimmed.length);
}

function offsetIn({ pieces, source }: LogicalLine, at: number): number {
  let piece = pieces[0] ?? { at: 0, offset: 0 };
  for (const candidate of pieces) if (candidate.at <= at) piece = candidate;
  return Math.min(Math.max(piece.offset + at - piece.at, 0), source.text.length);
}
