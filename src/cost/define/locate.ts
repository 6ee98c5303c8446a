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

/**
 * The line of the model file in a stack trace: Node runs TypeScript with its lines where the author
 * wrote them.
 */
export function locateStack(source: Source | undefined, stack: string): Span | undefined {
  if (!source) return undefined;
  const name = source.name.split('/').slice(-2).join('/');
  const match = new RegExp(`${escaped(name)}(?:\\?[^:)\\s]*)?:(\\d+)(?::\\d+)?`).exec(stack);
  return match ? lineSpan(source, Number(match[1])) : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
