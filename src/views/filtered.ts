import type { WorkspaceIndex } from '#model/index.ts';
import type { FilteredView, GraphView } from '#model/views.ts';
import { elementTags, relationshipTags } from './tags.ts';

/**
 * The static or deployment view behind a filtered one, with what the filter lets through: elements
 * and relationships that have, or have not, one of its tags. Nothing when the base is no such view.
 */
export function applyFilter(index: WorkspaceIndex, view: FilteredView): GraphView | undefined {
  const base = index.view(view.baseView);
  if (!base || base.kind === 'Filtered' || base.kind === 'Image' || base.kind === 'Dynamic') {
    return undefined;
  }
  const wanted = (tags: readonly string[]) =>
    tags.some((tag) => view.tags.includes(tag)) === (view.mode === 'Include');
  const elements = base.elements.filter(({ id }) => {
    const element = index.element(id);
    return element !== undefined && wanted(elementTags(index, element));
  });
  const shown = new Set(elements.map(({ id }) => id));
  const relationships = base.relationships.filter(({ id }) => {
    const relationship = index.relationship(id);
    return (
      relationship !== undefined &&
      shown.has(relationship.source) &&
      shown.has(relationship.destination) &&
      wanted(relationshipTags(index, relationship))
    );
  });
  const { title, description, key, order, generatedKey, properties } = view;
  return {
    ...base,
    key,
    order,
    generatedKey,
    properties,
    elements,
    relationships,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
  };
}
