import type { Statement } from '../parser/statement.ts';
import type { Session } from '../session.ts';

/** A number of a style beyond its bounds, which the reference moves to the next bound. */
export function warnMoved(session: Session, st: Statement, value: number, moved: number): void {
  if (moved === value) return;
  session.warn(
    'dsl-out-of-range',
    `\`${st.get(0)} ${st.get(1)}\` is out of range and counts as ${moved}.`,
    st.span(1),
  );
}

/** A size of a style that is nothing or less, which the reference keeps as it is. */
export function warnNotPositive(session: Session, st: Statement, value: number): void {
  if (value > 0) return;
  session.warn(
    'dsl-out-of-range',
    `\`${st.get(0)} ${st.get(1)}\` can not be drawn: the number has to be above 0.`,
    st.span(1),
  );
}
