import type { Span } from '#diagnostics/source.ts';
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

/**
 * Where a gap of an element is shown: at the line that defines it, and at the study's system where no line
 * of a DSL does.
 */
export function placeOf({ origin }: Element, { entry: { study } }: Asked): Span {
  return origin ?? study.located.spanOf(['system']);
}

/** An element in a sentence, with the name that the DSL has for it: `Web (shop.web)`. */
export function named({ id, name, identifier }: Element): string {
  return `${name} (\`${identifier ?? id}\`)`;
}
