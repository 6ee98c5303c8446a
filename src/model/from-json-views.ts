import type { Element } from './elements.ts';
import { compareIds, type Places } from './from-json-elements.ts';
import { ElementId, RelationshipId, ViewKey } from './ids.ts';
import { defined, type Fields } from './json-fields.ts';
import type {
  AnimationStep,
  AutoLayout,
  ElementInView,
  GraphView,
  RelationshipInView,
  View,
} from './views.ts';

type Common = Pick<View, 'key' | 'order' | 'generatedKey' | 'properties'>;

/** The views of all kinds, in their order. */
export function readViews(
  views: Fields | undefined,
  elements: readonly Element[],
  places: Places,
): View[] {
  if (!views) return [];
  const read = (array: string, one: (fields: Fields, common: Common) => View) =>
    views.objects(array).map((fields) => {
      const view = one(fields, readCommon(fields));
      const spans = places.views.get(view.key);
      if (spans) spans.push(fields.span('key'));
      else places.views.set(view.key, [fields.span('key')]);
      return view;
    });
  const landscapes = views.has('systemLandscapeViews')
    ? 'systemLandscapeViews'
    : 'enterpriseContextViews';
  return [
    ...read('customViews', (fields, common) => ({ ...readGraph(fields, common), kind: 'Custom' })),
    ...read(landscapes, (fields, common) => ({
      ...readGraph(fields, common, 'enterpriseBoundaryVisible', true),
      kind: 'SystemLandscape',
    })),
    ...read('systemContextViews', (fields, common) => ({
      ...readGraph(fields, common, 'enterpriseBoundaryVisible', true),
      kind: 'SystemContext',
      softwareSystem: id(fields, 'softwareSystemId'),
    })),
    ...read('containerViews', (fields, common) => ({
      ...readGraph(fields, common, 'externalSoftwareSystemBoundariesVisible', false),
      kind: 'Container',
      softwareSystem: id(fields, 'softwareSystemId'),
    })),
    ...read('componentViews', (fields, common) => ({
      ...readGraph(fields, common, 'externalContainerBoundariesVisible', false),
      kind: 'Component',
      ...readContainer(fields, elements),
    })),
    ...read('dynamicViews', readDynamic),
    ...read('deploymentViews', (fields, common) => {
      const system = fields.text('softwareSystemId');
      return {
        ...readGraph(fields, common),
        kind: 'Deployment',
        environment: fields.text('environment') ?? 'Default',
        ...(system && { softwareSystem: ElementId(system) }),
      };
    }),
    ...read('filteredViews', (fields, common) => ({
      ...common,
      kind: 'Filtered',
      baseView: ViewKey(fields.text('baseViewKey') ?? ''),
      mode: fields.choice('mode', ['Include', 'Exclude'] as const) ?? 'Exclude',
      tags: [...new Set(fields.texts('tags'))].sort(),
    })),
    ...read('imageViews', readImage),
  ].sort((a, b) => a.order - b.order || byKey(a.key, b.key));
}

/** A component view says only its container; the system is the container's. */
function readContainer(fields: Fields, elements: readonly Element[]) {
  const container = id(fields, 'containerId');
  const element = elements.find((other) => other.id === container);
  const parent = element?.kind === 'Container' ? element.parent : undefined;
  return { container, softwareSystem: parent ?? id(fields, 'softwareSystemId') };
}

