import type { ElementKind, Relationship } from './elements.ts';

/** The tags that an element has whether its author says so or not. */
export const DEFAULT_TAGS: Readonly<Record<ElementKind, readonly string[]>> = {
  Person: ['Element', 'Person'],
  SoftwareSystem: ['Element', 'Software System'],
  Container: ['Element', 'Container'],
  Component: ['Element', 'Component'],
  CustomElement: ['Element'],
  DeploymentNode: ['Element', 'Deployment Node'],
  InfrastructureNode: ['Element', 'Infrastructure Node'],
  SoftwareSystemInstance: [],
  ContainerInstance: [],
};

/** The same for a relationship; one that was made from another has none of its own. */
export function defaultRelationshipTags(
  isLinked: boolean,
  interactionStyle: Relationship['interactionStyle'],
): readonly string[] {
  if (isLinked) return [];
  return interactionStyle ? ['Relationship', interactionStyle] : ['Relationship'];
}
