import type { Workspace } from '#model/workspace.ts';
import { DEFAULT_AUTO_LAYOUT } from './parser/view-content.ts';
import type { ElementDraft } from './resolve/draft.ts';
import { finish } from './resolve/finish.ts';
import type { ModelDraft } from './resolve/model.ts';
import { thaw } from './resolve/thaw.ts';
import { addDefaultElements } from './resolve/view-defaults.ts';
import type { ViewSet } from './resolve/views.ts';

type Input = Parameters<ViewSet['addGraph']>[1];

/**
 * The views that the official tools add to a workspace that has a model but no views: a landscape,
 * each system from outside and inside, and each deployment environment.
 */
export function addDefaultViews(workspace: Workspace): Workspace {
  if (workspace.views.length > 0) return workspace;
  const { draft, model, views } = thaw(workspace);
  if (model.isEmpty) return workspace;
  const add = (input: Omit<Input, 'key' | 'description'>) => {
    const view = views.addGraph(model, { ...input, key: '', description: '' });
    addDefaultElements(model, view, true);
    return view;
  };
  add({ kind: 'SystemLandscape' });
  for (const softwareSystem of byName(
    model.elements.filter(({ kind }) => kind === 'SoftwareSystem'),
  )) {
    add({ kind: 'SystemContext', softwareSystem });
    if (softwareSystem.children.length === 0) continue;
    const view = add({ kind: 'Container', softwareSystem });
    view.autoLayout = { ...DEFAULT_AUTO_LAYOUT, rankDirection: 'TopBottom' };
    for (const scope of byName(softwareSystem.children)) {
      if (scope.children.length > 0) add({ kind: 'Component', softwareSystem, scope });
    }
  }
  for (const environment of environmentsOf(model)) {
    const systems = systemsIn(model, environment);
    for (const softwareSystem of systems) add({ kind: 'Deployment', softwareSystem, environment });
    if (systems.length > 0) continue;
    const hasInfrastructure = model.elements.some(
      (element) => element.kind === 'InfrastructureNode' && element.environment === environment,
    );
    if (hasInfrastructure) add({ kind: 'Deployment', environment });
  }
  return finish(draft, model, views);
}

function environmentsOf({ elements }: ModelDraft): string[] {
  const names = elements.flatMap(({ kind, environment }) =>
    kind === 'DeploymentNode' && environment !== undefined ? environment : [],
  );
  return [...new Set(names)].sort();
}

/** Systems with containers that run in an environment, by name. */
function systemsIn({ elements }: ModelDraft, environment: string): ElementDraft[] {
  const systems = elements.flatMap((element) =>
    element.kind === 'ContainerInstance' && element.environment === environment
      ? (element.instanceOf?.parent ?? [])
      : [],
  );
  return byName([...new Set(systems)]);
}

function byName(elements: readonly ElementDraft[]): ElementDraft[] {
  return elements.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
