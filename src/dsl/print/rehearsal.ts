import type { ElementDraft, RelationshipDraft } from '../resolve/draft.ts';
import { type ImpliedRelationships, isStatic, ModelDraft } from '../resolve/model.ts';

const STRATEGIES: readonly ImpliedRelationships[] = ['unless-any', 'none', 'unless-same'];

/**
 * The model as it comes into being when what is written is read: it tells which relationships the
 * language makes by itself, so that they are not written.
 */
export class Rehearsal {
  readonly #model = new ModelDraft();
  readonly #copies = new Map<ElementDraft, ElementDraft>();
  readonly #originals = new Map<ElementDraft, ElementDraft>();
  readonly #implied: ReadonlyMap<RelationshipDraft, readonly RelationshipDraft[]>;
  /** Relationships that come by themselves. */
  readonly automatic = new Set<RelationshipDraft>();
  /** Relationships that come by themselves but are not in the model, by environment. */
  readonly unwanted = new Map<string, RelationshipDraft[]>();
  readonly #relationships: ReadonlyMap<string, RelationshipDraft>;

  constructor({ relationships }: ModelDraft) {
    this.#implied = Map.groupBy(
      relationships.filter(
        ({ linked, source, destination }) => linked && isStatic(source) && isStatic(destination),
      ),
      ({ linked }) => linked as RelationshipDraft,
    );
    this.#relationships = new Map(relationships.map((one) => [keyOf(one), one]));
  }

  /** Adds an element, and notes what its neighbours make of it. */
  add(element: ElementDraft): void {
    const { parent, instanceOf, environment } = element;
    const place = { parent: this.#copyOf(parent), environment };
    const before = this.#model.relationships.length;
    const behind = this.#copyOf(instanceOf);
    const copy =
      place.parent && behind
        ? this.#model.addInstance({
            kind: element.kind,
            name: element.name,
            environment,
            deploymentGroups: element.deploymentGroups,
            parent: place.parent,
            instanceOf: behind,
          })
        : this.#model.add({
            kind: element.kind,
            name: element.name,
            deploymentGroups: element.deploymentGroups,
            ...place,
          });
    this.#copies.set(element, copy);
    this.#originals.set(copy, element);
    for (const made of this.#model.relationships.slice(before)) {
      const wanted = this.#wanted(made);
      if (wanted?.linked) this.automatic.add(wanted);
      else this.#unwant(environment ?? '', made);
    }
  }

  /** Which way of implying others the relationship needs, if it has to change. */
  relate(relationship: RelationshipDraft): ImpliedRelationships | undefined {
    const { source, destination, description, technology } = relationship;
    const ends = { source: this.#copyOf(source), destination: this.#copyOf(destination) };
    if (!ends.source || !ends.destination) return undefined;
    const input = {
      source: ends.source,
      destination: ends.destination,
      description,
      technology,
      tags: [],
      origin: undefined,
    };
    const expected = this.#implied.get(relationship) ?? [];
    const current = this.#model.implied;
    const others = STRATEGIES.filter((one) => one !== current);
    for (const strategy of [current, ...others, 'none' as const]) {
      this.#model.implied = strategy;
      const before = this.#model.relationships.length;
      const made = this.#model.relate(input);
      const implied = this.#model.relationships.slice(before + 1).map((one) => this.#wanted(one));
      const isAsWanted =
        implied.length === expected.length &&
        implied.every((one) => one !== undefined && expected.includes(one));
      if (isAsWanted || !made) {
        for (const one of expected) if (isAsWanted) this.automatic.add(one);
        return strategy === current ? undefined : strategy;
      }
      this.#model.remove(made);
    }
    this.#model.implied = 'none';
    this.#model.relate(input);
    return current === 'none' ? undefined : 'none';
  }

  /** Takes out what an environment makes by itself and the model does not have. */
  clear(environment: string): readonly RelationshipDraft[] {
    const gone = this.unwanted.get(environment) ?? [];
    this.unwanted.delete(environment);
    for (const relationship of gone) this.#model.remove(relationship);
    return gone;
  }

  /** The element of the workspace behind one of the rehearsal. */
  original(copy: ElementDraft): ElementDraft {
    return this.#originals.get(copy) ?? copy;
  }

  #copyOf(element: ElementDraft | undefined): ElementDraft | undefined {
    return element && this.#copies.get(element);
  }

  #wanted(made: RelationshipDraft): RelationshipDraft | undefined {
    const source = this.original(made.source);
    const destination = this.original(made.destination);
    return this.#relationships.get(keyOf({ ...made, source, destination }));
  }

  #unwant(environment: string, made: RelationshipDraft): void {
    this.unwanted.set(environment, [...(this.unwanted.get(environment) ?? []), made]);
  }
}

function keyOf({ source, destination, description }: RelationshipDraft): string {
  return `${source.id}\n${destination.id}\n${description ?? ''}`;
}
