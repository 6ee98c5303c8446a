import type { Span } from '#diagnostics/source.ts';
import { trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, RelationshipDraft } from './draft.ts';
import { canonicalName } from './names.ts';

/** When a relationship also makes one between the parents of its ends. */
export type ImpliedRelationships = 'none' | 'unless-any' | 'unless-same';

/** What the author says of a new element; the rest has defaults. */
export type ElementInput = Pick<ElementDraft, 'kind' | 'name'> &
  Partial<
    Pick<
      ElementDraft,
      | 'description'
      | 'technology'
      | 'metadata'
      | 'parent'
      | 'environment'
      | 'instanceOf'
      | 'instanceId'
      | 'deploymentGroups'
      | 'origin'
    >
  >;

export interface RelationshipInput {
  readonly source: ElementDraft;
  readonly destination: ElementDraft;
  readonly description: string | undefined;
  readonly technology: string | undefined;
  readonly tags: readonly string[];
  readonly origin: Span | undefined;
}

/** The model that is being built. Elements and relationships share one counter of ids. */
export class ModelDraft {
  readonly elements: ElementDraft[] = [];
  relationships: RelationshipDraft[] = [];
  readonly properties = new Map<string, string>();
  implied: ImpliedRelationships = 'unless-any';
  #lastId = 0;
  readonly #byName = new Map<string, ElementDraft>();
  readonly #instances = new Map<ElementDraft, ElementDraft[]>();
  readonly #instanceCounts = new Map<ElementDraft, Map<ElementDraft, number>>();

  /** The reference's question whether a workspace that is extended holds something. */
  get isEmpty(): boolean {
    return !this.elements.some(
      ({ kind }) => kind === 'Person' || kind === 'SoftwareSystem' || kind === 'DeploymentNode',
    );
  }

  /** Instances of a system or container, in all environments, in the order of ids. */
  instancesOf(element: ElementDraft): readonly ElementDraft[] {
    return this.#instances.get(element) ?? [];
  }

  /** The element of that kind and name in that place, if there is one. */
  find(
    kind: ElementDraft['kind'],
    name: string,
    place: { parent?: ElementDraft | undefined; environment?: string | undefined } = {},
  ): ElementDraft | undefined {
    return this.#byName.get(nameKey(kind, name, place.parent, place.environment));
  }

