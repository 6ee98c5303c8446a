import type { Element } from './elements.ts';
import type { ElementId, ViewKey } from './ids.ts';
import type { View } from './views.ts';

/** The name that Structurizr gives a view: `Container View: Shop`. An image view's is its title. */
export function viewName(
  view: View,
  elements: ReadonlyMap<ElementId, Element>,
  views: ReadonlyMap<ViewKey, View>,
): string | undefined {
  const nameOf = (id: ElementId | undefined) => (id && elements.get(id)?.name) ?? '';
  switch (view.kind) {
    case 'SystemLandscape':
      return 'System Landscape View';
    case 'SystemContext':
      return `System Context View: ${nameOf(view.softwareSystem)}`;
    case 'Container':
      return `Container View: ${nameOf(view.softwareSystem)}`;
    case 'Component':
      return `Component View: ${nameOf(view.softwareSystem)} - ${nameOf(view.container)}`;
    case 'Dynamic': {
      const scope = view.scope && elements.get(view.scope);
      if (!scope) return 'Dynamic View';
      const system = scope.kind === 'Container' ? `${nameOf(scope.parent)} - ` : '';
      return `Dynamic View: ${system}${scope.name}`;
    }
    case 'Deployment':
      return view.softwareSystem
        ? `Deployment View: ${nameOf(view.softwareSystem)} - ${view.environment}`
        : `Deployment View: ${view.environment}`;
    case 'Custom':
      return `Custom View: ${view.title ?? ''}`;
    case 'Filtered': {
      const base = views.get(view.baseView);
      return `Filtered: ${(base && base.kind !== 'Filtered' && viewName(base, elements, views)) ?? ''}`;
    }
    default:
      return view.title;
  }
}
