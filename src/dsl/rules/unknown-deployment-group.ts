import { isEmpty } from '../lexer/characters.ts';
import type { Statement } from '../parser/statement.ts';
import type { Session } from '../session.ts';

/** A deployment group that does not exist; often tags that stand one word too early. */
export function warnUnknownGroup(
  session: Session,
  st: Statement,
  index: number,
  name: string,
): void {
  if (isEmpty(name) || session.identifiers.failed(name)) return;
  session.warn(
    'dsl-unknown-deployment-group',
    `There is no deployment group \`${name}\`, so it has no effect.`,
    st.span(index),
    index === 2 ? 'The second word is for deployment groups; tags are the third.' : undefined,
  );
}
