import type { Element } from '#model/elements.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';

/** A study that coverage is asked of, with the containers of its own system. */
export interface Asked {
  readonly entry: StudyEntry;
  readonly system: Element;
  readonly containers: readonly Element[];
}

/**
 * The studies that coverage is asked of: those that are no draft. People, components and systems of
 * others are not asked; they belong to somebody else, or to a drawing that says enough.
 */
export function askedOf({ index, studies }: Pick<Portfolio, 'index' | 'studies'>): Asked[] {
  return studies.flatMap((entry): Asked[] => {
    const { system, study } = entry;
    if (!system || study.meta.draft) return [];
    const containers = index.workspace.elements.filter(
      (element) => element.kind === 'Container' && index.lineage(element.id).includes(system),
    );
    return [{ entry, system, containers }];
  });
}

/** The finding of a gap points at the line of the study that names its system. */
export function placeOf({ entry: { study } }: Asked) {
  return study.located.spanOf(['system']);
}

/** Elements in a sentence, with the names that the DSL has for them: `Web (shop.web) and DB (shop.db)`. */
export function named(elements: readonly Element[], conjunction: 'and' | 'or'): string {
  const names = elements.map(({ id, name, identifier }) => `${name} (\`${identifier ?? id}\`)`);
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} ${conjunction} ${last}` : last;
}
