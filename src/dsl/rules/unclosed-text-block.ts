import type { Span } from '#diagnostics/source.ts';
import type { Session } from '../session.ts';

/** A text block or a continued line at the end of a file, which the reference does not read. */
export function warnUnclosedTextBlock(session: Session, span: Span): void {
  session.warn(
    'dsl-unclosed-text-block',
    'This has no end, so it is not read.',
    span,
    'End a text block with `"""` at the end of a line.',
  );
}
