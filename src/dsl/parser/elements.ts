import type { ElementKind } from '#model/elements.ts';
import { isEmpty, trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, GroupDraft } from '../resolve/draft.ts';
import type { ElementInput } from '../resolve/model.ts';
import type { Session } from '../session.ts';
import type { Archetype, ArchetypeType } from './archetypes.ts';
import type { ElementContext, ModelContext } from './context.ts';
import { addTags } from './items.ts';
import { arity } from './section.ts';
import type { Statement } from './statement.ts';

/** What the four kinds with plain grammars have in common, and where they differ. */
interface Shape {
  readonly kind: ElementKind;
  readonly grammar: string;
  readonly emptyName: string;
  readonly nameTaken: (name: string) => string;
  /** Words behind the name, in order. */
  readonly fields: readonly ('description' | 'technology' | 'metadata')[];
}

const TOP_LEVEL = (name: string) => `A top-level element named '${name}' already exists.`;

const SHAPES = {
  person: {
    kind: 'Person',
    grammar: 'person <name> [description] [tags]',
    emptyName: 'A person name must be specified.',
    nameTaken: TOP_LEVEL,
    fields: ['description'],
  },
  softwareSystem: {
    kind: 'SoftwareSystem',
    grammar: 'softwareSystem <name> [description] [tags]',
    emptyName: 'A software system name must be specified.',
    nameTaken: TOP_LEVEL,
    fields: ['description'],
  },
  element: {
    kind: 'CustomElement',
    grammar: 'element <name> [metadata] [description] [tags]',
    emptyName: 'A custom element name must be specified.',
    nameTaken: TOP_LEVEL,
    fields: ['metadata', 'description'],
  },
  container: {
    kind: 'Container',
    grammar: 'container <name> [description] [technology] [tags]',
    emptyName: 'A container name must be provided.',
    nameTaken: (name) => `A container named '${name}' already exists for this software system.`,
    fields: ['description', 'technology'],
  },
  component: {
    kind: 'Component',
    grammar: 'component <name> [description] [technology] [tags]',
    emptyName: 'A component name must be provided.',
    nameTaken: (name) => `A component named '${name}' already exists for this container.`,
    fields: ['description', 'technology'],
  },
} as const satisfies Partial<Record<ArchetypeType, Shape>>;

export type PlainElement = keyof typeof SHAPES;

/** A person, system, custom element, container or component, with its block if it has one. */
export function element(
  session: Session,
  st: Statement,
  context: ModelContext | ElementContext,
  type: PlainElement,
): void {
  const shape: Shape = SHAPES[type];
  const archetype = session.archetypes.get(type, st.get(0));
  const tagsIndex = 2 + shape.fields.length;
  arity(session, st, [2, tagsIndex + 1], shape.grammar, st.count);
  const parent = context.kind === 'element' ? context.element : undefined;
  const { element: draft, isNew } = obtain(session, st, shape, parent);
  applyFields(draft, st, shape, archetype);
  applyArchetype(draft, archetype, st.optional(tagsIndex), shape.kind !== 'CustomElement');
  if (context.group) join(draft, context.group, shape.kind !== 'CustomElement');
  openElement(session, st, draft);
  if (isNew || session.extending)
    session.identifiers.register(draft, st.identifier?.text, nameSpan(st));
}

/** Opens an element's block, when the statement has one. */
export function openElement(session: Session, st: Statement, draft: ElementDraft): void {
  session.offer({ kind: 'element', element: draft }, st);
}

/** Where an identifier is defined, for "it was first used here". */
export function nameSpan(st: Statement) {
  return st.identifierSpan ?? st.whole;
}

/**
 * The element of that name from the workspace that is extended, or a new one. A name that is taken
 * is reported, and the rest of the statement is taken as being about the first element.
 */
function obtain(
  session: Session,
  st: Statement,
  shape: Shape,
  parent: ElementDraft | undefined,
): { element: ElementDraft; isNew: boolean } {
  const { model } = session;
  const name = st.get(1);
  if (isEmpty(name)) throw new Problem('dsl-empty-name', shape.emptyName, st.span(1));
  const existing = model.find(shape.kind, name, { parent });
  const mayExtend = shape.kind !== 'CustomElement' && session.extending;
  if (!existing) return { element: addNew(session, st, shape.kind, name, parent), isNew: true };
  if (!mayExtend) {
    session.report(
      new Problem('dsl-duplicate-name', shape.nameTaken(name), st.span(1), {
        hint: 'Names are unique in one place. Use `!element` to go on with the first one.',
        related: existing.origin && [{ message: 'The first one.', span: existing.origin }],
      }),
      st.line,
    );
    if (st.identifier) session.identifiers.fail(st.identifier.text);
  }
  return { element: existing, isNew: false };
}

function addNew(
  session: Session,
  st: Statement,
  kind: ElementKind,
  name: string,
  parent: ElementDraft | undefined,
): ElementDraft {
  guardSize(session, st);
  const input: ElementInput = { kind, name, origin: st.whole, ...(parent && { parent }) };
  return session.model.add(input);
}

/** Ends the reading when the model grows beyond its bound. */
export function guardSize(session: Session, st: Statement): void {
  const { model, shared } = session;
  if (model.elements.length + model.relationships.length < shared.limits.items) return;
  session.stop(
    `The model has more than ${shared.limits.items} elements and relationships.`,
    st.whole,
  );
}

function applyFields(draft: ElementDraft, st: Statement, shape: Shape, archetype: Archetype): void {
  for (const [index, field] of shape.fields.entries()) {
    draft[field] = st.optional(2 + index) ?? archetype[field];
  }
}

/** Tags of the archetype first, then the statement's; then what else the archetype brings. */
export function applyArchetype(
  draft: ElementDraft,
  archetype: Archetype,
  written: string | undefined,
  withProperties = true,
): void {
  for (const tag of archetype.tags) draft.tags.add(tag);
  if (written !== undefined) addTags(draft, written);
  if (withProperties) inherit(draft, archetype);
}

/** Properties and perspectives of an archetype. */
export function inherit(
  item: Pick<ElementDraft, 'properties' | 'perspectives'>,
  archetype: Archetype,
): void {
  for (const [name, value] of archetype.properties) item.properties.set(name, value);
  if (archetype.perspectives.size === 0) return;
  const kept = new Map(item.perspectives);
  for (const [name, { url: _url, ...perspective }] of archetype.perspectives) {
    kept.set(name, perspective);
  }
  item.perspectives = kept;
}

/** Puts an element into a group and the groups around it. */
export function join(draft: ElementDraft, group: GroupDraft, asMember = true): void {
  draft.group = trim(group.name) || undefined;
  if (!asMember) return;
  for (let at: GroupDraft | undefined = group; at; at = at.outer) at.elements.add(draft);
}
