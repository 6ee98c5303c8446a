import { canonicalName as canonicalNameOf } from '#model/canonical-name.ts';
import { DEFAULT_TAGS, defaultRelationshipTags } from '#model/tags.ts';
import { isEmpty } from '../lexer/characters.ts';
import type { ElementDraft, Named, RelationshipDraft } from './draft.ts';

/** Default tags, then the author's, each once. */
export function tagsOf(item: ElementDraft | RelationshipDraft): string[] {
  return [...new Set([...defaultTagsOf(item), ...item.tags])];
}

/** Whether an item has a tag, defaults included. */
export function hasTag(item: ElementDraft | RelationshipDraft, tag: string): boolean {
  return item.tags.has(tag) || defaultTagsOf(item).includes(tag);
}

function defaultTagsOf(item: ElementDraft | RelationshipDraft): readonly string[] {
  if (item.type === 'element') return DEFAULT_TAGS[item.kind];
  return defaultRelationshipTags(item.linked !== undefined, item.interactionStyle);
}

const LINEAGE = {
  parent: (element: ElementDraft) => element.parent,
  instanceOf: (element: ElementDraft) => element.instanceOf,
};

/** The name under which messages and `!element` know an element, or a group's or environment's own. */
export function canonicalName(item: Named): string {
  return item.type === 'element' ? canonicalNameOf(item, LINEAGE) : item.name;
}

/** The same for a relationship. */
export function canonicalRelationshipName(relationship: RelationshipDraft): string {
  const { source, destination, description } = relationship;
  const ends = `${canonicalName(source)} -> ${canonicalName(destination)}`;
  return `Relationship://${ends}${isEmpty(description) ? '' : ` (${description})`}`;
}