  /** Adds an element whose name is free. */
  add(input: ElementInput): ElementDraft {
    const element = createElement(String(++this.#lastId), input);
    this.insert(element);
    return element;
  }

  /** Takes over an element that has its id already (from a JSON workspace). */
  insert(element: ElementDraft): void {
    this.elements.push(element);
    element.parent?.children.push(element);
    this.#found(element.id);
    const { instanceOf } = element;
    if (instanceOf) {
      const instances = this.#instances.get(instanceOf);
      if (instances) instances.push(element);
      else this.#instances.set(instanceOf, [element]);
      if (element.parent) {
        const counts = this.#instancesIn(element.parent);
        counts.set(instanceOf, (counts.get(instanceOf) ?? 0) + 1);
      }
    } else {
      const { kind, name, parent, environment } = element;
      this.#byName.set(nameKey(kind, name, parent, environment), element);
    }
  }

  /** Takes over a relationship that has its id already. */
  insertRelationship(relationship: RelationshipDraft): void {
    const { source, destination } = relationship;
    this.relationships.push(relationship);
    this.#found(relationship.id);
    source.outgoing.push(relationship);
    destination.incoming.push(relationship);
    const same = source.outgoingTo.get(destination);
    if (same) same.push(relationship);
    else source.outgoingTo.set(destination, [relationship]);
  }

  /**
   * Adds a relationship and what it implies. Nothing is added, and nothing returned, when there is
   * one with these ends and this description already.
   */
  relate(input: RelationshipInput): RelationshipDraft | undefined {
    const relationship = this.#relate(input);
    if (relationship && isStatic(input.source) && isStatic(input.destination)) {
      this.#imply(relationship);
    }
    return relationship;
  }

  /** Adds an instance to a node and copies the relationships of its element to its neighbours. */
  addInstance(
    input: ElementInput & { parent: ElementDraft; instanceOf: ElementDraft },
  ): ElementDraft {
    const { parent, instanceOf } = input;
    const counts = this.#instancesIn(parent);
    const id = String(++this.#lastId);
    const instanceId = (counts.get(instanceOf) ?? 0) + 1;
    const instance = createElement(id, { ...input, instanceId });
    this.#replicate(instance, instanceOf);
    this.insert(instance);
    return instance;
  }

  /** Takes a relationship out, and those that were made from it. */
  remove(relationship: RelationshipDraft): void {
    const gone = new Set<RelationshipDraft>([relationship]);
    for (const other of this.relationships)
      if (other.linked && gone.has(other.linked)) gone.add(other);
    this.relationships = this.relationships.filter((other) => !gone.has(other));
    for (const { source, destination } of gone) {
      drop(source.outgoing, gone);
      drop(destination.incoming, gone);
      drop(source.outgoingTo.get(destination) ?? [], gone);
    }
  }

  #relate({ source, destination, ...input }: RelationshipInput): RelationshipDraft | undefined {
    if (isWithin(destination, source) || isWithin(source, destination)) {
      throw new Problem(
        'dsl-relationship-to-parent',
        'Relationships cannot be added between parents and children.',
      );
    }
    const description = input.description ?? '';
    const same = source.outgoingTo.get(destination);
    if (same?.some((other) => (other.description ?? '') === description)) return undefined;
    const relationship: RelationshipDraft = {
      type: 'relationship',
      id: String(++this.#lastId),
      source,
      destination,
      description: input.description,
      technology: input.technology,
      tags: new Set(input.tags.map((tag) => trim(tag))),
      url: undefined,
      properties: new Map(),
      perspectives: NO_PERSPECTIVES,
      identifier: undefined,
      origin: input.origin,
      interactionStyle: undefined,
      linked: undefined,
    };
    this.insertRelationship(relationship);
    return relationship;
  }

  #imply(original: RelationshipDraft): void {
    if (this.implied === 'none') return;
    const { description, technology } = original;
    for (let source: ElementDraft | undefined = original.source; source; source = source.parent) {
      let destination: ElementDraft | undefined = original.destination;
      for (; destination; destination = destination.parent) {
        if (source === destination) continue;
        if (isWithin(source, destination) || isWithin(destination, source)) continue;
        const existing = source.outgoingTo.get(destination);
        if (existing?.length && this.implied === 'unless-any') continue;
        const ends = { source, destination };
        const copy = this.#relate({
          ...ends,
          description,
          technology,
          tags: [],
          origin: undefined,
        });
        if (copy) copy.linked = original;
      }
    }
  }

  #replicate(instance: ElementDraft, element: ElementDraft): void {
    const neighbours = new Set<ElementDraft>();
    for (const { destination } of element.outgoing) neighbours.add(destination);
    for (const { source } of element.incoming) neighbours.add(source);
    const instances = [...neighbours]
      .flatMap((neighbour) => this.instancesOf(neighbour))
      .filter((other) => other.environment === instance.environment && shareGroup(other, instance))
      .sort((a, b) => compareIds(a.id, b.id));
    for (const other of instances) {
      const { instanceOf } = other;
      if (!instanceOf) continue;
      this.#copy(element.outgoingTo.get(instanceOf), instance, other);
      this.#copy(instanceOf.outgoingTo.get(element), other, instance);
    }
  }

  #copy(
    originals: readonly RelationshipDraft[] | undefined,
    source: ElementDraft,
    destination: ElementDraft,
  ): void {
    for (const original of [...(originals ?? [])]) {
      const { description, technology } = original;
      const ends = { source, destination };
      const copy = this.#relate({ ...ends, description, technology, tags: [], origin: undefined });
      if (copy) {
        copy.linked = original;
        copy.interactionStyle = original.interactionStyle;
      }
    }
  }

  /** How many instances of each element a node holds. */
  #instancesIn(node: ElementDraft): Map<ElementDraft, number> {
    const counts = this.#instanceCounts.get(node) ?? new Map<ElementDraft, number>();
    this.#instanceCounts.set(node, counts);
    return counts;
  }

  #found(id: string): void {
    const number = Number(id);
    if (Number.isInteger(number) && number > this.#lastId) this.#lastId = number;
  }
}

const NO_PERSPECTIVES: ElementDraft['perspectives'] = new Map();
const NO_GROUPS: ElementDraft['deploymentGroups'] = new Set();

