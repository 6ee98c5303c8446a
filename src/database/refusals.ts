import { suggest } from '#diagnostics/suggest.ts';
import type { Refusal, SqlFile } from './connection.ts';
import { createdBy } from './names.ts';
import type { Problem } from './problem.ts';
import type { Statement } from './statements.ts';

/** SQLSTATEs of something that is not there: a table, column, function, type, schema. */
const MISSING: ReadonlySet<string> = new Set(['42P01', '42704', '42883', '3F000', '42703']);

/**
 * The findings about a file. A statement that needs what an earlier, refused one would have made says
 * nothing new, and is left out.
 */
export class Refusals {
  readonly problems: Problem[] = [];
  readonly #file: SqlFile;
  readonly #text: string;
  readonly #statements: readonly Statement[];
  readonly #lost = new Set<string>();

  constructor(file: SqlFile, text: string, statements: readonly Statement[]) {
    this.#file = file;
    this.#text = text;
    this.#statements = statements;
  }

  /** Notes what PostgreSQL said about a statement. */
  add(statement: Statement, refusal: Refusal): void {
    const words = this.#text.slice(statement.start, statement.end);
    const made = createdBy(words);
    const follows =
      MISSING.has(refusal.state) && [...this.#lost].some((name) => names(refusal.message, name));
    if (made) this.#lost.add(made.name);
    if (follows) return;
    const place = placeOf(this.#text, statement, refusal);
    const detail = refusal.detail ? ` ${sentence(refusal.detail)}` : '';
    const hint = this.#hint(statement, refusal);
    this.problems.push({
      code: 'sql-refused',
      file: this.#file,
      ...place,
      message: `PostgreSQL: ${sentence(refusal.message, false)}${detail}`,
      ...(hint !== undefined && { hint }),
    });
  }

  /** What else there is to say: where the missing thing is made, or what it may be called. */
  #hint(statement: Statement, { state, message, hint }: Refusal): string | undefined {
    if (!MISSING.has(state)) return hint;
    const missing = /"([^"]+)"/.exec(message)?.[1]?.split('.').at(-1);
    if (missing === undefined) return hint;
    const made = this.#statements.flatMap((each) => {
      const created = createdBy(this.#text.slice(each.start, each.end));
      return created ? [{ ...created, start: each.start }] : [];
    });
    const later = made.find(({ name, start }) => name === missing && start > statement.start);
    if (later) {
      const line = this.#text.slice(0, later.start).split('\n').length;
      return `Line ${line} makes it: move that up, above this statement.`;
    }
    const near = suggest(
      missing,
      made.map(({ name }) => name).filter((name) => name !== missing),
    );
    return near === undefined ? hint : `Did you mean \`${near}\`?`;
  }
}

/** Whether a message is about a thing of that name. */
function names(message: string, name: string): boolean {
  const plain = name.replace(/[^\p{L}\p{N}_]/gu, '.');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${plain}(?![\\p{L}\\p{N}_])`, 'u').test(message);
}

/**
 * The place of a refusal: the word that PostgreSQL points at, the line of a `do` block that failed, else
 * the first line of the statement.
 */
export function placeOf(
  text: string,
  { start, end }: Statement,
  { position, where }: Pick<Refusal, 'position' | 'where'>,
): { readonly start: number; readonly end: number } {
  const statement = text.slice(start, end);
  if (position !== undefined) {
    const before = [...statement].slice(0, position - 1).join('').length;
    const at = Math.min(before, Math.max(0, statement.length - 1));
    const [word = ''] =
      /^(?:"[^"\n]*"|'[^'\n]*'|[\p{L}\p{N}_.$]+|.)/u.exec(statement.slice(at)) ?? [];
    return { start: start + at, end: start + at + Math.max(1, word.length) };
  }
  const line = Number(/inline_code_block line (\d+)/.exec(where ?? '')?.[1] ?? 0);
  const body = /\$(?:\w*)\$/.exec(statement);
  if (line > 0 && body) {
    const from = lineAfter(text, start + body.index + body[0].length, line - 1);
    if (from < end) return lineAt(text, from, end);
  }
  return lineAt(text, start, end);
}

/** The offset of the first character that shows, some lines further down. */
function lineAfter(text: string, from: number, lines: number): number {
  let at = from;
  for (let line = 0; line < lines; line++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}

function lineAt(text: string, start: number, most: number): { start: number; end: number } {
  const line = text.slice(start, most).split(/\r?\n/, 1)[0] ?? '';
  return { start, end: start + Math.max(1, line.trimEnd().length) };
}

function sentence(words: string, capital = true): string {
  const text = words.trim().replace(/\s+/g, ' ');
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return capital ? ended.charAt(0).toUpperCase() + ended.slice(1) : ended;
}
