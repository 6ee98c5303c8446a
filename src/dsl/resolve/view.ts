import { Problem } from '../problem.ts';
import type { ElementDraft, GraphViewDraft, RelationshipDraft, StepDraft } from './draft.ts';
import { isStatic, type ModelDraft } from './model.ts';

/**
 * Adds an element, and its relationships with what is in the view. Gives the reference's reason when
 * the view does not permit it; most callers pass over that, as the reference does.
 */
export function addElement(
  model: ModelDraft,
  view: GraphViewDraft,
  element: ElementDraft,
  withRelationships = true,
): string | undefined {
  const reason = whyNot(model, view, element);
  if (reason) return reason;
  if (!view.elements.has(element)) {
    view.elements.set(element, NOWHERE);
    countAbove(view, element, 1);
  }
  if (withRelationships) {
    for (const relationship of element.outgoing) addRelationship(view, relationship);
    for (const relationship of element.incoming) addRelationship(view, relationship);
  }
  return undefined;
}

/** As addElement, for places where the reference stops at what is not permitted. */
export function addElementOrFail(
  model: ModelDraft,
  view: GraphViewDraft,
  element: ElementDraft,
  withRelationships = true,
): void {
  const reason = addElement(model, view, element, withRelationships);
  if (reason) throw new Problem('dsl-not-in-view', reason);
}

/** Adds a relationship when both its ends are in the view. */
export function addRelationship(view: GraphViewDraft, relationship: RelationshipDraft): void {
  if (view.relationships.has(relationship)) return;
  if (!view.elements.has(relationship.source) || !view.elements.has(relationship.destination)) {
    return;
  }
  view.relationships.set(relationship, newStep(relationship));
}

/** Nobody has placed the element; shared, as most are not. */
const NOWHERE = { x: 0, y: 0 } as const;
const NO_PROPERTIES: StepDraft['properties'] = new Map();
const NO_VERTICES: StepDraft['vertices'] = [];
const NO_LAYOUT: StepDraft['layout'] = {};

/**
 * A relationship's place in a view, with nothing said about it. All share what they do not have; a step
 * that can be given properties needs its own.
 */
export function newStep(relationship: RelationshipDraft): StepDraft {
  return {
    relationship,
    description: undefined,
    order: '',
    response: undefined,
    url: undefined,
    properties: NO_PROPERTIES,
    vertices: NO_VERTICES,
    layout: NO_LAYOUT,
  };
}

/** Removes an element and the relationships at it. */
export function removeElement(view: GraphViewDraft, element: ElementDraft): void {
  if (view.kind === 'SystemContext' && view.softwareSystem === element) {
    throw new Problem(
      'dsl-cannot-remove-scope',
      `The element named '${element.name}' cannot be removed from this view.`,
    );
  }
  if (view.elements.delete(element)) countAbove(view, element, -1);
  for (const relationship of [...element.outgoing, ...element.incoming]) {
    view.relationships.delete(relationship);
  }
}

/** Removes a node with everything in it. */
export function removeNode(view: GraphViewDraft, node: ElementDraft): void {
  for (const child of node.children) removeNode(view, child);
  removeElement(view, node);
}

/** Adds a deployment element and the nodes around it, or a node's tree and the nodes around it. */
export function addDeployed(
  model: ModelDraft,
  view: GraphViewDraft,
  element: ElementDraft,
): string | undefined {
  if (element.kind === 'DeploymentNode') {
    const { reason, holds } = addNodeTree(model, view, element);
    if (!holds) return reason;
  } else {
    const reason = addElement(model, view, element);
    if (reason) return reason;
  }
  for (let at = element.parent; at; at = at.parent) {
    const reason = addElement(model, view, at);
    if (reason) return reason;
  }
  return undefined;
}

/** Whether anything in the node can be shown, or why the reference stops; empty nodes are left out. */
function addNodeTree(
  model: ModelDraft,
  view: GraphViewDraft,
  node: ElementDraft,
): { holds: boolean; reason?: string | undefined } {
  let holds = false;
  const ofKind = (kind: ElementDraft['kind']) => node.children.filter((item) => item.kind === kind);
  for (const instance of ofKind('SoftwareSystemInstance')) {
    if (!addElement(model, view, instance)) holds = true;
  }
  for (const instance of ofKind('ContainerInstance')) {
    const inScope = !view.softwareSystem || instance.instanceOf?.parent === view.softwareSystem;
    if (inScope && !addElement(model, view, instance)) holds = true;
  }
  for (const infrastructure of ofKind('InfrastructureNode')) {
    const reason = addElement(model, view, infrastructure);
    if (reason) return { holds: false, reason };
    holds = true;
  }
  for (const child of ofKind('DeploymentNode')) {
    const below = addNodeTree(model, view, child);
    if (below.reason) return below;
    if (below.holds) holds = true;
  }
  const reason = holds ? addElement(model, view, node) : undefined;
  return { holds: holds && !reason, reason };
}

