import type { ElementKind } from '#model/elements.ts';
import { Problem, type ProblemDetail } from '../problem.ts';
import type { ElementDraft, Named, RelationshipDraft } from '../resolve/draft.ts';
import type { ExpressionScope } from '../resolve/expressions.ts';
import type { Session } from '../session.ts';
import type { Context } from './context.ts';
import { hintFor } from './name-hints.ts';
import type { Statement } from './statement.ts';

/**
 * What an identifier stands for in a block. With hierarchical identifiers, names within the element
 * around come first, then those of the elements around that, then full names.
 */
export function find(
  session: Session,
  context: Context | undefined,
  name: string,
): Named | undefined {
  const { identifiers } = session;
  if (identifiers.hierarchical && context) {
    const local = findLocal(session, context, name);
    if (local) return local;
  }
  return identifiers.named(name);
}

/** As `find`, for one kind of element: names of other kinds do not hide one further out. */
export function findElement(
  session: Session,
  context: Context,
  name: string,
  kind: ElementKind,
): ElementDraft | undefined {
  const { identifiers } = session;
  if (identifiers.hierarchical) {
    for (let at = elementOf(context); at; at = at.parent) {
      const found = identifiers.named(`${identifiers.of(at)}.${name}`);
      if (found?.type === 'element' && found.kind === kind) return found;
    }
  }
  const found = identifiers.named(name);
  return found?.type === 'element' && found.kind === kind ? found : undefined;
}

function findLocal(session: Session, context: Context, name: string): Named | undefined {
  const { identifiers } = session;
  if (context.kind === 'environment') {
    const environment = identifiers.of({ type: 'environment', name: context.name });
    return identifiers.named(`${environment}.${name}`);
  }
  for (let at = elementOf(context); at; at = at.parent) {
    const found = identifiers.named(`${identifiers.of(at)}.${name}`);
    if (found) return found;
  }
  return undefined;
}

/** The element that a block is in: its own, or that around a bulk block. */
function elementOf(context: Context): ElementDraft | undefined {
  if (context.kind === 'element') return context.element;
  if (context.kind === 'elements' && context.outer?.kind === 'element')
    return context.outer.element;
  return undefined;
}

/** A problem for a name that stands for nothing: said once, and not if its definition failed. */
export function unknown(
  session: Session,
  st: Statement,
  name: string,
  official: string,
  detail: Pick<ProblemDetail, 'message' | 'hint'> = { hint: hintFor(session, st, name) },
): Problem {
  const index = st.words.findIndex(({ text }) => text === name);
  const at = index < 0 ? st.words.findIndex(({ text }) => text.includes(name)) : index;
  const consequence = session.identifiers.failed(name);
  session.identifiers.fail(name);
  return new Problem('dsl-unknown-identifier', official, at < 0 ? undefined : st.span(at), {
    consequence,
    ...detail,
  });
}

/** What expressions need to know about the block they stand in. */
export function scopeOf(
  session: Session,
  context: Context | undefined,
  place: ExpressionScope['place'],
  st: Statement,
): ExpressionScope {
  return {
    model: session.model,
    place,
    named: (name) => find(session, context, name),
    relationship: (name): RelationshipDraft | undefined => session.identifiers.relationship(name),
    environment: context?.kind === 'environment' ? context.name : undefined,
    unknown: (name, official) => unknown(session, st, name, official),
  };
}
