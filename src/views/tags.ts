import type { Element, Relationship } from '#model/elements.ts';
import { staticElement, type WorkspaceIndex } from '#model/index.ts';

/** The tags by which an element is styled and filtered: of an instance, first those of what it runs. */
export function elementTags(index: WorkspaceIndex, element: Element): readonly string[] {
  const behind = staticElement(index, element);
  return behind === element ? element.tags : [...behind.tags, ...element.tags];
}

/**
 * A relationship after those that it was made from, the first one first: one between instances comes
 * from one between containers, which may itself be implied by one between their parts.
 */
export function linkedRelationships(
  index: WorkspaceIndex,
  relationship: Relationship,
): readonly Relationship[] {
  const chain = new Set<Relationship>();
  for (let at: Relationship | undefined = relationship; at && !chain.has(at); ) {
    chain.add(at);
    at = at.linkedRelationship && index.relationship(at.linkedRelationship);
  }
  return [...chain].reverse();
}

/** The tags by which a relationship is styled and filtered: first those of what it was made from. */
export function relationshipTags(
  index: WorkspaceIndex,
  relationship: Relationship,
): readonly string[] {
  return linkedRelationships(index, relationship).flatMap(({ tags }) => tags);
}

/** Tags that every element or relationship of its kind has: they say nothing that the kind does not. */
export const PLAIN_TAGS: ReadonlySet<string> = new Set([
  'Element',
  'Person',
  'Software System',
  'Container',
  'Component',
  'Deployment Node',
  'Infrastructure Node',
  'Software System Instance',
  'Container Instance',
  'Relationship',
]);
