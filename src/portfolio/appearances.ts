import type { ElementId } from '#model/ids.ts';
import { scopeOf, staticElement, type WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';
import { applyFilter } from '#views/filtered.ts';

/**
 * The views of each element, in the order of the workspace: those that show it, or what runs it, and
 * those that look into it.
 */
export function appearancesOf(index: WorkspaceIndex): ReadonlyMap<ElementId, readonly View[]> {
  const views = new Map<ElementId, View[]>();
  for (const view of index.workspace.views) {
    const settled = view.kind === 'Filtered' ? applyFilter(index, view) : view;
    const shown = settled && 'elements' in settled ? settled.elements : [];
    const scope = settled && scopeOf(settled);
    const ids = new Set<ElementId>(scope === undefined ? [] : [scope]);
    for (const { id } of shown) {
      const element = index.element(id);
      if (element) ids.add(staticElement(index, element).id);
    }
    for (const id of ids) {
      const known = views.get(id);
      if (known) known.push(view);
      else views.set(id, [view]);
    }
  }
  return views;
}
