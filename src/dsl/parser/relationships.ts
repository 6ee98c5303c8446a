import { split } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, Named, RelationshipDraft } from '../resolve/draft.ts';
import { type RelationshipInput, relateOrFail } from '../resolve/model.ts';
import { canonicalName } from '../resolve/names.ts';
import type { Session } from '../session.ts';
import { type Archetype, withoutArrow } from './archetypes.ts';
import type {
  Context,
  ElementContext,
  ElementsContext,
  EnvironmentContext,
  ModelContext,
} from './context.ts';
import { guardSize, inherit, nameSpan } from './elements.ts';
import { find, unknown } from './lookup.ts';
import { arity } from './section.ts';
import type { Statement } from './statement.ts';

const EXPLICIT = '<identifier> -> <identifier> [description] [technology] [tags]';
const IMPLICIT = '-> <identifier> [description] [technology] [tags]';

/** Whether a word is `->`, or `--name->` with the name of an archetype. */
export function isArrow(session: Session, st: Statement, index: number): boolean {
  const word = st.get(index);
  if (word === '->') return true;
  if (!word.startsWith('--') || !word.endsWith('->')) return false;
  if (word.length < 4) {
    throw new Problem(
      'dsl-invalid-arrow',
      'Range [2, 1) out of bounds for length 3',
      st.span(index),
      {
        message: `\`${word}\` is not an arrow.`,
        hint: 'Write `->`, or `--name->` for a relationship archetype.',
      },
    );
  }
  return session.archetypes.has('->', withoutArrow(word));
}

/** `<identifier> -> <identifier> …` in the model, an element or a deployment environment. */
export function explicit(
  session: Session,
  st: Statement,
  context: ModelContext | ElementContext | EnvironmentContext,
): void {
  const archetype = session.archetypes.get('->', st.get(1));
  arity(session, st, [3, 6], EXPLICIT, st.count);
  const replaced = context.kind === 'environment' ? context.replaces : undefined;
  const said = {
    description: st.optional(3) ?? (replaced ? replaced.description : archetype.description),
    technology: st.optional(4) ?? (replaced ? replaced.technology : archetype.technology),
    tags: tagsOf(archetype, st.optional(5), true),
  };
  const source = end(session, st, context, 0, 'source');
  const destination = end(session, st, context, 2, 'destination');
  const environment = environmentOf(context);
  const made: RelationshipDraft[] = [];
  for (const from of instances(session, source, environment)) {
    for (const to of instances(session, destination, environment)) {
      made.push(relate(session, st, archetype, { source: from, destination: to, ...said }));
    }
  }
  conclude(session, st, made);
}

/** `-> <identifier> …` in an element. */
export function implicit(session: Session, st: Statement, context: ElementContext): void {
  const archetype = session.archetypes.get('->', st.get(0));
  arity(session, st, [2, 5], IMPLICIT, st.count);
  const destination = end(session, st, context, 1, 'destination');
  const said = saidBehind(st, archetype, 1, true);
  const { element } = context;
  const environment = element.kind === 'InfrastructureNode' ? element.environment : undefined;
  const made = instances(session, destination, environment).map((to) =>
    relate(session, st, archetype, { source: element, destination: to, ...said }),
  );
  conclude(session, st, made);
}

/** `this -> <identifier>` or `<identifier> -> this` for all elements of a bulk block. */
export function bulkExplicit(session: Session, st: Statement, context: ElementsContext): void {
  const archetype = session.archetypes.get('->', st.get(1));
  arity(session, st, [3, 6], EXPLICIT, st.count);
  const sources = bulkEnds(session, st, context, 0, 'source');
  const destinations = bulkEnds(session, st, context, 2, 'destination');
  const said = saidBehind(st, archetype, 2, false);
  const made = sources.flatMap((source) =>
    destinations.map((destination) =>
      relate(session, st, archetype, { source, destination, ...said }),
    ),
  );
  openBulk(session, st, made);
}

/** `-> <identifier>` from all elements of a bulk block; its archetype's name does not count. */
export function bulkImplicit(session: Session, st: Statement, context: ElementsContext): void {
  const archetype = session.archetypes.get('->', st.get(1));
  arity(session, st, [2, 5], IMPLICIT, st.count);
  const destination = end(session, st, context, 1, 'destination');
  const said = saidBehind(st, archetype, 1, false);
  const made = context.elements.map((source) =>
    relate(session, st, archetype, { source, destination, ...said }),
  );
  openBulk(session, st, made);
}

const REMOVAL = '<identifier> -/> <identifier> [description]';

/** `<identifier> -/> <identifier> {`: takes copied relationships out of an environment. */
export function remove(session: Session, st: Statement, context: EnvironmentContext): void {
  arity(session, st, [3, 4], REMOVAL, st.count);
  const sources = removalEnds(session, st, context, 0, 'source');
  const destinations = removalEnds(session, st, context, 2, 'destination');
  const description = st.optional(3);
  const removed: RelationshipDraft[] = [];
  for (const source of sources) {
    for (const destination of destinations) {
      const candidates = [...(source.outgoingTo.get(destination) ?? [])];
      for (const candidate of candidates) {
        const matches = description === undefined || (candidate.description ?? '') === description;
        if (!matches || !candidate.linked) continue;
        session.spendModel(() => st.whole);
        session.model.remove(candidate);
        removed.push(candidate);
      }
    }
  }
  const replaces = removed[0]?.linked;
  if (!replaces) {
    const kind = description === undefined ? '' : ` with description "${description}"`;
    throw new Problem(
      'dsl-no-relationship',
      `A relationship between "${st.get(0)}" and "${st.get(2)}"${kind} does not exist`,
      st.span(0),
    );
  }
  session.open({ ...context, replaces }, st);
}

