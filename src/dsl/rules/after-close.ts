import type { Statement } from '../parser/statement.ts';
import type { Session } from '../session.ts';

/** Words behind a closing brace, which the reference passes over. */
export function warnAfterClose(session: Session, st: Statement): void {
  if (/^(\/\/|#|\/\*)/.test(st.get(1))) return;
  session.warn(
    'dsl-after-close',
    'What stands behind a closing brace is not read.',
    st.span(1),
    'Put it on a line of its own.',
  );
}