/** Makes an element that is in no model yet. */
export function createElement(id: string, input: ElementInput): ElementDraft {
  return {
    type: 'element',
    id,
    kind: input.kind,
    name: input.name,
    description: input.description,
    technology: input.technology,
    metadata: input.metadata,
    tags: new Set(instanceTags(input.kind)),
    url: undefined,
    group: undefined,
    properties: new Map(),
    perspectives: NO_PERSPECTIVES,
    identifier: undefined,
    origin: input.origin,
    parent: input.parent,
    children: [],
    outgoing: [],
    outgoingTo: new Map(),
    incoming: [],
    documentation: undefined,
    environment: input.environment,
    instances: '1',
    deploymentGroups: input.deploymentGroups ?? NO_GROUPS,
    instanceOf: input.instanceOf,
    instanceId: input.instanceId ?? 0,
    healthChecks: [],
  };
}

/** Ids as numbers where both are, else as text. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  if (Number.isInteger(left) && Number.isInteger(right) && a !== '' && b !== '')
    return left - right;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether `outer` holds `inner`, at any depth; people hold nothing and are held by nothing. */
export function isWithin(inner: ElementDraft, outer: ElementDraft): boolean {
  for (let at = inner.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** Elements of the static model and custom elements: what relationships can imply others for. */
export function isStatic({ kind }: ElementDraft): boolean {
  return (
    kind === 'Person' ||
    kind === 'SoftwareSystem' ||
    kind === 'Container' ||
    kind === 'Component' ||
    kind === 'CustomElement'
  );
}

/** The author's relationship between two elements, where the language permits one. */
export function relateOrFail(model: ModelDraft, input: RelationshipInput): RelationshipDraft {
  const { source, destination } = input;
  const names = () => `"${canonicalName(source)}" and "${canonicalName(destination)}"`;
  if (!isPermitted(source, destination)) {
    throw new Problem(
      'dsl-relationship-not-permitted',
      `A relationship between ${names()} is not permitted`,
    );
  }
  const relationship = model.relate(input);
  if (relationship) return relationship;
  const first = source.outgoingTo
    .get(destination)
    ?.find((other) => (other.description ?? '') === (input.description ?? ''));
  const origin = first?.origin ?? first?.linked?.origin;
  throw new Problem(
    'dsl-duplicate-relationship',
    `A relationship between ${names()} already exists`,
    undefined,
    {
      hint: first?.linked
        ? 'An earlier relationship implied this one. Write this one first, or give it another description.'
        : 'Give one of them another description, or remove it.',
      related: origin && [{ message: 'The first one.', span: origin }],
    },
  );
}

function isPermitted(source: ElementDraft, destination: ElementDraft): boolean {
  if (source.kind === 'CustomElement' || destination.kind === 'CustomElement') return true;
  if (isStatic(source)) return isStatic(destination);
  if (source.kind === 'InfrastructureNode') return !isStatic(destination);
  if (destination.kind === 'InfrastructureNode') return true;
  return source.kind === 'DeploymentNode' && destination.kind === 'DeploymentNode';
}

/** Whether two instances see each other: both in no group, or in one together. */
function shareGroup(a: ElementDraft, b: ElementDraft): boolean {
  const [left, right] = [allGroups(a), allGroups(b)];
  if (left.size === 0 && right.size === 0) return true;
  for (const group of left) if (right.has(group)) return true;
  return false;
}

function allGroups(instance: ElementDraft): Set<string> {
  const groups = new Set<string>();
  for (let at: ElementDraft | undefined = instance; at; at = at.parent) {
    for (const group of at.deploymentGroups) groups.add(group);
  }
  return groups;
}

function instanceTags(kind: ElementDraft['kind']): string[] {
  if (kind === 'ContainerInstance') return ['Container Instance'];
  return kind === 'SoftwareSystemInstance' ? ['Software System Instance'] : [];
}

/** Deployment and infrastructure nodes share their names below one node. */
function nameKey(
  kind: ElementDraft['kind'],
  name: string,
  parent: ElementDraft | undefined,
  environment: string | undefined,
): string {
  const family = kind === 'InfrastructureNode' ? 'DeploymentNode' : kind;
  return `${family}\n${parent?.id ?? ''}\n${environment ?? ''}\n${name}`;
}

function drop(list: RelationshipDraft[], gone: ReadonlySet<RelationshipDraft>): void {
  for (let at = list.length - 1; at >= 0; at--) {
    const item = list[at];
    if (item && gone.has(item)) list.splice(at, 1);
  }
}
