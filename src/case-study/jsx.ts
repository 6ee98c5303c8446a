import type { Span } from '#diagnostics/source.ts';

/** How an attribute's value is written; `spread` is `{...props}`, which has no name. */
export type AttributeForm = 'text' | 'number' | 'flag' | 'code' | 'spread';

/** An attribute of a tag, with its places. */
export interface Attribute {
  readonly name: string;
  readonly form: AttributeForm;
  /** Plain text, or a number without its separators; nothing for a flag and for code. */
  readonly value?: string;
  readonly nameSpan: Span;
  /** The value without quotes and braces; the name where there is none. */
  readonly valueSpan: Span;
}

/** An attribute as the parser gives it: names and values, without places. */
export interface ParsedAttribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
}

/** The attributes of the tag that a span begins with. */
export function attributesOf(parsed: readonly ParsedAttribute[], span: Span): Attribute[] {
  const places = placesOf(span);
  return parsed.map(({ name = '', value }, index) => {
    const place = places[index];
    const nameSpan = place?.name ?? span;
    const spans = { name, nameSpan, valueSpan: place?.value ?? nameSpan };
    if (name === '') return { ...spans, form: 'spread' };
    if (typeof value === 'string') return { ...spans, form: 'text', value };
    const code = codeOf(value);
    if (code === undefined) return { ...spans, form: 'flag' };
    if (NUMBER.test(code)) {
      return { ...spans, form: 'number', value: String(Number(code.replaceAll('_', ''))) };
    }
    const text = QUOTED.exec(code)?.groups?.text;
    return text === undefined
      ? { ...spans, form: 'code' }
      : { ...spans, form: 'text', value: text };
  });
}

const NUMBER = /^-?\d[\d_]*(?:\.\d+)?(?:e\d+)?$/i;
const QUOTED = /^(["'`])(?<text>(?:(?!\1)[^\\$\n])*)\1$/;

function codeOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('value' in value)) return undefined;
  return typeof value.value === 'string' ? value.value.trim() : undefined;
}

interface Place {
  readonly name: Span;
  readonly value?: Span;
}

/** Where the attributes of an opening tag stand: the parser gives no places of attributes. */
function placesOf({ source, start, end }: Span): Place[] {
  const { text } = source;
  const places: Place[] = [];
  const span = (from: number, to: number): Span => ({ source, start: from, end: to });
  const take = (pattern: RegExp) => {
    const sticky = new RegExp(pattern, 'y');
    sticky.lastIndex = at;
    const found = sticky.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  let at = start;
  take(/<\s*[\w.:$-]*/);
  while (at < end) {
    take(/\s+/);
    const from = at;
    if (text[at] === '{') {
      at = closingBrace(text, at, end);
      places.push({ name: span(from, at) });
      continue;
    }
    if (take(/[^\s=/>{"'<]+/) === '') break;
    const name = span(from, at);
    const afterName = at;
    take(/\s*=\s*/);
    if (at === afterName) {
      places.push({ name });
      continue;
    }
    const opens = at;
    if (text[at] === '{') at = closingBrace(text, at, end);
    else take(/"[^"]*"|'[^']*'/);
    if (at === opens) break;
    places.push({ name, value: inner(span(opens, at)) });
  }
  return places;
}

/** A value without its braces, blanks and quotes. */
function inner({ source, start, end }: Span): Span {
  const part = (from: number, length: number): Span => ({
    source,
    start: start + from,
    end: start + from + length,
  });
  const written = source.text.slice(start, end);
  const [, before = '', braced = written] = /^(\{\s*)([\s\S]*?)\s*\}$/.exec(written) ?? [];
  const isText = before === '' || QUOTED.test(braced);
  return isText
    ? part(before.length + 1, Math.max(0, braced.length - 2))
    : part(before.length, braced.length);
}

/** The offset behind the brace that closes the one at an offset. */
function closingBrace(text: string, open: number, end: number): number {
  let depth = 0;
  for (const { 0: token, index } of text
    .slice(open, end)
    .matchAll(/\{|\}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g)) {
    if (token === '{') depth++;
    if (token === '}' && --depth === 0) return open + index + 1;
  }
  return end;
}
