import type { Statement } from '../parser/statement.ts';
import { operands } from '../resolve/expressions.ts';
import type { Session } from '../session.ts';

/** Operands of `&&` or `||` behind the second, which the reference passes over. */
export function warnThirdOperand(
  session: Session,
  st: Statement,
  expression: string,
  index: number,
): void {
  const parts = operands(expression)?.parts ?? [];
  if (parts.length <= 2) return;
  session.warn(
    'dsl-third-operand',
    `Only the first two parts of this expression count; \`${parts[2]?.trim()}\` has no effect.`,
    st.span(index),
    'Write a second include or exclude.',
  );
}
