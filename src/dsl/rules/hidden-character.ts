import { hiddenFindings } from '#diagnostics/hidden-findings.ts';
import type { Source } from '#diagnostics/source.ts';
import type { Session } from '../session.ts';

/** Characters that show a line otherwise than the reference reads it, which takes them as they are. */
export function warnHiddenCharacters(session: Session, source: Source): void {
  for (const { message, span, hint } of hiddenFindings(source))
    session.warn('dsl-hidden-character', message, span, hint);
}
