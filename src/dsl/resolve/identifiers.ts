import type { Span } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, Named, RelationshipDraft } from './draft.ts';
import { canonicalName, canonicalRelationshipName } from './names.ts';
import { hasUuid, madeUpUuid } from './uuid.ts';

interface Entry<Target> {
  readonly identifier: string;
  readonly target: Target;
  readonly span: Span | undefined;
}

/**
 * What the author's names stand for. Case is ignored. Elements, groups, environments and deployment
 * groups share one table with relationships; only the former become `parent.child` when identifiers
 * are hierarchical.
 */
export class Identifiers {
  hierarchical = false;
  readonly #named = new Map<string, Entry<Named>>();
  readonly #relationships = new Map<string, Entry<RelationshipDraft>>();
  readonly #of = new Map<Named | string, string>();
  /** Names whose definition failed; what uses them is not reported again. */
  readonly #failed = new Set<string>();
  #anonymous = 0;

  named(identifier: string): Named | undefined {
    return this.#named.get(identifier.toLowerCase())?.target;
  }

  relationship(identifier: string): RelationshipDraft | undefined {
    return this.#relationships.get(identifier.toLowerCase())?.target;
  }

  /** What an item is registered as, in full; environments are known by name. */
  of(item: Named): string | undefined {
    return this.#of.get(item.type === 'environment' ? environmentKey(item.name) : item);
  }

  /** Registers an item under the author's name, or under a made-up one. */
  register(item: Named, written: string | undefined, span: Span | undefined): void {
    const key = item.type === 'environment' ? environmentKey(item.name) : item;
    const identifier = this.#full(item, written || madeUpUuid('element', ++this.#anonymous));
    this.#refuseSecondName(
      this.#of.get(key),
      identifier,
      () => canonicalName(item),
      'element',
      span,
    );
    this.#refuseTaken(identifier, span);
    this.#named.set(identifier.toLowerCase(), { identifier, target: item, span });
    this.#of.set(key, identifier);
    if (item.type === 'element') this.#label(item, identifier);
  }

  /** The same for a relationship, whose names are never hierarchical. */
  registerRelationship(
    item: RelationshipDraft,
    written: string | undefined,
    span: Span | undefined,
  ): void {
    const identifier = written || madeUpUuid('element', ++this.#anonymous);
    const name = () => canonicalRelationshipName(item);
    this.#refuseSecondName(item.identifier, identifier, name, 'relationship', span);
    this.#refuseTaken(identifier, span);
    this.#relationships.set(identifier.toLowerCase(), { identifier, target: item, span });
    item.identifier = identifier;
    if (written) item.properties.set('structurizr.dsl.identifier', identifier);
  }

  /** Names of a JSON workspace's items, which are taken as they are. */
  adopt(items: readonly (ElementDraft | RelationshipDraft)[]): void {
    for (const item of items) {
      const identifier = item.properties.get('structurizr.dsl.identifier');
      item.identifier = undefined;
      if (identifier === undefined) continue;
      if (item.type === 'element') this.register(item, identifier, undefined);
      else this.registerRelationship(item, identifier, undefined);
    }
  }

  /** Marks a name as used up by a definition that failed. */
  fail(identifier: string): void {
    this.#failed.add(identifier.toLowerCase());
  }

  /** Whether a name, or the last part of it, belongs to a definition that failed. */
  failed(identifier: string): boolean {
    const lower = identifier.toLowerCase();
    if (this.#failed.has(lower)) return true;
    return lower.split('.').some((part) => this.#failed.has(part));
  }

  /** A did-you-mean over all names, including the full names that end in this one. */
  hint(identifier: string): string | undefined {
    const names = [...this.names(), ...written(this.#relationships)];
    const full = names.find((name) => name.toLowerCase().endsWith(`.${identifier.toLowerCase()}`));
    if (full) return `Did you mean \`${full}\`? Identifiers are hierarchical here.`;
    // Two short names are alike by chance.
    return identifier.length < 3 ? undefined : didYouMean(identifier, names);
  }

  /** What the author calls elements, groups and environments, in full. */
  names(): string[] {
    return written(this.#named);
  }

  #full(item: Named, written: string): string {
    if (!this.hierarchical) return written;
    const parent = parentOf(item);
    if (parent === undefined) return written;
    return `${this.#of.get(parent) ?? 'null'}.${written}`;
  }

  #label(item: ElementDraft, identifier: string): void {
    item.identifier = identifier;
    item.properties.set('structurizr.dsl.identifier', identifier);
  }

  #refuseSecondName(
    existing: string | undefined,
    identifier: string,
    name: () => string,
    what: string,
    span: Span | undefined,
  ): void {
    if (existing === undefined || existing.toLowerCase() === identifier.toLowerCase()) return;
    if (hasUuid(existing) && existing.length === 36) {
      throw new Problem(
        'dsl-identifier-missing',
        `Please assign an identifier to "${name()}" before using it`,
        span,
      );
    }
    throw new Problem(
      'dsl-second-identifier',
      `The ${what} is already registered with an identifier of "${existing}"`,
      span,
    );
  }

  #refuseTaken(identifier: string, span: Span | undefined): void {
    const key = identifier.toLowerCase();
    const taken = this.#named.get(key) ?? this.#relationships.get(key);
    if (!taken) return;
    throw new Problem(
      'dsl-duplicate-identifier',
      `The identifier "${key}" is already in use`,
      span,
      {
        hint: 'Give one of the two another identifier.',
        related: taken.span && [{ message: 'It was first used here.', span: taken.span }],
      },
    );
  }
}

function written(entries: ReadonlyMap<string, Entry<unknown>>): string[] {
  return [...entries.values()].map(({ identifier }) => identifier).filter((name) => !hasUuid(name));
}

function environmentKey(name: string): string {
  return `environment ${name}`;
}

function parentOf(item: Named): Named | string | undefined {
  switch (item.type) {
    case 'environment':
      return undefined;
    case 'deployment-group':
      return environmentKey(item.environment);
    case 'group':
      return item.parent;
    default:
      if (item.parent) return item.parent;
      return item.kind === 'DeploymentNode' ? environmentKey(item.environment ?? '') : undefined;
  }
}

const PATTERN = /^\w[a-zA-Z0-9_-]*$/;

/** Refuses what can't be an identifier. */
export function validateIdentifier(identifier: string, span: Span): void {
  if (identifier.startsWith('-')) {
    throw new Problem(
      'dsl-invalid-identifier',
      'Identifiers cannot start with a - character',
      span,
    );
  }
  if (!PATTERN.test(identifier)) {
    throw new Problem(
      'dsl-invalid-identifier',
      'Identifiers can only contain the following characters: a-zA-Z0-9_-',
      span,
    );
  }
}