function byKey(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function readCommon(fields: Fields): Common & Partial<Pick<View, 'title' | 'description'>> {
  const order = fields.number('order');
  return {
    key: ViewKey(fields.required('key').replaceAll('/', '_')),
    order: order === undefined ? 0 : Math.max(1, order),
    generatedKey: fields.flag('generatedKey') ?? false,
    properties: fields.record('properties'),
    ...defined({
      title: fields.text('title') || undefined,
      description: fields.text('description') || undefined,
    }),
  };
}

function id(fields: Fields, name: string): ElementId {
  return ElementId(fields.text(name) ?? '');
}

function readDynamic(fields: Fields, common: Common): View {
  const view = readGraph(fields, common, 'externalBoundariesVisible', false);
  const scope = fields.text('elementId');
  const numeric = view.relationships.every(({ order }) =>
    Number.isFinite(Number.parseFloat(order ?? '')),
  );
  const relationships = view.relationships.toSorted((a, b) =>
    numeric
      ? Number.parseFloat(a.order ?? '') - Number.parseFloat(b.order ?? '')
      : (a.order ?? '') < (b.order ?? '')
        ? -1
        : 1,
  );
  return { ...view, relationships, kind: 'Dynamic', ...(scope && { scope: ElementId(scope) }) };
}

function readImage(fields: Fields, common: Common): View {
  const element = fields.text('elementId');
  return {
    ...common,
    kind: 'Image',
    ...(element && { element: ElementId(element) }),
    ...defined({
      content: fields.text('content') || undefined,
      contentLight: fields.text('contentLight') || undefined,
      contentDark: fields.text('contentDark') || undefined,
      contentType: fields.text('contentType') || undefined,
    }),
  };
}

/** What all views with boxes and lines have; a boundary's flag is kept where it is not the usual one. */
function readGraph(fields: Fields, common: Common, boundary?: string, usual?: boolean) {
  const visible = boundary === undefined ? undefined : fields.flag(boundary);
  const dimensions = fields.object('dimensions');
  return {
    ...common,
    elements: unique(fields.objects('elements').map(readElement)).sort((a, b) =>
      compareIds(a.id, b.id),
    ),
    relationships: readRelationships(fields),
    animations: fields.objects('animations').map(readAnimation),
    ...defined({
      autoLayout: readAutoLayout(fields.object('automaticLayout')),
      paperSize: fields.text('paperSize') || undefined,
      dimensions: dimensions && {
        width: dimensions.number('width') ?? 0,
        height: dimensions.number('height') ?? 0,
      },
      boundaryVisible: visible === usual ? undefined : visible,
    }),
  } satisfies Omit<GraphView, 'kind' | 'softwareSystem' | 'container' | 'environment'>;
}

function readElement(fields: Fields): ElementInView {
  return { id: id(fields, 'id'), x: fields.number('x') ?? 0, y: fields.number('y') ?? 0 };
}

function unique<Item extends { readonly id: string; readonly order?: string }>(
  items: readonly Item[],
): Item[] {
  return [
    ...new Map(items.toReversed().map((item) => [`${item.id}/${item.order ?? ''}`, item])).values(),
  ].reverse();
}

function readRelationships(fields: Fields): RelationshipInView[] {
  const read = fields.objects('relationships').map((relationship): RelationshipInView => {
    const properties = relationship.record('properties');
    const vertices = relationship.objects('vertices').map((vertex) => ({
      x: vertex.number('x') ?? 0,
      y: vertex.number('y') ?? 0,
    }));
    const position = relationship.number('position');
    return {
      id: RelationshipId(relationship.required('id')),
      ...defined({
        description: relationship.text('description') || undefined,
        order: relationship.text('order') || undefined,
        response: relationship.flag('response'),
        url: relationship.text('url') || undefined,
        properties: Object.keys(properties).length > 0 ? properties : undefined,
        vertices: vertices.length > 0 ? vertices : undefined,
        routing: relationship.choice('routing', ['Direct', 'Orthogonal', 'Curved'] as const),
        position: position === undefined ? undefined : Math.min(100, Math.max(0, position)),
        jump: relationship.flag('jump'),
      }),
    };
  });
  return unique(read).sort((a, b) => byIdAndOrder(a, b));
}

function byIdAndOrder(a: RelationshipInView, b: RelationshipInView): number {
  const [left, right] = [`${a.id}/${a.order ?? ''}`, `${b.id}/${b.order ?? ''}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function readAnimation(fields: Fields): AnimationStep {
  return {
    order: fields.number('order') ?? 0,
    elements: fields.texts('elements').sort().map(ElementId),
    relationships: fields.texts('relationships').sort().map(RelationshipId),
  };
}

function readAutoLayout(fields: Fields | undefined): AutoLayout | undefined {
  if (!fields) return undefined;
  const directions = ['TopBottom', 'BottomTop', 'LeftRight', 'RightLeft'] as const;
  return {
    rankDirection: fields.choice('rankDirection', directions) ?? 'TopBottom',
    rankSeparation: fields.number('rankSeparation') ?? 0,
    nodeSeparation: fields.number('nodeSeparation') ?? 0,
    edgeSeparation: fields.number('edgeSeparation') ?? 0,
    vertices: fields.flag('vertices') ?? false,
  };
}
