import { isBlank, trim } from './characters.ts';

/** A word of a statement; `start` and `end` count in the logical line, quotes included. */
export interface Token {
  /** As written, without the quotes around it, escapes left as they are. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** A quoted token whose closing quote is missing. */
  readonly unclosed: boolean;
}

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Splits a logical line at blanks. A token that starts with `"` runs to the next `"` without `\`
 * before it, or to the end of the line.
 */
export function tokenize(text: string): Token[] {
  const trimmed = trim(text);
  const shift = text.length === trimmed.length ? 0 : text.indexOf(trimmed);
  const tokens: Token[] = [];
  const length = trimmed.length;
  let at = 0;
  while (at < length) {
    const code = trimmed.charCodeAt(at);
    if (code === QUOTE) {
      let end = at + 1;
      while (
        end < length &&
        !(trimmed.charCodeAt(end) === QUOTE && trimmed.charCodeAt(end - 1) !== BACKSLASH)
      )
        end++;
      const unclosed = end >= length;
      tokens.push({
        raw: trimmed.slice(at + 1, end),
        start: shift + at,
        end: shift + Math.min(end + 1, length),
        quoted: true,
        unclosed,
      });
      at = end + 1;
    } else if (isBlank(code)) {
      at++;
    } else {
      let end = at + 1;
      while (end < length && !isBlank(trimmed.charCodeAt(end))) end++;
      tokens.push({
        raw: trimmed.slice(at, end),
        start: shift + at,
        end: shift + end,
        quoted: false,
        unclosed: false,
      });
      at = end;
    }
  }
  return tokens;
}

/** A token's value: `\"` is a quote and `\n` a line break, anything else stays as it is. */
export function valueOfToken(raw: string): string {
  return raw.includes('\\') ? raw.replaceAll('\\"', '"').replaceAll('\\n', '\n') : raw;
}
