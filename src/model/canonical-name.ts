import type { ElementKind } from './elements.ts';

/** What a canonical name is made of. */
export interface Nameable {
  readonly kind: ElementKind;
  readonly name: string;
  readonly environment?: string | undefined;
  readonly instanceId?: number | undefined;
}

/** How to get from an element to others, in whatever form the model is at hand. */
export interface Lineage<Element> {
  parent(element: Element): Element | undefined;
  instanceOf(element: Element): Element | undefined;
}

/**
 * The name under which messages and `!element` know an element: `Container://Shop.Orders`,
 * `ContainerInstance://Live/Server/Shop.Orders[1]`. Dots and slashes in names are left out.
 */
export function canonicalName<Element extends Nameable>(
  element: Element,
  lineage: Lineage<Element>,
): string {
  const { kind, environment = '' } = element;
  const chain = namesFrom(element, lineage);
  switch (kind) {
    case 'CustomElement':
      return `Custom://${chain.join('.')}`;
    case 'Person':
    case 'SoftwareSystem':
    case 'Container':
    case 'Component':
      return `${kind}://${chain.join('.')}`;
    case 'DeploymentNode':
    case 'InfrastructureNode':
      return `${kind}://${[plain(environment), ...chain].join('/')}`;
    default: {
      const behind = lineage.instanceOf(element);
      const name = behind ? namesFrom(behind, lineage).join('.') : '';
      const place = [plain(environment), ...chain.slice(0, -1), name].join('/');
      return `${kind}://${place}[${element.instanceId ?? 0}]`;
    }
  }
}

/** Outermost first, the element's own last. */
function namesFrom<Element extends Nameable>(
  element: Element,
  lineage: Lineage<Element>,
): string[] {
  const names: string[] = [];
  for (let at: Element | undefined = element; at; at = lineage.parent(at))
    names.unshift(plain(at.name));
  return names;
}

function plain(name: string): string {
  return name.replaceAll('.', '').replaceAll('/', '');
}
