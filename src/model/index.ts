import type { Element, Relationship } from './elements.ts';
import type { ElementId, Identifier, RelationshipId, ViewKey } from './ids.ts';
import type { View } from './views.ts';
import type { Workspace } from './workspace.ts';

/** Lookups over a workspace. Build it once for a workspace and pass it on; it holds no copy. */
export interface WorkspaceIndex {
  readonly workspace: Workspace;
  element(id: ElementId): Element | undefined;
  relationship(id: RelationshipId): Relationship | undefined;
  view(key: ViewKey): View | undefined;
  /** By the name in the DSL, case ignored, as the language does. */
  byIdentifier(identifier: Identifier): Element | undefined;
  /** Direct children, in model order: containers of a system, nodes and instances of a node. */
  children(id: ElementId): readonly Element[];
  outgoing(id: ElementId): readonly Relationship[];
  incoming(id: ElementId): readonly Relationship[];
  /** What stands for a system or container in deployments, in model order. */
  instances(id: ElementId): readonly Element[];
  /** The views that look into a software system or container, in the order of the views. */
  viewsInto(id: ElementId): readonly View[];
  /** The elements with these ids, each once, in model order. */
  inOrder(ids: Iterable<ElementId>): readonly Element[];
  /** Whether any software system is looked into: the others are then known to be somebody else's. */
  readonly hasContainers: boolean;
  /** The element and what holds it, innermost first. */
  lineage(id: ElementId): readonly Element[];
}

/** Indexes a workspace; linear in its size. */
export function indexWorkspace(workspace: Workspace): WorkspaceIndex {
  const elements = new Map(workspace.elements.map((element) => [element.id, element]));
  const relationships = new Map(workspace.relationships.map((item) => [item.id, item]));
  const views = new Map(workspace.views.map((view) => [view.key, view]));
  const identifiers = new Map<string, Element>();
  for (const element of workspace.elements) {
    if (element.identifier) identifiers.set(element.identifier.toLowerCase(), element);
  }
  const children = Map.groupBy(workspace.elements, (element) => parentOf(element));
  const outgoing = Map.groupBy(workspace.relationships, ({ source }) => source);
  const incoming = Map.groupBy(workspace.relationships, ({ destination }) => destination);
  const instances = Map.groupBy(workspace.elements, (element) =>
    'instanceOf' in element ? element.instanceOf : undefined,
  );
  const viewsInto = Map.groupBy(workspace.views, scopeOf);
  const places = new Map([...elements.keys()].map((id, place) => [id, place]));
  const placeOf = ({ id }: Element) => places.get(id) ?? 0;
  const lineages = new Map<ElementId, readonly Element[]>();
  const lineage = (id: ElementId): readonly Element[] => {
    const known = lineages.get(id);
    if (known) return known;
    const line: Element[] = [];
    for (let at = elements.get(id); at; ) {
      line.push(at);
      const parent = parentOf(at);
      at = parent === undefined ? undefined : elements.get(parent);
    }
    lineages.set(id, line);
    return line;
  };
  return {
    workspace,
    element: (id) => elements.get(id),
    relationship: (id) => relationships.get(id),
    view: (key) => views.get(key),
    byIdentifier: (identifier) => identifiers.get(identifier.toLowerCase()),
    children: (id) => children.get(id) ?? [],
    outgoing: (id) => outgoing.get(id) ?? [],
    incoming: (id) => incoming.get(id) ?? [],
    instances: (id) => instances.get(id) ?? [],
    viewsInto: (id) => viewsInto.get(id) ?? [],
    inOrder: (ids) =>
      [...new Set(ids)]
        .flatMap((id) => elements.get(id) ?? [])
        .sort((a, b) => placeOf(a) - placeOf(b)),
    hasContainers: workspace.elements.some(({ kind }) => kind === 'Container'),
    lineage,
  };
}

/** The element that holds this one: a container's system, an instance's node. */
export function parentOf(element: Element): ElementId | undefined {
  return 'parent' in element ? element.parent : undefined;
}

/** The software system or container that a view looks into. */
export function scopeOf(view: View): ElementId | undefined {
  switch (view.kind) {
    case 'SystemContext':
    case 'Container':
    case 'Deployment':
      return view.softwareSystem;
    case 'Component':
      return view.container;
    case 'Dynamic':
      return view.scope;
    case 'Image':
      return view.element;
    default:
      return undefined;
  }
}

/** The technology of kinds that can have one. */
export function technologyOf(element: Element): string | undefined {
  return 'technology' in element ? element.technology : undefined;
}

/** The static element behind an instance, or the element itself. */
export function staticElement(index: WorkspaceIndex, element: Element): Element {
  return 'instanceOf' in element ? (index.element(element.instanceOf) ?? element) : element;
}
