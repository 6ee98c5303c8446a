import type { ElementId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import type { GraphView, View } from '#model/views.ts';
import type { ViewGraph } from './graph.ts';

/** What a view is called: its title, or what it shows of its scope. */
export function viewTitle(index: WorkspaceIndex, view: View): string {
  if (view.title) return view.title;
  if (view.kind === 'Filtered') {
    const base = index.view(view.baseView);
    return base ? viewTitle(index, base) : view.key;
  }
  if (view.kind === 'Image') return view.key;
  return scopeTitle(index, view);
}

function scopeTitle(index: WorkspaceIndex, view: GraphView): string {
  const name = (id: ElementId | undefined) => (id && index.element(id)?.name) ?? '';
  switch (view.kind) {
    case 'SystemLandscape':
      return 'System landscape';
    case 'SystemContext':
      return `${name(view.softwareSystem)}: context`;
    case 'Container':
      return `${name(view.softwareSystem)}: containers`;
    case 'Component':
      return `${name(view.container)}: components`;
    case 'Dynamic':
      return view.description ?? (view.scope ? `${name(view.scope)}: dynamic` : view.key);
    case 'Deployment': {
      const system = name(view.softwareSystem);
      return system ? `${system}: ${view.environment}` : view.environment;
    }
    case 'Custom':
      return view.key;
  }
}

/** What stands below the title on a drawing's sheet: the author's sentence about it, else the view's key. */
export function noteOf({ title, description, key }: ViewGraph): string {
  return description && description !== title ? description : key;
}
