/** What went wrong with a diagram: Mermaid's own words, and where, counted from 1 in its text. */
export interface Problem {
  readonly kind: 'syntax' | 'failed' | 'timeout';
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** Reads what Mermaid threw. Its parsers are of two kinds, and put places into different fields. */
export function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const place = jisonPlace(error) ?? langiumPlace(error);
  const [, line] = /(?:Parse|Lexical) error on line (\d+)/.exec(message) ?? [];
  if (!place && line === undefined && !/No diagram type detected|Parsing failed/.test(message)) {
    return { kind: 'failed', message: firstSentence(message) };
  }
  return {
    kind: 'syntax',
    message: plainWords(message),
    ...(place ?? (line && { line: Number(line) })),
  };
}

interface Place {
  readonly line: number;
  readonly column?: number;
}

/** `hash.loc`: lines from 1, columns from 0. */
function jisonPlace(error: unknown): Place | undefined {
  const loc = field(field(error, 'hash'), 'loc');
  const [line, column] = [field(loc, 'last_line'), field(loc, 'last_column')];
  const [from, start] = [field(loc, 'first_line'), field(loc, 'first_column')];
  if (typeof from !== 'number' || typeof start !== 'number') return undefined;
  if (typeof line === 'number' && typeof column === 'number' && line > from) return { line: from };
  return { line: from, column: start + 1 };
}

/** `result.lexerErrors`, `result.parserErrors[].token`: both from 1. */
function langiumPlace(error: unknown): Place | undefined {
  const result = field(error, 'result');
  const lexer = first(field(result, 'lexerErrors'));
  const token = lexer ? undefined : field(first(field(result, 'parserErrors')), 'token');
  const line = lexer ? field(lexer, 'line') : field(token, 'startLine');
  const column = lexer ? field(lexer, 'column') : field(token, 'startColumn');
  if (typeof line !== 'number' || Number.isNaN(line)) return undefined;
  return { line, ...(typeof column === 'number' && !Number.isNaN(column) && { column }) };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}

/** Jison repeats the line and draws an arrow, which our own frame does; its list of tokens stays. */
function plainWords(message: string): string {
  const expected = /Expecting ([^\n]*?), got '([^']*)'/.exec(message);
  if (expected) {
    const words = (expected[1] ?? '').split(', ').map((word) => word.replace(/^'|'$/g, ''));
    const some = words.length > 6 ? [...words.slice(0, 6), '…'] : words;
    const got = expected[2] === '1' ? 'the end' : `\`${expected[2]}\``;
    return `Mermaid did not expect ${got} here; it expects ${some.join(', ')}.`;
  }
  if (/No diagram type detected/.test(message)) {
    return 'The first word names no kind of diagram that Mermaid knows.';
  }
  return firstSentence(message.replace(/^(?:Parse|Lexical) error on line \d+[.:]?\s*/, ''));
}

function firstSentence(message: string): string {
  const line = message.split('\n').find((one) => one.trim() !== '') ?? 'It said nothing.';
  return `Mermaid says: ${line
    .trim()
    .slice(0, 200)
    .replace(/[.!]?$/, '.')}`;
}
