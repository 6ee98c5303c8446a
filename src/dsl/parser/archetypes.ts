import type { Perspective } from '#model/elements.ts';
import { isEmpty } from '../lexer/characters.ts';
import type { PerspectiveHolder, PropertyHolder } from '../resolve/draft.ts';

export const ARCHETYPE_TYPES = [
  'group',
  'element',
  'person',
  'softwareSystem',
  'container',
  'component',
  'deploymentNode',
  'infrastructureNode',
  '->',
] as const;

export type ArchetypeType = (typeof ARCHETYPE_TYPES)[number];

/** A named set of defaults for a type, or the defaults of the type itself. */
export interface Archetype extends PropertyHolder, PerspectiveHolder {
  /** In lower case. */
  readonly name: string;
  readonly type: ArchetypeType;
  metadata: string;
  description: string;
  technology: string;
  readonly tags: Set<string>;
}

/** The archetypes of a workspace, by type and name. */
export class Archetypes {
  readonly #byType = new Map<ArchetypeType, Map<string, Archetype>>(
    ARCHETYPE_TYPES.map((type) => [type, new Map()]),
  );

  /** Whether a word is the type's own, or the name of one of its archetypes. */
  matches(word: string, type: ArchetypeType): boolean {
    const name = word.toLowerCase();
    return name === type.toLowerCase() || (this.#byType.get(type)?.has(name) ?? false);
  }

  /** Whether there is an archetype of that name. */
  has(type: ArchetypeType, name: string): boolean {
    return this.#byType.get(type)?.has(name.toLowerCase()) ?? false;
  }

  /** The defaults that a word stands for; empty ones when nobody defined any. */
  get(type: ArchetypeType, word: string): Archetype {
    const name = (type === '->' ? withoutArrow(word) : word).toLowerCase();
    return this.#byType.get(type)?.get(name) ?? createArchetype(type, name);
  }

  /** Defines an archetype on the base of another; without a name it is for all of the type. */
  define(type: ArchetypeType, name: string | undefined, base: string): Archetype {
    const parent = this.get(type, base);
    const archetype = createArchetype(type, (!isEmpty(name) ? name : type).toLowerCase());
    archetype.metadata = parent.metadata;
    archetype.description = parent.description;
    archetype.technology = parent.technology;
    for (const tag of parent.tags) archetype.tags.add(tag);
    this.#byType.get(type)?.set(archetype.name, archetype);
    return archetype;
  }

  /** Whether an archetype of any type has this name, in lower case. */
  hasName(name: string): boolean {
    return [...this.#byType.values()].some((byName) => byName.has(name));
  }

  /** The names of relationship archetypes, without their arrows. */
  namesOfArrows(): string[] {
    return [...(this.#byType.get('->')?.keys() ?? [])];
  }

  /** All names of a type, for did-you-mean. */
  names(): string[] {
    return [...this.#byType.values()].flatMap((byName) => [...byName.keys()]);
  }
}

function createArchetype(type: ArchetypeType, name: string): Archetype {
  return {
    name,
    type,
    metadata: '',
    description: '',
    technology: '',
    tags: new Set(),
    properties: new Map(),
    perspectives: new Map<string, Perspective>(),
  };
}

/** `--https->` without its arrow. */
export function withoutArrow(word: string): string {
  return word.startsWith('--') && word.endsWith('->') && word.length >= 4
    ? word.slice(2, -2)
    : word;
}