type Said = Omit<RelationshipInput, 'source' | 'destination' | 'origin'>;

function saidBehind(st: Statement, archetype: Archetype, index: number, add: boolean): Said {
  return {
    description: st.optional(index + 1) ?? archetype.description,
    technology: st.optional(index + 2) ?? archetype.technology,
    tags: tagsOf(archetype, st.optional(index + 3), add),
  };
}

/** The archetype's tags with the statement's, or, in bulk blocks, the one or the other. */
function tagsOf(archetype: Archetype, written: string | undefined, add: boolean): string[] {
  const own = written === undefined ? [] : split(written, ',');
  return add || written === undefined ? [...archetype.tags, ...own] : own;
}

function relate(
  session: Session,
  st: Statement,
  archetype: Archetype,
  input: Omit<RelationshipInput, 'origin'>,
): RelationshipDraft {
  guardSize(session, st);
  const relationship = relateOrFail(session.model, { ...input, origin: st.whole });
  inherit(relationship, archetype);
  return relationship;
}

/** One relationship can be named and opened; several are opened together. */
function conclude(session: Session, st: Statement, made: readonly RelationshipDraft[]): void {
  const [only] = made;
  if (!only || made.length > 1) {
    openBulk(session, st, made);
    return;
  }
  session.identifiers.registerRelationship(only, st.identifier?.text, nameSpan(st));
  session.offer({ kind: 'relationship', relationship: only }, st);
}

function openBulk(session: Session, st: Statement, made: readonly RelationshipDraft[]): void {
  if (st.opensBlock) session.open({ kind: 'relationships', relationships: made }, st);
}

/** The element that a word names; `this` is the element around. */
function end(
  session: Session,
  st: Statement,
  context: Context,
  index: number,
  role: 'source' | 'destination',
): ElementDraft {
  const name = st.get(index);
  const named = find(session, context, name) ?? self(context, name, st, index);
  if (!named) throw unknown(session, st, name, `The ${role} element "${name}" does not exist`);
  return asElement(named, st, index);
}

/** Only `a -> b` knows `this`; behind a lone arrow it is a name like others. */
function self(context: Context, name: string, st: Statement, index: number): Named | undefined {
  if (context.kind !== 'element' || name.toLowerCase() !== 'this') return undefined;
  return index === 1 && st.get(0) !== name ? undefined : context.element;
}

function asElement(named: Named, st: Statement, index: number): ElementDraft {
  if (named.type === 'element') return named;
  const what = named.type === 'group' ? 'a group' : 'an environment or deployment group';
  throw new Problem(
    'dsl-relationship-not-permitted',
    `A relationship between "${canonicalName(named)}" and "${canonicalName(named)}" is not permitted`,
    st.span(index),
    { message: `\`${st.get(index)}\` is ${what}: relationships join elements.` },
  );
}

function bulkEnds(
  session: Session,
  st: Statement,
  context: ElementsContext,
  index: number,
  role: 'source' | 'destination',
): readonly ElementDraft[] {
  const name = st.get(index);
  const named = find(session, context, name);
  if (named) return [asElement(named, st, index)];
  if (name.toLowerCase() === 'this') return context.elements;
  throw unknown(session, st, name, `The ${role} element "${name}" does not exist`);
}

function removalEnds(
  session: Session,
  st: Statement,
  context: EnvironmentContext,
  index: number,
  role: 'source' | 'destination',
): readonly ElementDraft[] {
  const name = st.get(index);
  const named = find(session, context, name);
  if (!named) throw unknown(session, st, name, `The ${role} element "${name}" does not exist`);
  const kind = named.type === 'element' ? named.kind : undefined;
  if (named.type === 'element') {
    if (kind === 'SoftwareSystem' || kind === 'Container') {
      return instances(session, named, context.name);
    }
    if (kind === 'SoftwareSystemInstance' || kind === 'ContainerInstance') return [named];
  }
  throw new Problem(
    'dsl-wrong-kind',
    `The ${role} element "${name}" is not valid - expecting a software system, software system instance, container, or container instance`,
    st.span(index),
  );
}

/** In a deployment environment, a system or container stands for its instances there. */
function instances(
  session: Session,
  element: ElementDraft,
  environment: string | undefined,
): readonly ElementDraft[] {
  if (environment === undefined) return [element];
  if (element.kind !== 'SoftwareSystem' && element.kind !== 'Container') return [element];
  return session.model
    .instancesOf(element)
    .filter((instance) => instance.environment === environment);
}

function environmentOf(context: ModelContext | ElementContext | EnvironmentContext) {
  if (context.kind === 'environment') return context.name;
  if (context.kind !== 'element' || context.element.kind !== 'DeploymentNode') return undefined;
  return context.element.environment;
}
