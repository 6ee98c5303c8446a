import type { Statement } from '../parser/statement.ts';
import type { Session } from '../session.ts';

/** An include of something whose name starts with a dot, `.` and `..` too: nothing is included. */
export function warnHiddenInclude(session: Session, st: Statement): void {
  session.warn(
    'dsl-hidden-include',
    'Files and folders whose names start with a dot are not included.',
    st.span(1),
    'Name the files, or a folder below this one.',
  );
}
