import type {
  Decision,
  Documentation,
  DocumentationImage,
  Element,
  Perspective,
  Properties,
  Relationship,
} from '#model/elements.ts';
import { ElementId, Identifier, RelationshipId, ViewKey } from '#model/ids.ts';
import type { ElementStyle, RelationshipStyle } from '#model/styles.ts';
import type { ElementInView, GraphView, RelationshipInView, View } from '#model/views.ts';
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
import { compareIds, type ModelDraft } from './model.ts';
import { tagsOf } from './names.ts';
import { hasUuid } from './uuid.ts';
import type { ViewSet } from './views.ts';

/** The workspace as it leaves the stage: read-only, linked by ids, everything in its final order. */
export function finish(draft: WorkspaceDraft, model: ModelDraft, views: ViewSet): Workspace {
  const { id, name, properties, users, scope, visibility, revision } = draft;
  return {
    id,
    name,
    ...compact({
      description: draft.description || undefined,
      revision,
      undocumented: draft.undocumented,
    }),
    properties: toRecord(properties),
    configuration: { users, ...compact({ scope, visibility }) },
    documentation: finishDocumentation(draft.documentation),
    modelProperties: toRecord(model.properties),
    elements: model.elements.map(finishElement),
    relationships: model.relationships.map(finishRelationship),
    views: views.views.map(finishView),
    viewConfiguration: {
      ...compact({
        defaultView: draft.defaultView,
        lastSavedView: draft.lastSavedView,
        metadataSymbols: draft.metadataSymbols,
      }),
      elementStyles: draft.elementStyles.map(finishStyle<ElementStyle>).sort(byStyle),
      relationshipStyles: draft.relationshipStyles
        .map(finishStyle<RelationshipStyle>)
        .sort(byStyle),
      terminology: draft.terminology,
      themes: draft.themes,
      properties: toRecord(draft.viewProperties),
    },
  };
}

function finishElement(element: ElementDraft): Element {
  const { name, origin, url, kind } = element;
  const common = {
    id: ElementId(element.id),
    name,
    tags: tagsOf(element),
    properties: toRecord(element.properties),
    perspectives: finishPerspectives(element.perspectives),
    ...compact({
      description: element.description || undefined,
      group: element.group,
      url,
      identifier: finishIdentifier(element.identifier),
      origin,
    }),
  };
  const technology = compact({ technology: element.technology || undefined });
  const documentation = finishDocumentation(element.documentation);
  const environment = element.environment ?? '';
  const deploymentGroups = [...element.deploymentGroups].sort(byText);
  const parent = ElementId(element.parent?.id ?? '');
  const parentOfNode = element.parent ? { parent } : {};
  switch (kind) {
    case 'Person':
      return { ...common, kind };
    case 'SoftwareSystem':
      return { ...common, kind, documentation };
    case 'Container':
    case 'Component':
      return { ...common, ...technology, kind, parent, documentation };
    case 'CustomElement':
      return { ...common, kind, ...compact({ metadata: element.metadata || undefined }) };
    case 'DeploymentNode': {
      const { instances } = element;
      return {
        ...common,
        ...technology,
        ...parentOfNode,
        kind,
        environment,
        instances,
        deploymentGroups,
      };
    }
    case 'InfrastructureNode':
      return { ...common, ...technology, ...parentOfNode, kind, environment };
    default: {
      const { instanceId, healthChecks } = element;
      const instanceOf = ElementId(element.instanceOf?.id ?? '');
      const instance = { parent, environment, instanceOf, instanceId, deploymentGroups };
      return { ...common, ...instance, kind, healthChecks: healthChecks.toSorted(byHealthCheck) };
    }
  }
}

function finishRelationship(relationship: RelationshipDraft): Relationship {
  const { source, destination, description, technology, url, origin } = relationship;
  const { interactionStyle, linked } = relationship;
  return {
    id: RelationshipId(relationship.id),
    source: ElementId(source.id),
    destination: ElementId(destination.id),
    tags: tagsOf(relationship),
    properties: toRecord(relationship.properties),
    perspectives: finishPerspectives(relationship.perspectives),
    ...compact({
      description: description || undefined,
      technology: technology || undefined,
      url,
      interactionStyle,
      linkedRelationship: linked && RelationshipId(linked.id),
      identifier: finishIdentifier(relationship.identifier),
      origin,
    }),
  };
}

function finishView(view: ViewDraft): View {
  const { order, title, generatedKey, origin } = view;
  const common = {
    key: ViewKey(view.key),
    order,
    generatedKey,
    properties: toRecord(view.properties),
    ...compact({ title: title || undefined, description: view.description || undefined, origin }),
  };
  if (view.type === 'filtered') {
    const { mode } = view;
    const tags = [...new Set(view.tags)].sort(byText);
    return { ...common, kind: 'Filtered', baseView: ViewKey(view.base.key), mode, tags };
  }
  if (view.type === 'image') {
    const element = view.element && ElementId(view.element.id);
    return { ...common, kind: 'Image', ...view.content, ...compact({ element }) };
  }
  return finishGraphView(view, common);
}

type ViewCommon = Pick<View, 'key' | 'order' | 'generatedKey' | 'properties'>;

