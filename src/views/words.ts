import type { Element, ElementKind } from '#model/elements.ts';
import { staticElement, technologyOf, type WorkspaceIndex } from '#model/index.ts';
import type { MetadataSymbols, Terminology } from '#model/styles.ts';
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

/** What stands around metadata, by the name of the symbols. */
const SYMBOLS: Readonly<Record<MetadataSymbols, readonly [before: string, after: string]>> = {
  SquareBrackets: ['[', ']'],
  RoundBrackets: ['(', ')'],
  CurlyBrackets: ['{', '}'],
  AngleBrackets: ['<', '>'],
  DoubleAngleBrackets: ['<<', '>>'],
  None: ['', ''],
};

/** A text in the symbols that the author wants around metadata; square brackets where nothing is said. */
export function bracketed({ workspace }: WorkspaceIndex, text: string): string {
  const [before, after] = SYMBOLS[workspace.viewConfiguration.metadataSymbols ?? 'SquareBrackets'];
  return before + text + after;
}

/** Kind and technology in full: `[Container: Go]`. */
export function metadataOf(index: WorkspaceIndex, element: Element): string {
  const { terminology } = index.workspace.viewConfiguration;
  const kind = kindName(element.kind, terminology);
  const technology =
    element.kind === 'CustomElement'
      ? element.metadata
      : technologyOf(staticElement(index, element));
  if (element.kind === 'CustomElement') return technology ? bracketed(index, technology) : '';
  return bracketed(index, technology ? `${kind}: ${technology}` : kind);
}

/** A number of instances as a mark: `× 7`; a range is written with a dash. */
export function instanceCount(instances: string): string {
  return `× ${instances.replace('..', '–')}`;
}
