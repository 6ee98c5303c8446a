import { type LogicalLine, spanIn } from '../lexer/lines.ts';
import type { Session } from '../session.ts';

/** A `${name}` that stands for nothing, which the reference leaves as it is. */
export function warnUnknownSubstitution(
  session: Session,
  line: LogicalLine,
  reference: string,
  at: number,
): void {
  const start = Math.max(at, line.text.indexOf(reference, at));
  session.warn(
    'dsl-unknown-substitution',
    `\`${reference}\` stands for nothing and is left as it is.`,
    spanIn(line, start, start + reference.length),
    'Define it above with `!const` or `!var`, or set the environment variable.',
  );
}
