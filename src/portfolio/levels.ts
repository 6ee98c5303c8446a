import type { Element } from '#model/elements.ts';
import type { ElementId } from '#model/ids.ts';
import { scopeOf, type WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';

/** The C4 levels, from the whole to the inside, and where views stand beside them. */
export type Level =
  | 'Landscape'
  | 'Context'
  | 'Container'
  | 'Component'
  | 'Dynamic'
  | 'Deployment'
  | 'Custom'
  | 'Image'
  | 'Other';

/** The level of a view; a filtered one has its base's. */
export function levelOf(index: WorkspaceIndex, view: View): Level {
  switch (view.kind) {
    case 'SystemLandscape':
      return 'Landscape';
    case 'SystemContext':
      return 'Context';
    case 'Container':
    case 'Component':
    case 'Dynamic':
    case 'Deployment':
    case 'Custom':
    case 'Image':
      return view.kind;
    case 'Filtered': {
      const base = index.view(view.baseView);
      return base && base.kind !== 'Filtered' ? levelOf(index, base) : 'Other';
    }
    default:
      return 'Other';
  }
}

/** The software system that a view belongs to, if it belongs to one. */
export function systemOf(index: WorkspaceIndex, view: View): Element | undefined {
  if (view.kind === 'Filtered') {
    const base = index.view(view.baseView);
    return base && base.kind !== 'Filtered' ? systemOf(index, base) : undefined;
  }
  const scope = scopeOf(view);
  return scope && index.lineage(scope).find(({ kind }) => kind === 'SoftwareSystem');
}

/** The view that looks into an element one level deeper than a view that shows it, if there is one. */
export function deeperView(index: WorkspaceIndex, from: View, element: Element): View | undefined {
  const find = (kind: View['kind']) =>
    index.viewsInto(element.id).find((view) => view.kind === kind && view.key !== from.key);
  if (element.kind === 'Container') return find('Component');
  if (element.kind !== 'SoftwareSystem') return undefined;
  return (from.kind === 'SystemLandscape' ? find('SystemContext') : undefined) ?? find('Container');
}

/** One step of the way from the landscape to a view and on to the views below it. */
export interface LevelStep {
  readonly level: Level;
  readonly view?: View;
  readonly current: boolean;
}

/**
 * The levels around a view: landscape, context and container of its system, components of its
 * container (or the only ones there are), and the view itself where it is none of these.
 */
export function levelSteps(index: WorkspaceIndex, view: View): LevelStep[] {
  const { views } = index.workspace;
  const level = levelOf(index, view);
  const system = systemOf(index, view);
  const container = view.kind === 'Component' ? view.container : undefined;
  const first = (kind: View['kind'], scope: ElementId | undefined) =>
    scope && index.viewsInto(scope).find((other) => other.kind === kind);
  const anyComponents = () =>
    views.find((other) => other.kind === 'Component' && other.softwareSystem === system?.id);
  const steps: [Level, View | undefined][] = [
    ['Landscape', views.find(({ kind }) => kind === 'SystemLandscape')],
    ['Context', first('SystemContext', system?.id)],
    ['Container', first('Container', system?.id)],
    ['Component', first('Component', container) ?? anyComponents()],
  ];
  const ladder = steps
    .map(([name, other]) => (name === level ? ([name, view] as const) : ([name, other] as const)))
    .filter(([, other]) => other !== undefined);
  const rungs = ladder.some(([, other]) => other === view)
    ? ladder
    : [...ladder, [level, view] as const];
  return rungs.map(([name, other]) => ({
    level: name,
    current: other === view,
    ...(other && { view: other }),
  }));
}
