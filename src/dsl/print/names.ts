import type { ElementKind } from '#model/elements.ts';
import type { ElementDraft, RelationshipDraft } from '../resolve/draft.ts';
import type { ModelDraft } from '../resolve/model.ts';

/** Where a name is used: in an element's block, in an environment's, or elsewhere. */
export type NameContext = ElementDraft | { readonly environment: string } | undefined;

/**
 * The identifiers of a workspace as it is written: those of the author, and new ones for what has to be
 * named. They are hierarchical unless the author's are flat.
 */
export class Names {
  readonly hierarchical: boolean;
  /** In lower case, as the language compares them. */
  readonly #owners = new Map<string, unknown>();
  readonly #full = new Map<ElementDraft, string>();
  readonly #environments = new Map<string, string>();
  readonly #groups = new Map<string, string>();
  readonly #relationships = new Map<RelationshipDraft, string>();

  constructor({ elements, relationships }: ModelDraft) {
    this.hierarchical = isHierarchical(elements);
    for (const relationship of relationships) {
      const { identifier } = relationship;
      if (identifier !== undefined && this.#take(identifier, relationship)) {
        this.#relationships.set(relationship, identifier);
      }
    }
    const roots = elements.filter(({ kind, parent }) => kind === 'DeploymentNode' && !parent);
    for (const { environment = '', identifier } of roots) {
      const [prefix, ...rest] = identifier?.split('.') ?? [];
      if (this.#environments.has(environment) || prefix === undefined || rest.length !== 1)
        continue;
      if (this.#take(prefix, environment)) this.#environments.set(environment, prefix);
    }
    for (const element of elements) this.#keep(element);
  }

  /** How many elements have a name. */
  get size(): number {
    return this.#full.size;
  }

  /** The name before `=`; undefined for what needs none. */
  simple(element: ElementDraft): string | undefined {
    const full = this.#full.get(element);
    return full?.slice(full.lastIndexOf('.') + 1);
  }

  /** The whole name; made up where there is none yet. */
  full(element: ElementDraft): string {
    const known = this.#full.get(element);
    if (known !== undefined) return known;
    const prefix = this.#prefix(element, true) ?? '';
    const simple = this.#free(prefix, slug(element.name, WORDS[element.kind]));
    const full = `${prefix}${simple}`;
    this.#take(full, element);
    this.#full.set(element, full);
    return full;
  }

  /** The whole name, if there is one already. */
  known(element: ElementDraft): string | undefined {
    return this.#full.get(element);
  }

  /** The shortest name that leads to the element from there; undefined where another is in the way. */
  within(context: NameContext, element: ElementDraft): string | undefined {
    const full = this.full(element);
    if (!this.hierarchical || context === undefined) return full;
    const parts = full.split('.');
    for (let count = 1; count <= parts.length; count++) {
      const name = parts.slice(-count).join('.');
      if (this.#find(context, name) === element) return name;
    }
    return undefined;
  }

  environment(name: string): string {
    const known = this.#environments.get(name);
    if (known !== undefined) return known;
    const made = this.#free('', slug(name, 'environment'));
    this.#take(made, name);
    this.#environments.set(name, made);
    return made;
  }

  /** The name of a deployment group, which is never needed in full. */
  deploymentGroup(environment: string, group: string): string {
    const key = `${environment}\n${group}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const prefix = this.hierarchical ? `${this.environment(environment)}.` : '';
    const made = this.#free(prefix, slug(group, 'group'));
    this.#take(`${prefix}${made}`, key);
    this.#groups.set(key, made);
    return made;
  }

  relationship(relationship: RelationshipDraft): string | undefined {
    return this.#relationships.get(relationship);
  }

  /** A relationship's name; made up where it has none. */
  needRelationship(relationship: RelationshipDraft): string {
    const known = this.#relationships.get(relationship);
    if (known !== undefined) return known;
    const { source, destination } = relationship;
    const made = this.#free('', slug(`${source.name} to ${destination.name}`, 'relationship'));
    this.#take(made, relationship);
    this.#relationships.set(relationship, made);
    return made;
  }

  /** Keeps the author's name, where it is one in this workspace's manner. */
  #keep(element: ElementDraft): void {
    const { identifier } = element;
    if (identifier === undefined || this.#full.has(element)) return;
    if (element.parent) this.#keep(element.parent);
    const prefix = this.#prefix(element, false);
    if (prefix === undefined || !identifier.startsWith(prefix)) return;
    if (!/^\w[a-zA-Z0-9_-]*$/.test(identifier.slice(prefix.length))) return;
    if (this.#take(identifier, element)) this.#full.set(element, identifier);
  }

  /** What stands before an element's own name; undefined where something around it has none. */
  #prefix(element: ElementDraft, make: boolean): string | undefined {
    if (!this.hierarchical) return '';
    const { parent, environment, kind } = element;
    if (parent) {
      const name = make ? this.full(parent) : this.#full.get(parent);
      return name === undefined ? undefined : `${name}.`;
    }
    if (kind !== 'DeploymentNode') return '';
    const name = make
      ? this.environment(environment ?? '')
      : this.#environments.get(environment ?? '');
    return name === undefined ? undefined : `${name}.`;
  }

  #find(context: Exclude<NameContext, undefined>, name: string): unknown {
    const lower = name.toLowerCase();
    if ('type' in context) {
      for (let at: ElementDraft | undefined = context; at; at = at.parent) {
        const around = this.#full.get(at)?.toLowerCase();
        const found = around === undefined ? undefined : this.#owners.get(`${around}.${lower}`);
        if (found !== undefined) return found;
      }
    } else {
      const around = this.environment(context.environment).toLowerCase();
      const found = this.#owners.get(`${around}.${lower}`);
      if (found !== undefined) return found;
    }
    return this.#owners.get(lower);
  }

  #take(full: string, owner: unknown): boolean {
    const key = full.toLowerCase();
    if (this.#owners.has(key)) return false;
    this.#owners.set(key, owner);
    return true;
  }

  #free(prefix: string, wanted: string): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : `${wanted}${count}`;
      if (!this.#owners.has(`${prefix}${name}`.toLowerCase())) return name;
    }
  }
}

/** Names of parts say how the author's identifiers are meant. */
function isHierarchical(elements: readonly ElementDraft[]): boolean {
  const parts = elements.filter(({ parent, kind }) => parent || kind === 'DeploymentNode');
  const written = parts.flatMap(({ identifier }) => identifier ?? []);
  const dotted = written.filter((identifier) => identifier.includes('.')).length;
  return written.length === 0 || dotted * 2 >= written.length;
}

/** What an element without a usable name is called. */
const WORDS: Readonly<Record<ElementKind, string>> = {
  Person: 'someone',
  SoftwareSystem: 'system',
  Container: 'part',
  Component: 'piece',
  CustomElement: 'thing',
  DeploymentNode: 'node',
  InfrastructureNode: 'infrastructure',
  SoftwareSystemInstance: 'instance',
  ContainerInstance: 'instance',
};

/** Words that start a statement in a dynamic view, where names do too. */
const TAKEN = new Set(['this', 'title', 'description', 'default', 'autolayout', 'properties']);

/** `API Gateway` as `apiGateway`. */
function slug(name: string, otherwise: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, at) => {
      const lower = word === word.toUpperCase() ? word.toLowerCase() : word;
      const start = at === 0 ? lower.charAt(0).toLowerCase() : lower.charAt(0).toUpperCase();
      return start + lower.slice(1);
    })
    .join('')
    .slice(0, 60);
  if (joined === '' || /^\d/.test(joined) || TAKEN.has(joined.toLowerCase())) {
    return `${otherwise}${joined.charAt(0).toUpperCase()}${joined.slice(1)}`;
  }
  return joined;
}