/** The reference's reason why an element can't be in a view, if it can't. */
export function whyNot(
  model: ModelDraft,
  view: GraphViewDraft,
  element: ElementDraft,
): string | undefined {
  const { kind } = element;
  switch (view.kind) {
    case 'Custom':
      return kind === 'CustomElement'
        ? undefined
        : 'Only custom elements can be added to a custom view.';
    case 'SystemLandscape':
    case 'SystemContext': {
      if (kind === 'CustomElement' || kind === 'Person' || kind === 'SoftwareSystem') return;
      const name = view.kind === 'SystemContext' ? 'context' : 'landscape';
      return `Only people and software systems can be added to a system ${name} view.`;
    }
    case 'Container':
      if (kind === 'CustomElement' || kind === 'Person') return undefined;
      if (element === view.softwareSystem) {
        return 'The software system in scope cannot be added to a container view.';
      }
      if (kind === 'SoftwareSystem' || kind === 'Container') return familyInView(view, element);
      return 'Only people, software systems, and containers can be added to a container view.';
    case 'Component':
      if (kind === 'CustomElement' || kind === 'Person') return undefined;
      if (element === view.softwareSystem) {
        return 'The software system in scope cannot be added to a component view.';
      }
      if (element === view.scope) {
        return 'The container in scope cannot be added to a component view.';
      }
      if (isStatic(element)) return familyInView(view, element);
      return 'Only people, software systems, containers, and components can be added to a component view.';
    case 'Dynamic':
      return whyNotDynamic(view, element);
    default:
      return whyNotDeployed(model, view, element);
  }
}

function whyNotDynamic(view: GraphViewDraft, element: ElementDraft): string | undefined {
  const { kind } = element;
  const { scope } = view;
  if (kind === 'CustomElement' || kind === 'Person') {
    return undefined;
  }
  if (!isStatic(element)) {
    return 'Only people, software systems, containers and components can be added to dynamic views.';
  }
  if (!scope) {
    return kind === 'SoftwareSystem'
      ? undefined
      : 'Only people and software systems can be added to this dynamic view.';
  }
  if (element === scope || (scope.kind === 'Container' && element === scope.parent)) {
    return `${element.name} is already the scope of this view and cannot be added to it.`;
  }
  if (scope.kind === 'SoftwareSystem' && kind === 'Component') {
    return "Components can't be added to a dynamic view when the scope is a software system.";
  }
  return familyInView(view, element);
}

function whyNotDeployed(
  model: ModelDraft,
  view: GraphViewDraft,
  element: ElementDraft,
): string | undefined {
  const { kind, instanceOf, name } = element;
  if (kind === 'CustomElement') return undefined;
  if (isStatic(element)) {
    return 'Only deployment nodes, infrastructure nodes, software system instances, and container instances can be added to deployment views.';
  }
  if (element.environment !== view.environment) {
    return `Only elements in the ${view.environment} deployment environment can be added to this view.`;
  }
  if (kind === 'SoftwareSystemInstance' && instanceOf) {
    if (instanceOf === view.softwareSystem) {
      return 'The software system in scope cannot be added to a deployment view.';
    }
    if (view.below.get(instanceOf)) return `A child of ${name} is already in this view.`;
  }
  if (kind === 'ContainerInstance' && instanceOf?.parent) {
    const systems = model.instancesOf(instanceOf.parent);
    if (systems.some((instance) => view.elements.has(instance))) {
      return `A parent of ${name} is already in this view.`;
    }
  }
  return undefined;
}

/** An element and what it is part of do not stand side by side. */
function familyInView(view: GraphViewDraft, element: ElementDraft): string | undefined {
  for (let at = element.parent; at; at = at.parent) {
    if (view.elements.has(at)) return `A parent of ${element.name} is already in this view.`;
  }
  return view.below.get(element)
    ? `A child of ${element.name} is already in this view.`
    : undefined;
}

function countAbove(view: GraphViewDraft, element: ElementDraft, change: number): void {
  const from = element.kind === 'ContainerInstance' ? element.instanceOf?.parent : element.parent;
  for (let at = from; at; at = at.parent) view.below.set(at, (view.below.get(at) ?? 0) + change);
}
