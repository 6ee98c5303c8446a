import type { Span } from '#diagnostics/source.ts';
import type { Statement } from '../parser/statement.ts';
import type { Session } from '../session.ts';

/** A quote without its end, which the reference takes to the end of the line. */
export function warnUnclosedQuote(session: Session, span: Span): void {
  session.warn(
    'dsl-unclosed-quote',
    'The quote is not closed, so it runs to the end of the line.',
    span,
  );
}

/** A quote within a word, which the reference takes for a letter: the one before or behind is missing. */
export function warnStrayQuote(session: Session, st: Statement): void {
  const index = st.words.findIndex(({ raw, quoted }) => !quoted && /(?<!\\)"/.test(raw));
  if (index < 0) return;
  session.warn(
    'dsl-unclosed-quote',
    `\`${st.get(index)}\` has a quote without its partner, so the words around it end elsewhere.`,
    st.span(index),
    'Put both quotes around each text.',
  );
}
