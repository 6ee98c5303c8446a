import { lineSpan, type Source, type Span } from '#diagnostics/source.ts';

/** The first place where a text stands in quotes, else anywhere; `from` is where to begin. */
export function locateText(source: Source | undefined, text: string, from = 0): Span | undefined {
  if (!source || text === '') return undefined;
  const quoted = ["'", '"', '`'].map((quote) => source.text.indexOf(quote + text + quote, from));
  const found = quoted.filter((at) => at >= 0).sort((a, b) => a - b)[0];
  if (found !== undefined) return { source, start: found + 1, end: found + 1 + text.length };
  const start = source.text.indexOf(text, from);
  return start < 0 ? undefined : { source, start, end: start + text.length };
}

/** The place where a property of an object is defined, inside the ones before it: `drivers`, `x`. */
export function locateProperty(
  source: Source | undefined,
  ...path: readonly string[]
): Span | undefined {
  if (!source) return undefined;
  let span: Span | undefined;
  for (const name of path) {
    const pattern = new RegExp(`(?<![\\w.])(['"]?)${escaped(name)}\\1\\s*[:,(}]`, 'g');
    pattern.lastIndex = span?.end ?? 0;
    const match = pattern.exec(source.text);
    if (!match) return span;
    const start = match.index + (match[1]?.length ?? 0);
    span = { source, start, end: start + name.length };
  }
  return span;
}

/** The first place where a name stands by itself, not as a property. */
export function locateName(source: Source | undefined, name: string): Span | undefined {
  const at = source?.text.search(new RegExp(`(?<![\\w$.])${escaped(name)}(?![\\w$])`)) ?? -1;
  return source && at >= 0 ? { source, start: at, end: at + name.length } : undefined;
}

/** The place where the model is defined: the call of `defineCostModel`, not its import. */
export function locateCall(source: Source | undefined): Span | undefined {
  const match = source && /\bdefineCostModel(?=\s*[(<])/.exec(source.text);
  if (!match) return source && lineSpan(source, 1);
  return { source, start: match.index, end: match.index + match[0].length };
}

/**
 * The word of the model file in a stack trace: Node runs TypeScript with its lines where the author
 * wrote them.
 */
export function locateStack(source: Source | undefined, stack: string): Span | undefined {
  if (!source) return undefined;
  const name = source.name.split('/').slice(-2).join('/');
  const match = new RegExp(`${escaped(name)}(?:\\?[^:)\\s]*)?:(\\d+)(?::(\\d+))?`).exec(stack);
  if (!match) return undefined;
  // A syntax error has no column, and shows the line with a caret below it.
  const rest = stack.slice(match.index + match[0].length);
  const caret = /^(?:\n.*){1,3}?\n( *)\^/.exec(rest)?.[1];
  const column = match[2] ?? (caret === undefined ? undefined : caret.length + 1);
  const line = lineSpan(source, Number(match[1]));
  if (column === undefined) return line;
  const start = source.offsetOfLine(Number(match[1])) + Number(column) - 1;
  if (start < line.start || start >= line.end) return line;
  const word = /^[\w$]+/.exec(source.text.slice(start, line.end))?.[0] ?? ' ';
  return { source, start, end: start + word.length };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
