import type { Documentation, Element, Relationship } from '#model/elements.ts';
import type { ElementId, RelationshipId, ViewKey } from '#model/ids.ts';
import type { GraphView, View } from '#model/views.ts';
import type { Workspace } from '#model/workspace.ts';
import type {
  DocumentationDraft,
  ElementDraft,
  GraphViewDraft,
  RelationshipDraft,
  StepDraft,
  ViewDraft,
  WorkspaceDraft,
} from './draft.ts';
import { createElement, ModelDraft } from './model.ts';
import { ViewSet } from './views.ts';

export interface Thawed {
  readonly draft: WorkspaceDraft;
  readonly model: ModelDraft;
  readonly views: ViewSet;
}

/** A finished workspace as one that can be built on. */
export function thaw(workspace: Workspace): Thawed {
  const model = new ModelDraft();
  for (const [name, value] of Object.entries(workspace.modelProperties)) {
    model.properties.set(name, value);
  }
  const elements = thawElements(workspace.elements, model);
  const relationships = thawRelationships(workspace.relationships, elements, model);
  const views = new ViewSet();
  const byKey = new Map<ViewKey, GraphViewDraft>();
  const filteredLast = workspace.views.toSorted(
    (a, b) => Number(a.kind === 'Filtered') - Number(b.kind === 'Filtered'),
  );
  const drafts = filteredLast.map((view) => {
    const draft = thawView(view, elements, relationships, byKey);
    if (draft.type === 'graph') byKey.set(view.key, draft);
    return draft;
  });
  for (const draft of drafts.sort((a, b) => a.order - b.order)) views.insert(draft);
  return { draft: thawWorkspace(workspace), model, views };
}

function thawWorkspace(workspace: Workspace): WorkspaceDraft {
  const { id, name, description, properties, configuration, viewConfiguration } = workspace;
  return {
    id,
    name,
    description,
    properties: new Map(Object.entries(properties)),
    scope: configuration.scope,
    visibility: configuration.visibility,
    users: [...configuration.users],
    documentation: thawDocumentation(workspace.documentation),
    undocumented: workspace.undocumented,
    revision: workspace.revision,
    defaultView: viewConfiguration.defaultView,
    lastSavedView: viewConfiguration.lastSavedView,
    metadataSymbols: viewConfiguration.metadataSymbols,
    terminology: { ...viewConfiguration.terminology },
    themes: [...viewConfiguration.themes],
    elementStyles: viewConfiguration.elementStyles.map(thawStyle),
    relationshipStyles: viewConfiguration.relationshipStyles.map(thawStyle),
    viewProperties: new Map(Object.entries(viewConfiguration.properties)),
  };
}

/** A style that can be changed. */
export function thawStyle<Style extends { readonly properties: Readonly<Record<string, string>> }>(
  style: Style,
) {
  return { ...style, properties: new Map(Object.entries(style.properties)) };
}

function thawDocumentation({ sections, decisions, images }: Documentation): DocumentationDraft {
  return { sections: [...sections], decisions: [...decisions], images: [...images] };
}

/** Elements refer to their parents and to what they are instances of, in whatever order of ids. */
function thawElements(all: readonly Element[], model: ModelDraft): Map<ElementId, ElementDraft> {
  const frozen = new Map(all.map((element) => [element.id, element]));
  const drafts = new Map<ElementId, ElementDraft>();
  const thawOne = (element: Element): ElementDraft => {
    const done = drafts.get(element.id);
    if (done) return done;
    const parent = 'parent' in element && element.parent ? frozen.get(element.parent) : undefined;
    const behind = 'instanceOf' in element ? frozen.get(element.instanceOf) : undefined;
    const draft = thawElement(element, parent && thawOne(parent), behind && thawOne(behind));
    drafts.set(element.id, draft);
    return draft;
  };
  for (const element of all) model.insert(thawOne(element));
  return drafts;
}

function thawElement(
  element: Element,
  parent: ElementDraft | undefined,
  instanceOf: ElementDraft | undefined,
): ElementDraft {
  const { kind, name, description, tags, properties, perspectives, group, url, origin } = element;
  const draft = createElement(element.id, {
    kind,
    name,
    description,
    technology: 'technology' in element ? element.technology : undefined,
    metadata: 'metadata' in element ? element.metadata : undefined,
    parent,
    environment: 'environment' in element ? element.environment : undefined,
    instanceOf,
    instanceId: 'instanceId' in element ? element.instanceId : 0,
    deploymentGroups: new Set('deploymentGroups' in element ? element.deploymentGroups : []),
    origin,
  });
  draft.tags.clear();
  for (const tag of tags) draft.tags.add(tag);
  draft.group = group;
  draft.identifier = element.identifier;
  draft.url = url;
  if ('instances' in element) draft.instances = element.instances;
  if ('healthChecks' in element) draft.healthChecks.push(...element.healthChecks);
  if ('documentation' in element) draft.documentation = thawDocumentation(element.documentation);
  for (const [key, value] of Object.entries(properties)) draft.properties.set(key, value);
  draft.perspectives = new Map(perspectives.map((perspective) => [perspective.name, perspective]));
  return draft;
}

