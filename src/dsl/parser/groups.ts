import { isEmpty, trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, GroupDraft } from '../resolve/draft.ts';
import type { Session } from '../session.ts';
import type { ElementContext, EnvironmentContext, ModelContext } from './context.ts';
import { nameSpan } from './elements.ts';
import { arity } from './section.ts';
import type { Statement } from './statement.ts';

const GRAMMAR = 'group <name> {';
const SEPARATOR = 'structurizr.groupSeparator';

/** `group <name> {`: a block of the same kind as the one around, whose elements are in the group. */
export function group(
  session: Session,
  st: Statement,
  context: ModelContext | ElementContext | EnvironmentContext,
): void {
  if (st.opensBlock || st.size !== 2) arity(session, st, [3, 3], GRAMMAR);
  if (!st.opensBlock) {
    const problem = new Problem('dsl-missing-word', `Expected: ${GRAMMAR}`, st.end, {
      message: 'A group needs a block.',
      hint: `Write: ${GRAMMAR}`,
    });
    session.report(problem, st.line);
  }
  const outer = context.group;
  const name = outer ? `${outer.name}${separator(session, st)}${st.get(1)}` : st.get(1);
  const parent =
    context.kind === 'element' && context.element.kind !== 'DeploymentNode'
      ? context.element
      : undefined;
  const draft: GroupDraft = { type: 'group', name, parent, outer, elements: new Set() };
  session.open({ ...context, group: draft }, st);
  session.identifiers.register(draft, st.identifier?.text, nameSpan(st));
}

/** `group <name>` within a component: a property of it. */
export function groupOfComponent(session: Session, st: Statement, component: ElementDraft): void {
  arity(session, st, [2, 2], 'group <name>');
  const name = st.get(1);
  const joined = component.group ? `${component.group}${separator(session, st)}${name}` : name;
  component.group = trim(joined) || undefined;
}

function separator(session: Session, st: Statement): string {
  const written = session.model.properties.get(SEPARATOR);
  if (!isEmpty(written)) return written;
  throw new Problem(
    'dsl-nested-group',
    `To use nested groups, please define a model property named ${SEPARATOR}`,
    st.span(0),
    { hint: `Write in the model: properties { "${SEPARATOR}" "/" }` },
  );
}
