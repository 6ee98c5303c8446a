import type { ElementDraft, GraphViewDraft } from './draft.ts';
import type { ModelDraft } from './model.ts';
import { addDeployed, addElement, addElementOrFail } from './view.ts';

type Kind = ElementDraft['kind'];

/** What `include *` means in each kind of view; `*?` drops relationships that do not touch the scope. */
export function addDefaultElements(model: ModelDraft, view: GraphViewDraft, greedy: boolean): void {
  switch (view.kind) {
    case 'SystemLandscape':
      addAll(model, view, 'SoftwareSystem');
      addAll(model, view, 'Person');
      addConnectedCustomElements(model, view);
      break;
    case 'SystemContext':
      if (!view.softwareSystem) break;
      addNeighbours(model, view, view.softwareSystem, [
        'CustomElement',
        'Person',
        'SoftwareSystem',
      ]);
      if (!greedy) keepTouching(view, new Set([view.softwareSystem]));
      break;
    case 'Container':
      addContainers(model, view, greedy);
      break;
    case 'Component':
      addComponents(model, view, greedy);
      break;
    case 'Custom':
      addAll(model, view, 'CustomElement');
      break;
    case 'Deployment':
      for (const node of model.elements) {
        if (node.kind !== 'DeploymentNode' || node.parent) continue;
        if (node.environment === view.environment) addDeployed(model, view, node);
      }
      addConnectedCustomElements(model, view);
      break;
    default:
  }
}

function addContainers(model: ModelDraft, view: GraphViewDraft, greedy: boolean): void {
  const containers = view.softwareSystem?.children ?? [];
  for (const container of containers) {
    addElementOrFail(model, view, container);
    addNeighbours(model, view, container, ['CustomElement', 'Person', 'SoftwareSystem']);
  }
  if (!greedy) keepTouching(view, new Set(containers));
}

function addComponents(model: ModelDraft, view: GraphViewDraft, greedy: boolean): void {
  const components = view.scope?.children ?? [];
  for (const component of components) {
    addElementOrFail(model, view, component);
    for (const container of connectedSiblings(view, component)) {
      addElementOrFail(model, view, container);
    }
    addNeighbours(model, view, component, ['CustomElement', 'Person', 'SoftwareSystem']);
  }
  if (!greedy) keepTouching(view, new Set(components));
}

/** Containers of the system in scope that the component is connected with, in the order of ids. */
function connectedSiblings(view: GraphViewDraft, component: ElementDraft): ElementDraft[] {
  const connected = new Set<ElementDraft>();
  for (const { destination } of component.outgoing) connected.add(destination);
  for (const { source } of component.incoming) connected.add(source);
  const found = [...connected].filter(
    ({ kind, parent }) => kind === 'Container' && parent === view.softwareSystem,
  );
  if (found.length < 2) return found;
  return (view.softwareSystem?.children ?? []).filter((container) => connected.has(container));
}

function addAll(model: ModelDraft, view: GraphViewDraft, kind: Kind): void {
  for (const element of model.elements) {
    if (element.kind === kind) addElement(model, view, element);
  }
}

function addConnectedCustomElements(model: ModelDraft, view: GraphViewDraft): void {
  for (const element of [...view.elements.keys()]) {
    addNeighbours(model, view, element, ['CustomElement']);
  }
}

/** Adds an element and what it is directly connected with, one kind after the other. */
function addNeighbours(
  model: ModelDraft,
  view: GraphViewDraft,
  element: ElementDraft,
  kinds: readonly Kind[],
): void {
  for (const kind of kinds) {
    if (addElement(model, view, element)) continue;
    for (const { destination } of element.outgoing) {
      if (destination.kind === kind) addElement(model, view, destination);
    }
    for (const { source } of element.incoming) {
      if (source.kind === kind) addElement(model, view, source);
    }
  }
}

function keepTouching(view: GraphViewDraft, scope: ReadonlySet<ElementDraft>): void {
  for (const relationship of [...view.relationships.keys()]) {
    if (scope.has(relationship.source) || scope.has(relationship.destination)) continue;
    view.relationships.delete(relationship);
  }
}