function thawRelationships(
  all: readonly Relationship[],
  elements: ReadonlyMap<ElementId, ElementDraft>,
  model: ModelDraft,
): Map<RelationshipId, RelationshipDraft> {
  const drafts = new Map<RelationshipId, RelationshipDraft>();
  for (const relationship of all) {
    const source = elements.get(relationship.source);
    const destination = elements.get(relationship.destination);
    if (!source || !destination) continue;
    const { id, description, technology, tags, url, origin, interactionStyle } = relationship;
    const draft: RelationshipDraft = {
      type: 'relationship',
      id,
      source,
      destination,
      description,
      technology,
      tags: new Set(tags),
      url,
      properties: new Map(Object.entries(relationship.properties)),
      perspectives: new Map(relationship.perspectives.map((item) => [item.name, item])),
      identifier: relationship.identifier,
      origin,
      interactionStyle,
      linked: undefined,
    };
    drafts.set(id, draft);
    model.insertRelationship(draft);
  }
  for (const { id, linkedRelationship } of all) {
    const draft = drafts.get(id);
    if (draft && linkedRelationship) draft.linked = drafts.get(linkedRelationship);
  }
  return drafts;
}

function thawView(
  view: View,
  elements: ReadonlyMap<ElementId, ElementDraft>,
  relationships: ReadonlyMap<RelationshipId, RelationshipDraft>,
  graphs: ReadonlyMap<ViewKey, GraphViewDraft>,
): ViewDraft {
  const { key, order, generatedKey, title, description, origin } = view;
  const properties = new Map(Object.entries(view.properties));
  const common = { key, order, generatedKey, title, description, origin, properties };
  if (view.kind === 'Image') {
    const { content, contentLight, contentDark, contentType } = view;
    const contents = Object.fromEntries(
      Object.entries({ content, contentLight, contentDark, contentType }).filter(
        ([, text]) => text,
      ),
    );
    const element = view.element && elements.get(view.element);
    return { ...common, type: 'image', element, content: contents };
  }
  if (view.kind === 'Filtered') {
    const base = graphs.get(view.baseView);
    if (base) return { ...common, type: 'filtered', base, mode: view.mode, tags: view.tags };
    return { ...common, type: 'image', element: undefined, content: {} };
  }
  return thawGraph(view, common, elements, relationships);
}

function thawGraph(
  view: GraphView,
  common: Pick<
    GraphViewDraft,
    'key' | 'order' | 'generatedKey' | 'title' | 'description' | 'origin' | 'properties'
  >,
  elements: ReadonlyMap<ElementId, ElementDraft>,
  relationships: ReadonlyMap<RelationshipId, RelationshipDraft>,
): GraphViewDraft {
  const { paperSize, dimensions, boundaryVisible } = view;
  const scope = 'container' in view ? view.container : 'scope' in view ? view.scope : undefined;
  const softwareSystem = 'softwareSystem' in view ? view.softwareSystem : undefined;
  const draft: GraphViewDraft = {
    ...common,
    type: 'graph',
    kind: view.kind,
    softwareSystem: softwareSystem && elements.get(softwareSystem),
    scope: scope && elements.get(scope),
    environment: 'environment' in view ? view.environment : undefined,
    elements: new Map(
      view.elements.flatMap(({ id, x, y }) => {
        const element = elements.get(id);
        return element ? [[element, { x, y }] as const] : [];
      }),
    ),
    below: new Map(),
    relationships: new Map(),
    steps: [],
    autoLayout: view.autoLayout,
    animations: view.animations.map((step) => ({
      elements: new Set(step.elements.flatMap((id) => elements.get(id) ?? [])),
      relationships: new Set(step.relationships.flatMap((id) => relationships.get(id) ?? [])),
    })),
    layout: {
      ...(paperSize !== undefined && { paperSize }),
      ...(dimensions && { dimensions }),
      ...(boundaryVisible !== undefined && { boundaryVisible }),
    },
  };
  for (const element of draft.elements.keys()) {
    const from = element.kind === 'ContainerInstance' ? element.instanceOf?.parent : element.parent;
    for (let at = from; at; at = at.parent) draft.below.set(at, (draft.below.get(at) ?? 0) + 1);
  }
  for (const item of view.relationships) {
    const relationship = relationships.get(item.id);
    if (relationship) addStep(draft, thawStep(item, relationship));
  }
  // Steps of dynamic views are kept last to first among equals.
  draft.steps.reverse();
  return draft;
}

function addStep(draft: GraphViewDraft, step: StepDraft): void {
  if (draft.kind === 'Dynamic') draft.steps.push(step);
  else draft.relationships.set(step.relationship, step);
}

function thawStep(
  item: GraphView['relationships'][number],
  relationship: RelationshipDraft,
): StepDraft {
  const { description, order, response, url, properties, vertices, routing, position, jump } = item;
  return {
    relationship,
    description,
    order: order ?? '',
    response,
    url,
    properties: new Map(Object.entries(properties ?? {})),
    vertices: vertices ?? [],
    layout: {
      ...(routing && { routing }),
      ...(position !== undefined && { position }),
      ...(jump !== undefined && { jump }),
    },
  };
}