function finishGraphView(view: GraphViewDraft, base: ViewCommon): GraphView {
  const { kind } = view;
  const common = {
    ...base,
    ...view.layout,
    ...compact({ autoLayout: view.autoLayout }),
    elements: finishElementsInView(view),
    relationships: finishRelationshipsInView(view),
    animations: view.animations.map(({ elements, relationships }, index) => ({
      order: index + 1,
      elements: [...elements].map(({ id }) => ElementId(id)).sort(byText),
      relationships: [...relationships].map(({ id }) => RelationshipId(id)).sort(byText),
    })),
  };
  const softwareSystem = ElementId(view.softwareSystem?.id ?? '');
  const scope = view.scope && ElementId(view.scope.id);
  switch (kind) {
    case 'SystemLandscape':
    case 'Custom':
      return { ...common, kind };
    case 'SystemContext':
    case 'Container':
      return { ...common, kind, softwareSystem };
    case 'Component':
      return { ...common, kind, softwareSystem, container: scope ?? ElementId('') };
    case 'Dynamic':
      return { ...common, kind, ...compact({ scope }) };
    default: {
      const environment = view.environment ?? 'Default';
      return { ...common, kind, environment, ...(view.softwareSystem && { softwareSystem }) };
    }
  }
}

function finishElementsInView(view: GraphViewDraft): ElementInView[] {
  return [...view.elements]
    .map(([{ id }, { x, y }]) => ({ id: ElementId(id), x, y }))
    .sort((a, b) => compareIds(a.id, b.id));
}

/** By the text of the ids; in dynamic views by the order of the steps, and by that among equals, each once. */
function finishRelationshipsInView(view: GraphViewDraft): RelationshipInView[] {
  if (view.kind !== 'Dynamic') {
    return [...view.relationships.values()].map(finishPlace).sort(byIdText);
  }
  const steps = view.steps.toReversed().map(finishStep).sort(byIdText);
  const numeric = steps.every(({ order }) => Number.isFinite(Number.parseFloat(order ?? '')));
  steps.sort((a, b) =>
    numeric
      ? Number.parseFloat(a.order ?? '') - Number.parseFloat(b.order ?? '')
      : byText(a.order ?? '', b.order ?? ''),
  );
  const once = new Map<string, RelationshipInView>();
  for (const step of steps) {
    const key = JSON.stringify([step.id, step.description, step.order]);
    if (!once.has(key)) once.set(key, step);
  }
  return [...once.values()];
}

/** A relationship in a static view, of which mostly nothing is said. */
function finishPlace(step: StepDraft): RelationshipInView {
  const { relationship, description, order, response, url, vertices, properties, layout } = step;
  const isPlain =
    !description &&
    !order &&
    response === undefined &&
    url === undefined &&
    vertices.length === 0 &&
    properties.size === 0 &&
    Object.keys(layout).length === 0;
  return isPlain ? { id: RelationshipId(relationship.id) } : finishStep(step);
}

function finishStep(step: StepDraft): RelationshipInView {
  const { relationship, description, order, response, url, vertices } = step;
  return {
    id: RelationshipId(relationship.id),
    ...compact({
      description: description || undefined,
      order: order || undefined,
      response,
      url,
      properties: step.properties.size > 0 ? toRecord(step.properties) : undefined,
      vertices: vertices.length > 0 ? vertices : undefined,
    }),
    ...step.layout,
  };
}

/** Sections in their order, decisions by the text of their ids, images by name. */
export function finishDocumentation(draft: DocumentationDraft | undefined): Documentation {
  const { sections = [], decisions = [], images = [] } = draft ?? {};
  return {
    sections,
    decisions: decisions.toSorted((a: Decision, b: Decision) => byText(a.id, b.id)),
    images: images.toSorted((a: DocumentationImage, b) => byText(a.name, b.name)),
  };
}

function finishPerspectives(perspectives: ReadonlyMap<string, Perspective>): Perspective[] {
  return [...perspectives.values()].sort((a, b) => byText(a.name, b.name));
}

/** Names with a made-up part can't be written by anyone, so they are left out. */
function finishIdentifier(identifier: string | undefined): Identifier | undefined {
  return identifier === undefined || hasUuid(identifier) ? undefined : Identifier(identifier);
}

function finishStyle<Style extends ElementStyle | RelationshipStyle>(
  style: Omit<Style, 'properties'> & { properties: ReadonlyMap<string, string> },
): Omit<Style, 'properties'> & { properties: Properties } {
  return { ...style, properties: toRecord(style.properties) };
}

/** Styles of no colour scheme by tag, then those of Dark, then those of Light. */
function byStyle(a: Pick<ElementStyle, 'tag' | 'colorScheme'>, b: typeof a): number {
  const key = (style: typeof a) =>
    `${style.colorScheme ? `${style.colorScheme}/` : ''}${style.tag}`;
  if (!a.colorScheme !== !b.colorScheme) return a.colorScheme ? 1 : -1;
  return byText(key(a), key(b));
}

function byHealthCheck(a: { name: string; url: string }, b: typeof a): number {
  return byText(a.name, b.name) || byText(a.url, b.url);
}

function byIdText(a: { readonly id: string }, b: { readonly id: string }): number {
  return byText(`${a.id}/`, `${b.id}/`);
}

/** Java's order of strings: by UTF-16 units. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toRecord(properties: ReadonlyMap<string, string>): Properties {
  return Object.fromEntries(properties);
}

/** The fields that have a value. */
function compact<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const result: { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined) result[key] = value as Exclude<Fields[typeof key], undefined>;
  }
  return result;
}
