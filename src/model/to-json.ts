import type {
  DeploymentNode,
  Documentation,
  Element,
  Perspective,
  Properties,
  Relationship,
} from './elements.ts';
import type { ElementId } from './ids.ts';
import type { ViewConfiguration } from './styles.ts';
import { viewName } from './view-names.ts';
import type { GraphView, RelationshipInView, View } from './views.ts';
import type { Workspace } from './workspace.ts';

/** A value of a JSON document. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

type JsonObject = { readonly [name: string]: Json };

/** A field that may be left out. */
type Field = Json | undefined;

interface Context {
  readonly children: ReadonlyMap<ElementId, readonly Element[]>;
  readonly outgoing: ReadonlyMap<ElementId, readonly Relationship[]>;
}

/**
 * The workspace as Structurizr's JSON, field for field as version 6.2.2 writes it: what is empty is
 * left out, fields are in alphabetical order, parts of elements are nested in them.
 */
export function workspaceToJson(workspace: Workspace): JsonObject {
  const { id, name, description, properties, configuration, documentation, revision } = workspace;
  return {
    configuration: compact({
      scope: configuration.scope,
      users: configuration.users.map(({ username, role }) => ({ role, username })),
      visibility: configuration.visibility,
    }),
    ...compact({ description }),
    ...(!workspace.undocumented && { documentation: documentationToJson(documentation) }),
    id,
    ...compact({ ...revision }),
    model: modelToJson(workspace),
    ...compact({ name: name || undefined }),
    ...compact({ properties: propertiesToJson(properties) }),
    views: viewsToJson(workspace),
  };
}

function modelToJson(workspace: Workspace): JsonObject {
  const { elements, relationships, modelProperties } = workspace;
  const context: Context = {
    children: groupByParent(elements),
    outgoing: Map.groupBy(relationships, ({ source }) => source),
  };
  const all = (kind: Element['kind']) =>
    elements
      .filter((element) => element.kind === kind && !('parent' in element && element.parent))
      .map((element) => elementToJson(element, context));
  return compact({
    customElements: customElements(elements).map((element) => elementToJson(element, context)),
    deploymentNodes: all('DeploymentNode'),
    people: all('Person'),
    properties: propertiesToJson(modelProperties),
    softwareSystems: all('SoftwareSystem'),
  });
}

function groupByParent(elements: readonly Element[]): Map<ElementId, Element[]> {
  const children = new Map<ElementId, Element[]>();
  for (const element of elements) {
    if (!('parent' in element) || element.parent === undefined) continue;
    const siblings = children.get(element.parent);
    if (siblings) siblings.push(element);
    else children.set(element.parent, [element]);
  }
  return children;
}

/** Custom elements of the DSL stand last to first: the reference sorts them before they have ids. */
function customElements(elements: readonly Element[]): Element[] {
  const custom = elements.filter(({ kind }) => kind === 'CustomElement');
  return [
    ...custom.filter(({ origin }) => origin).reverse(),
    ...custom.filter(({ origin }) => !origin),
  ];
}

function elementToJson(element: Element, context: Context): JsonObject {
  const { id, description, group, tags, url, properties, perspectives } = element;
  const isInstance = 'instanceOf' in element;
  return {
    id,
    ...(!isInstance && { name: element.name }),
    ...compact({
      description,
      group,
      tags: tags.join(','),
      url,
      properties: propertiesToJson(properties),
      perspectives: perspectives.map(perspectiveToJson),
      relationships: (context.outgoing.get(id) ?? []).map(relationshipToJson),
      technology: 'technology' in element ? element.technology : undefined,
    }),
    ...ownFields(element, context),
  };
}

