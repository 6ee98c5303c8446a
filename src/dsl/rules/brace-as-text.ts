import type { Statement } from '../parser/statement.ts';
import type { Session } from '../session.ts';

/** The `{` of a step without description, which the reference takes for the description. */
export function warnBraceAsText(session: Session, st: Statement, from: number): void {
  if (!st.opensBlock || st.size !== from + 1) return;
  session.warn(
    'dsl-brace-as-text',
    'The `{` is also read as the description of this step.',
    st.span(from),
  );
}

/** A `{` behind something that the reference finds but opens no block for. */
export function warnNoBlock(session: Session, st: Statement): void {
  session.warn(
    'dsl-brace-as-text',
    `\`${st.get(0)}\` opens no block here, so what follows belongs to the block around it.`,
    st.span(st.size - 1),
    'Say it where the element is defined.',
  );
}
