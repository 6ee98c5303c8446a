import type { Span } from '#diagnostics/source.ts';
import type { Element, Perspective, Relationship } from './elements.ts';
import { readDocumentation } from './from-json-documentation.ts';
import { ElementId, Identifier, RelationshipId } from './ids.ts';
import { defined, type Fields } from './json-fields.ts';
import { DEFAULT_TAGS, defaultRelationshipTags } from './tags.ts';
import type { Workspace } from './workspace.ts';

/** Where things stand in the file. */
export interface Places {
  readonly elements: Map<Element, Span>;
  readonly relationships: Map<Relationship, Span>;
  readonly views: Map<string, Span[]>;
}

type ModelParts = Pick<Workspace, 'elements' | 'relationships' | 'modelProperties'>;

/** The elements and relationships of `model`, un-nested, in the order of their ids. */
export function readElements(model: Fields | undefined): ModelParts & { places: Places } {
  const reader = new ModelReader();
  if (model) reader.read(model);
  const byId = (a: { id: string }, b: { id: string }) => compareIds(a.id, b.id);
  return {
    elements: reader.elements.sort(byId),
    relationships: reader.relationships.sort(byId),
    modelProperties: model?.record('properties') ?? {},
    places: reader.places,
  };
}

const UUID = /[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}/;

class ModelReader {
  readonly elements: Element[] = [];
  readonly relationships: Relationship[] = [];
  readonly places: Places = { elements: new Map(), relationships: new Map(), views: new Map() };

  readonly #names = new Map<ElementId, string>();

  read(model: Fields): void {
    for (const fields of model.objects('customElements')) {
      const metadata = fields.text('metadata');
      this.#add(fields, {
        ...common(fields, 'CustomElement'),
        kind: 'CustomElement',
        ...defined({ metadata }),
      });
    }
    for (const fields of model.objects('people')) {
      this.#add(fields, { ...common(fields, 'Person'), kind: 'Person' });
    }
    for (const fields of model.objects('softwareSystems')) this.#softwareSystem(fields);
    for (const fields of model.objects('deploymentNodes')) this.#node(fields, undefined);
  }

  #softwareSystem(fields: Fields): void {
    const documentation = readDocumentation(fields.object('documentation'));
    const kind = 'SoftwareSystem';
    const { id } = this.#add(fields, { ...common(fields, kind), kind, documentation });
    for (const container of fields.objects('containers')) this.#container(container, id);
  }

  #container(fields: Fields, parent: ElementId): void {
    const documentation = readDocumentation(fields.object('documentation'));
    const kind = 'Container';
    const technology = technologyOf(fields);
    const { id } = this.#add(fields, {
      ...common(fields, kind),
      ...technology,
      kind,
      parent,
      documentation,
    });
    for (const component of fields.objects('components')) {
      this.#add(component, {
        ...common(component, 'Component'),
        ...technologyOf(component),
        kind: 'Component',
        parent: id,
        documentation: readDocumentation(component.object('documentation')),
      });
    }
  }

  #node(fields: Fields, parent: ElementId | undefined): void {
    const place = {
      environment: fields.text('environment') ?? 'Default',
      ...(parent && { parent }),
    };
    const { id } = this.#add(fields, {
      ...common(fields, 'DeploymentNode'),
      ...technologyOf(fields),
      ...place,
      kind: 'DeploymentNode',
      instances: fields.text('instances') ?? '1',
      deploymentGroups: fields.texts('deploymentGroups').sort(),
    });
    for (const child of fields.objects('children')) this.#node(child, id);
    for (const instance of fields.objects('softwareSystemInstances')) {
      this.#instance(instance, id, 'SoftwareSystemInstance', 'softwareSystemId');
    }
    for (const instance of fields.objects('containerInstances')) {
      this.#instance(instance, id, 'ContainerInstance', 'containerId');
    }
    for (const infrastructure of fields.objects('infrastructureNodes')) {
      this.#add(infrastructure, {
        ...common(infrastructure, 'InfrastructureNode'),
        ...technologyOf(infrastructure),
        environment: infrastructure.text('environment') ?? 'Default',
        parent: id,
        kind: 'InfrastructureNode',
      });
    }
  }

  #instance(
    fields: Fields,
    parent: ElementId,
    kind: 'SoftwareSystemInstance' | 'ContainerInstance',
    reference: string,
  ): void {
    const instanceOf = ElementId(fields.text(reference) ?? '');
    this.#add(fields, {
      ...common(fields, kind),
      name: this.#names.get(instanceOf) ?? '',
      kind,
      parent,
      environment: fields.text('environment') ?? 'Default',
      instanceOf,
      instanceId: fields.number('instanceId') ?? 0,
      deploymentGroups: fields.texts('deploymentGroups').sort(),
      healthChecks: fields.objects('healthChecks').map((check) => ({
        name: check.text('name') ?? '',
        url: check.text('url') ?? '',
        interval: check.number('interval') ?? 0,
        timeout: check.number('timeout') ?? 0,
      })),
    });
  }

  #add<Kind extends Element>(fields: Fields, element: Kind): Kind {
    this.elements.push(element);
    this.#names.set(element.id, element.name);
    this.places.elements.set(element, fields.span());
    for (const relationship of fields.objects('relationships')) this.#relationship(relationship);
    return element;
  }

  #relationship(fields: Fields): void {
    const interactionStyle = fields.choice('interactionStyle', [
      'Synchronous',
      'Asynchronous',
    ] as const);
    const linked = fields.text('linkedRelationshipId') || undefined;
    const defaults = defaultRelationshipTags(linked !== undefined, interactionStyle);
    const relationship: Relationship = {
      id: RelationshipId(fields.required('id', NO_ID)),
      source: ElementId(fields.required('sourceId', NO_ID)),
      destination: ElementId(fields.required('destinationId', NO_ID)),
      ...item(fields, defaults),
      ...technologyOf(fields),
      ...defined({
        interactionStyle,
        linkedRelationship: linked === undefined ? undefined : RelationshipId(linked),
      }),
    };
    this.relationships.push(relationship);
    this.places.relationships.set(relationship, fields.span());
  }
}

