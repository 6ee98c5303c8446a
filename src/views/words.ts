import type { Element, ElementKind } from '#model/elements.ts';
import { technologyOf, type WorkspaceIndex } from '#model/index.ts';
import type { Terminology } from '#model/styles.ts';
import { isExternal } from './tone.ts';

/** What a kind is called, in the author's terminology where there is one. */
export function kindName(kind: ElementKind, terms: Terminology): string {
  switch (kind) {
    case 'Person':
      return terms.person ?? 'Person';
    case 'SoftwareSystem':
      return terms.softwareSystem ?? 'Software system';
    case 'Container':
      return terms.container ?? 'Container';
    case 'Component':
      return terms.component ?? 'Component';
    case 'DeploymentNode':
      return terms.deploymentNode ?? 'Deployment node';
    case 'InfrastructureNode':
      return terms.infrastructureNode ?? 'Infrastructure node';
    case 'SoftwareSystemInstance':
      return `${terms.softwareSystem ?? 'Software system'} instance`;
    case 'ContainerInstance':
      return `${terms.container ?? 'Container'} instance`;
    case 'CustomElement':
      return 'Element';
  }
}

/**
 * A box's second line: the technology where the kind is plain from shape and colour, else the kind.
 */
export function subtitleOf(index: WorkspaceIndex, element: Element): string | undefined {
  const { terminology } = index.workspace.viewConfiguration;
  switch (element.kind) {
    case 'Container':
    case 'Component':
    case 'DeploymentNode':
      return technologyOf(element);
    case 'InfrastructureNode':
      return technologyOf(element) ?? kindName(element.kind, terminology);
    case 'CustomElement':
      return element.metadata;
    case 'SoftwareSystem':
      return isExternal(index, element)
        ? `External ${terminology.softwareSystem ?? 'system'}`
        : kindName(element.kind, terminology);
    default:
      return kindName(element.kind, terminology);
  }
}