/** What only some kinds of elements have. */
function ownFields(element: Element, context: Context): JsonObject {
  const children = context.children.get(element.id) ?? [];
  const nested = (kind: Element['kind']) =>
    children.filter((child) => child.kind === kind).map((child) => elementToJson(child, context));
  switch (element.kind) {
    case 'Person':
      return {};
    case 'CustomElement':
      return compact({ metadata: element.metadata });
    case 'SoftwareSystem':
      return {
        documentation: documentationToJson(element.documentation),
        ...compact({ containers: nested('Container') }),
      };
    case 'Container':
      return {
        documentation: documentationToJson(element.documentation),
        ...compact({ components: nested('Component') }),
      };
    case 'Component':
      return { documentation: documentationToJson(element.documentation) };
    case 'DeploymentNode':
      return nodeFields(element, nested);
    case 'InfrastructureNode':
      return { environment: element.environment };
    case 'SoftwareSystemInstance':
    case 'ContainerInstance': {
      const { environment, instanceId, deploymentGroups, healthChecks, instanceOf } = element;
      return {
        environment,
        instanceId,
        [element.kind === 'ContainerInstance' ? 'containerId' : 'softwareSystemId']: instanceOf,
        ...compact({
          deploymentGroups,
          healthChecks: healthChecks.map(({ name, url, interval, timeout }) => ({
            interval,
            name,
            timeout,
            url,
          })),
        }),
      };
    }
    default:
      return element satisfies never;
  }
}

function nodeFields(
  { environment, instances, deploymentGroups }: DeploymentNode,
  nested: (kind: Element['kind']) => JsonObject[],
): JsonObject {
  return {
    environment,
    instances,
    ...compact({
      deploymentGroups,
      children: nested('DeploymentNode'),
      infrastructureNodes: nested('InfrastructureNode'),
      softwareSystemInstances: nested('SoftwareSystemInstance'),
      containerInstances: nested('ContainerInstance'),
    }),
  };
}

function relationshipToJson(relationship: Relationship): JsonObject {
  const { id, source, destination, tags, properties, perspectives } = relationship;
  return {
    destinationId: destination,
    id,
    sourceId: source,
    ...compact({
      description: relationship.description,
      technology: relationship.technology,
      tags: tags.join(','),
      url: relationship.url,
      properties: propertiesToJson(properties),
      perspectives: perspectives.map(perspectiveToJson),
      interactionStyle: relationship.interactionStyle,
      linkedRelationshipId: relationship.linkedRelationship,
    }),
  };
}

function perspectiveToJson({ name, description, value, url }: Perspective): JsonObject {
  return { ...compact({ description }), name, ...compact({ url, value }) };
}

function documentationToJson({ sections, decisions, images }: Documentation): JsonObject {
  return compact({
    decisions: decisions.map(({ links, elementId, ...decision }) => ({
      ...decision,
      ...compact({
        elementId,
        links: links.map(({ id, description }) => ({ ...compact({ description }), id })),
      }),
    })),
    images: images.map(({ name, type, content }) => ({ content, name, type })),
    sections: sections.map(({ filename, elementId, content, ...section }) => ({
      ...compact({ content, elementId, filename }),
      ...section,
    })),
  });
}

/** The arrays of the views, by kind. */
const ARRAYS: Readonly<Record<View['kind'], string>> = {
  SystemLandscape: 'systemLandscapeViews',
  SystemContext: 'systemContextViews',
  Container: 'containerViews',
  Component: 'componentViews',
  Dynamic: 'dynamicViews',
  Deployment: 'deploymentViews',
  Filtered: 'filteredViews',
  Image: 'imageViews',
  Custom: 'customViews',
};

function viewsToJson(workspace: Workspace): JsonObject {
  const elements = new Map(workspace.elements.map((element) => [element.id, element]));
  const views = new Map(workspace.views.map((view) => [view.key, view]));
  const arrays = Object.entries(ARRAYS).map(([kind, name]) => [
    name,
    workspace.views
      .filter((view) => view.kind === kind)
      .map((view) => viewToJson(view, viewName(view, elements, views), elements)),
  ]);
  return {
    configuration: configurationToJson(workspace.viewConfiguration),
    ...compact(Object.fromEntries(arrays)),
  };
}

