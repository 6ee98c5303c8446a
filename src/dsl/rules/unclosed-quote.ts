import type { Span } from '#diagnostics/source.ts';
import type { Session } from '../session.ts';

/** A quote without its end, which the reference takes to the end of the line. */
export function warnUnclosedQuote(session: Session, span: Span): void {
  session.warn(
    'dsl-unclosed-quote',
    'The quote is not closed, so it runs to the end of the line.',
    span,
  );
}
