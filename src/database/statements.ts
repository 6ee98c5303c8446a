/** One statement of a file, by UTF-16 offsets: without the comments before it and its semicolon. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  /** Where what stands before it begins: the comments that are about it. */
  readonly before: number;
  /** `psql`: a line for that program alone. `data`: rows after `copy … from stdin`. */
  readonly kind: 'sql' | 'psql' | 'data';
}

/**
 * Splits a file into statements as psql does: a semicolon ends one unless it stands in a comment, a
 * quoted name, a string (with doubled quotes, or with backslashes after `E`), a dollar-quoted body, in
 * parentheses, or in the body of a function between `begin atomic` and `end`. What is not closed runs
 * to the end of the file: PostgreSQL says best what is wrong with it.
 */
export function splitStatements(text: string): Statement[] {
  const statements: Statement[] = [];
  let [at, before, start] = [0, 0, -1];
  let depth = { parentheses: 0, blocks: 0 };
  let words: string[] = [];
  const finish = (end: number, next: number, kind: Statement['kind'] = 'sql') => {
    if (start >= 0) statements.push({ start, end: trimmedEnd(text, start, end), before, kind });
    [at, before, start, words] = [next, next, -1, []];
    depth = { parentheses: 0, blocks: 0 };
  };
  while (at < text.length) {
    const blank = skipBlank(text, at);
    if (blank > at) {
      at = blank;
      continue;
    }
    if (start < 0) {
      start = at;
      if (text[at] === '\\') {
        const end = lineEnd(text, at);
        finish(end, end, 'psql');
        continue;
      }
    }
    const quoted = skipQuoted(text, at, words.at(-1));
    if (quoted > at) {
      at = quoted;
      words.push('');
      continue;
    }
    const word = wordAt(text, at);
    if (word !== '') {
      words.push(word.toLowerCase());
      at += word.length;
      depth.blocks = Math.max(0, depth.blocks + blockStep(words, depth.blocks));
      continue;
    }
    const sign = text[at];
    if (sign === '(') depth.parentheses += 1;
    else if (sign === ')') depth.parentheses = Math.max(0, depth.parentheses - 1);
    else if (sign === ';' && depth.parentheses === 0 && depth.blocks === 0) {
      const copies = words[0] === 'copy' && words.at(-1) === 'stdin';
      finish(at, at + 1);
      if (copies) {
        start = lineEnd(text, at) + 1;
        const end = endOfData(text, start);
        finish(end, end, 'data');
      }
      continue;
    }
    at += 1;
  }
  finish(text.length, text.length);
  return statements;
}

/** The text of a statement with blanks in place of its comments: every place stays. */
export function withoutComments(text: string): string {
  let [plain, at] = ['', 0];
  let last = '';
  while (at < text.length) {
    const blank = skipBlank(text, at);
    const quoted = blank > at ? at : skipQuoted(text, at, last);
    const word = blank > at || quoted > at ? '' : wordAt(text, at);
    const next = Math.max(blank, quoted, at + word.length, at + 1);
    const piece = text.slice(at, next);
    plain += blank > at ? piece.replace(/[^\s]/g, ' ') : piece;
    if (blank === at) last = word.toLowerCase();
    at = next;
  }
  return plain;
}

/** Past blanks and comments; comments between slashes and stars nest. */
function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (text.startsWith('--', at)) at = lineEnd(text, at);
    else if (text.startsWith('/*', at)) at = commentEnd(text, at);
    else return at;
  }
}

function commentEnd(text: string, from: number): number {
  let [at, depth] = [from + 2, 1];
  while (at < text.length && depth > 0) {
    const step = text.slice(at, at + 2);
    if (step === '/*') depth += 1;
    else if (step === '*/') depth -= 1;
    at += step === '/*' || step === '*/' ? 2 : 1;
  }
  return at;
}

/** Past a string, a quoted name or a dollar-quoted body that begins here. */
function skipQuoted(text: string, at: number, word: string | undefined): number {
  const sign = text[at];
  if (sign === "'") {
    const escapes = word === 'e' && /e/i.test(text[at - 1] ?? '');
    return stringEnd(text, at, escapes);
  }
  if (sign === '"') {
    let end = text.indexOf('"', at + 1);
    while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
    return end < 0 ? text.length : end + 1;
  }
  const [tag] = /^\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/u.exec(text.slice(at, at + 80)) ?? [];
  if (sign !== '$' || tag === undefined) return at;
  const end = text.indexOf(tag, at + tag.length);
  return end < 0 ? text.length : end + tag.length;
}

function stringEnd(text: string, from: number, escapes: boolean): number {
  for (let at = from + 1; at < text.length; at++) {
    if (escapes && text[at] === '\\') at += 1;
    else if (text[at] === "'") {
      if (text[at + 1] !== "'") return at + 1;
      at += 1;
    }
  }
  return text.length;
}

/** A name or a number; dollar signs and digits may follow its first letter. */
function wordAt(text: string, at: number): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_$]*/u.exec(text.slice(at, at + 256))?.[0] ?? '';
}

/** Whether a word opens or closes a block in the body of a function that is written without quotes. */
function blockStep(words: readonly string[], blocks: number): number {
  const isRoutine = words[0] === 'create' && words.slice(1, 4).some((word) => ROUTINES.has(word));
  if (!isRoutine) return 0;
  const word = words.at(-1);
  if (word === 'atomic' && words.at(-2) === 'begin') return 1;
  if (blocks === 0) return 0;
  return word === 'case' ? 1 : word === 'end' ? -1 : 0;
}

const ROUTINES: ReadonlySet<string> = new Set(['function', 'procedure']);

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Past the line `\.` that ends rows of data. */
function endOfData(text: string, from: number): number {
  const end = /^\\\.[ \t]*\r?$/m.exec(text.slice(from));
  return end ? from + end.index + end[0].length : text.length;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
