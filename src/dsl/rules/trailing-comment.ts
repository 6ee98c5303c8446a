import type { Statement } from '../parser/statement.ts';
import type { Session } from '../session.ts';

/** A comment behind a statement whose words were taken as its description, tags and so on. */
export function warnTrailingComment(session: Session, st: Statement): void {
  const index = st.words.findIndex(
    ({ text, quoted }, at) => at > 0 && !quoted && (text === '//' || text === '#'),
  );
  if (index < 0) return;
  session.warn(
    'dsl-trailing-comment',
    'A comment behind a statement is read as words of the statement.',
    st.span(index),
    'Put the comment on a line of its own.',
  );
}