function viewToJson(
  view: View,
  name: string | undefined,
  elements: ReadonlyMap<ElementId, Element>,
): JsonObject {
  const { key, order, title, description, generatedKey, properties } = view;
  const common = {
    key,
    order,
    ...compact({
      description,
      name,
      title,
      generatedKey: generatedKey || undefined,
      properties: propertiesToJson(properties),
    }),
  };
  switch (view.kind) {
    case 'Filtered':
      return {
        ...common,
        baseViewKey: view.baseView,
        mode: view.mode,
        ...compact({ tags: view.tags }),
      };
    case 'Image': {
      const { content, contentLight, contentDark, contentType, element } = view;
      const contents = { content, contentLight, contentDark, contentType };
      return { ...common, ...compact({ ...contents, elementId: element }) };
    }
    default:
      return { ...common, ...graphToJson(view), ...scopeToJson(view, elements) };
  }
}

function graphToJson(view: GraphView): JsonObject {
  const { autoLayout, animations, paperSize, dimensions } = view;
  return compact({
    animations: animations.map(({ order, elements, relationships }) => ({
      ...compact({ elements }),
      order,
      ...compact({ relationships }),
    })),
    automaticLayout: autoLayout && { ...autoLayout },
    dimensions: dimensions && { ...dimensions },
    elements: view.elements.map(({ id, x, y }) => ({ id, x, y })),
    paperSize,
    relationships: view.relationships.map(inViewToJson),
  });
}

function inViewToJson(relationship: RelationshipInView): JsonObject {
  const { id, properties, vertices, ...fields } = relationship;
  return {
    id,
    ...compact({
      ...fields,
      properties: properties && propertiesToJson(properties),
      vertices: vertices?.map(({ x, y }) => ({ x, y })),
    }),
  };
}

/** What a view is about, and the boundaries that it draws. */
function scopeToJson(view: GraphView, elements: ReadonlyMap<ElementId, Element>): JsonObject {
  const { boundaryVisible } = view;
  switch (view.kind) {
    case 'SystemLandscape':
      return { enterpriseBoundaryVisible: boundaryVisible ?? true };
    case 'SystemContext':
      return {
        enterpriseBoundaryVisible: boundaryVisible ?? true,
        softwareSystemId: view.softwareSystem,
      };
    case 'Container':
      return {
        externalSoftwareSystemBoundariesVisible: boundaryVisible ?? false,
        softwareSystemId: view.softwareSystem,
      };
    case 'Component':
      return {
        containerId: view.container,
        externalContainerBoundariesVisible: boundaryVisible ?? false,
      };
    case 'Dynamic':
      return {
        externalBoundariesVisible: boundaryVisible ?? false,
        ...compact({ elementId: view.scope && elements.has(view.scope) ? view.scope : undefined }),
      };
    case 'Deployment':
      return {
        environment: view.environment,
        ...compact({ softwareSystemId: view.softwareSystem }),
      };
    default:
      return {};
  }
}

function configurationToJson(configuration: ViewConfiguration): JsonObject {
  const { elementStyles, relationshipStyles, terminology, themes, properties } = configuration;
  const style = <Style extends { readonly properties: Properties }>({
    properties: own,
    ...fields
  }: Style) => compact({ ...fields, properties: propertiesToJson(own) });
  return {
    ...compact({
      defaultView: configuration.defaultView,
      lastSavedView: configuration.lastSavedView,
      metadataSymbols: configuration.metadataSymbols,
      properties: propertiesToJson(properties),
    }),
    styles: compact({
      elements: elementStyles.map(style),
      relationships: relationshipStyles.map(style),
    }),
    terminology: compact({ ...terminology }),
    ...compact({ themes }),
  };
}

function propertiesToJson(properties: Properties): JsonObject | undefined {
  return Object.keys(properties).length > 0 ? properties : undefined;
}

/** The fields that are not empty, as Jackson's NON_EMPTY decides it. */
function compact(fields: Readonly<Record<string, unknown>>): JsonObject {
  const kept = Object.entries(fields).filter(
    (entry): entry is [string, Exclude<Field, undefined>] =>
      entry[1] !== undefined &&
      entry[1] !== '' &&
      !(Array.isArray(entry[1]) && entry[1].length === 0),
  );
  return Object.fromEntries(kept);
}
