import { isOneLineBlock, ONE_LINE } from '../one-line.ts';
import { Problem } from '../problem.ts';
import type { Session } from '../session.ts';
import type { Statement } from './statement.ts';

/** Carries out one kind of statement in one kind of block. */
export type Handler<Context> = (session: Session, st: Statement, context: Context) => void;

/** Handlers by keyword; keywords are written as the documentation has them and compared without case. */
export function keywords<Context>(
  handlers: Readonly<Record<string, Handler<Context>>>,
): ReadonlyMap<string, Handler<Context>> {
  return new Map(
    Object.entries(handlers).map(([keyword, handler]) => [keyword.toLowerCase(), handler]),
  );
}

/**
 * Refuses too few words, and reports too many: the statement is then carried out without them.
 * `count` is the number of words that count, keyword included; `{` is one of them where a statement
 * can't open a block.
 */
export function arity(
  session: Session,
  st: Statement,
  [minimum, maximum]: readonly [number, number],
  grammar: string,
  count = st.size,
): void {
  if (count > maximum) {
    session.report(tooMany(st, maximum, `Too many tokens, expected: ${grammar}`, grammar), st.line);
  }
  st.require(minimum, grammar, count);
}

/** A problem for the first word behind a statement's end. */
export function tooMany(st: Statement, index: number, official: string, grammar: string): Problem {
  const word = st.get(index);
  const comment = /^(\/\/|#|\/\*)/.test(word);
  const inBlock = st.get(index - 1) === '{' || st.get(index) === '{';
  if (inBlock && isOneLineBlock(st.line.text)) {
    return new Problem('dsl-too-many-words', official, st.span(index), ONE_LINE);
  }
  return new Problem('dsl-too-many-words', official, st.span(index), {
    message: comment
      ? 'A comment can not stand behind a statement: its words are read as part of it.'
      : `The statement is complete before \`${word}\`.`,
    hint: comment ? 'Put the comment on a line of its own.' : `Write: ${grammar}`,
  });
}

/** The one value of statements such as `description <description>`. */
export function single(session: Session, st: Statement, grammar: string, count = st.size): string {
  arity(session, st, [2, 2], grammar, count);
  return st.get(1);
}
