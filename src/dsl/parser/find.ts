import { trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, Named, RelationshipDraft } from '../resolve/draft.ts';
import { evaluate } from '../resolve/expressions.ts';
import { canonicalName, canonicalRelationshipName } from '../resolve/names.ts';
import { warnNoBlock } from '../rules/brace-as-text.ts';
import type { Session } from '../session.ts';
import type { Context } from './context.ts';
import { nameSpan, openElement } from './elements.ts';
import { find, scopeOf, unknown } from './lookup.ts';
import { arity, tooMany } from './section.ts';
import type { Statement } from './statement.ts';

/** `!element <identifier|canonical name> [{` */
export function findOne(session: Session, st: Statement, context: Context): void {
  const grammar = '!element <identifier|canonical name>';
  arity(session, st, [2, 2], grammar, st.count);
  const name = st.get(1);
  if (name.includes('://')) session.spendModel(() => st.span(1));
  const named = name.includes('://')
    ? session.model.elements.find((element) => canonicalName(element) === name)
    : find(session, context, name);
  if (!named)
    throw unknown(session, st, name, `An element identified by "${name}" could not be found`);
  if (named.type === 'element') putIntoGroup(named, context);
  if (st.opensBlock) openFound(session, st, named);
  if (st.identifier) session.identifiers.register(named, st.identifier.text, nameSpan(st));
}

/** The reference opens no block for custom elements and for groups, and reads on in the block around. */
function openFound(session: Session, st: Statement, named: Named): void {
  if (named.type === 'environment') session.open({ kind: 'environment', name: named.name }, st);
  else if (named.type === 'element' && named.kind !== 'CustomElement')
    openElement(session, st, named);
  else warnNoBlock(session, st);
}

/** Static elements that are found in a group's block move into the group. */
function putIntoGroup(element: ElementDraft, context: Context): void {
  const isStatic = ['Person', 'SoftwareSystem', 'Container', 'Component'].includes(element.kind);
  if (isStatic && 'group' in context && context.group) {
    element.group = trim(context.group.name) || undefined;
  }
}

/** `!relationship <identifier|canonical name> [{` */
export function findRelationship(session: Session, st: Statement): void {
  const grammar = '!relationship <identifier|canonical name>';
  arity(session, st, [2, 2], grammar, st.count);
  const name = st.get(1);
  if (name.includes('://')) session.spendModel(() => st.span(1));
  const relationship = name.startsWith('Relationship://')
    ? session.model.relationships.find((item) => canonicalRelationshipName(item) === name)
    : session.identifiers.relationship(name);
  if (!relationship) {
    throw unknown(session, st, name, `A relationship identified by "${name}" could not be found`);
  }
  if (st.opensBlock) session.open({ kind: 'relationship', relationship }, st);
  if (st.identifier) {
    session.identifiers.registerRelationship(relationship, st.identifier.text, nameSpan(st));
  }
}

/** `!elements <expression> {` */
export function findElements(session: Session, st: Statement, context: Context): void {
  const expression = expressionOf(session, st, '!elements <expression>');
  const items = [...evaluate(expression, scopeOf(session, context, 'model', st))];
  const elements = items.filter((item): item is ElementDraft => item.type === 'element');
  if (elements.length === 0) {
    throw new Problem(
      'dsl-nothing-found',
      `No elements found for expression "${expression}"`,
      st.span(1),
    );
  }
  if (st.opensBlock) session.open({ kind: 'elements', elements, outer: context }, st);
}

/** `!relationships <expression> {` */
export function findRelationships(session: Session, st: Statement, context: Context): void {
  const expression = expressionOf(session, st, '!relationships <expression>');
  const items = [...evaluate(expression, scopeOf(session, context, 'model', st))];
  const relationships = items.filter(
    (item): item is RelationshipDraft => item.type === 'relationship',
  );
  if (relationships.length === 0) {
    throw new Problem(
      'dsl-nothing-found',
      `No relationships found for expression "${expression}"`,
      st.span(1),
    );
  }
  if (st.opensBlock) session.open({ kind: 'relationships', relationships }, st);
}

function expressionOf(session: Session, st: Statement, grammar: string): string {
  if (st.count > 2) {
    session.report(tooMany(st, 2, `Too many tokens, expected: ${grammar}`, grammar), st.line);
  }
  st.require(2, grammar, st.count, `Index 1 out of bounds for length ${st.count}`);
  session.spendModel(() => st.span(1));
  return st.get(1);
}
