import { split, trim } from '../lexer/characters.ts';
import type { Session } from '../session.ts';
import { ARCHETYPE_TYPES, type Archetype } from './archetypes.ts';
import type { ContextOf } from './context.ts';
import { perspectives, properties } from './items.ts';
import { isArrow } from './relationships.ts';
import { keywords, single } from './section.ts';
import type { Statement } from './statement.ts';

/** `[name =] <type|archetype> [{` in `archetypes { … }` */
export function archetypesStatement(session: Session, st: Statement): boolean {
  const type = ARCHETYPE_TYPES.find((candidate) =>
    candidate === '->' ? isArrow(session, st, 0) : session.archetypes.matches(st.get(0), candidate),
  );
  if (!type) return false;
  const archetype = session.archetypes.define(type, st.identifier?.text, st.get(0));
  // Groups have nothing to inherit, and the reference opens no block for them.
  if (st.opensBlock && type !== 'group') session.open({ kind: 'archetype', archetype }, st);
  return true;
}

const WITHOUT_TECHNOLOGY: readonly Archetype['type'][] = ['element', 'person', 'softwareSystem'];

const inArchetype = keywords<ContextOf<'archetype'>>({
  description: (session, st, { archetype }) => {
    archetype.description = single(session, st, 'description <description>');
  },
  tag: (session, st, { archetype }) => {
    archetype.tags.add(trim(single(session, st, 'tag <tag>')));
  },
  tags: (_session, st, { archetype }) => {
    st.require(2, 'tags <tags> [tags]', st.size);
    for (const { text } of st.words.slice(1)) {
      for (const tag of split(text, ',')) archetype.tags.add(trim(tag));
    }
  },
  properties: (session, st, { archetype }) => properties(session, st, [archetype]),
  perspectives: (session, st, { archetype }) => perspectives(session, st, [archetype]),
  metadata: (session, st, { archetype }) => {
    archetype.metadata = single(session, st, 'metadata <metadata>');
  },
  technology: (session, st, { archetype }) => {
    archetype.technology = single(session, st, 'technology <technology>');
  },
});

/** One statement of an archetype's block. */
export function archetypeStatement(
  session: Session,
  st: Statement,
  context: ContextOf<'archetype'>,
): boolean {
  const { type } = context.archetype;
  const handler = inArchetype.get(st.keyword);
  if (!handler) return false;
  if (st.keyword === 'metadata' && type !== 'element') return false;
  if (st.keyword === 'technology' && WITHOUT_TECHNOLOGY.includes(type)) return false;
  handler(session, st, context);
  return true;
}