const NO_ID = 'An element ID must be specified.';

/** Instances are called what they are instances of. */
function isInstance(kind: Element['kind']): boolean {
  return kind === 'ContainerInstance' || kind === 'SoftwareSystemInstance';
}

function common(fields: Fields, kind: Element['kind']) {
  return {
    id: ElementId(fields.required('id', NO_ID)),
    name: isInstance(kind) ? (fields.text('name') ?? '') : fields.required('name'),
    ...item(fields, DEFAULT_TAGS[kind]),
    ...defined({ group: fields.text('group')?.trim() || undefined }),
  };
}

/** What elements and relationships share. */
function item(fields: Fields, defaults: readonly string[]) {
  const properties = fields.record('properties');
  const identifier = properties['structurizr.dsl.identifier'];
  const isNamed = identifier !== undefined && !UUID.test(identifier);
  const written = fields.text('tags');
  const own = written === undefined ? [] : written.replace(/,+$/, '').split(',');
  return {
    tags: [...new Set([...defaults, ...own])],
    properties,
    perspectives: fields
      .objects('perspectives')
      .map(readPerspective)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    ...defined({
      description: fields.text('description') || undefined,
      url: fields.text('url') || undefined,
      identifier: isNamed ? Identifier(identifier) : undefined,
    }),
  };
}

function readPerspective(fields: Fields): Perspective {
  return {
    name: fields.text('name') ?? '',
    ...defined({
      description: fields.text('description') || undefined,
      value: fields.text('value') || undefined,
      url: fields.text('url') || undefined,
    }),
  };
}

function technologyOf(fields: Fields) {
  return defined({ technology: fields.text('technology') || undefined });
}

/** Ids as numbers where both are, else as text. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  if (Number.isInteger(left) && Number.isInteger(right) && a !== '' && b !== '')
    return left - right;
  return a < b ? -1 : a > b ? 1 : 0;
}
