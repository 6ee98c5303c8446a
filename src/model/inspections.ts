import { canonicalName } from './canonical-name.ts';
import type { Documentation, Element, Properties, Relationship } from './elements.ts';
import type { ElementId } from './ids.ts';
import type { View } from './views.ts';
import type { Workspace } from './workspace.ts';

export type InspectionSeverity = 'ERROR' | 'WARNING' | 'INFO' | 'IGNORE';

/** One recommendation that a workspace does not follow. */
export interface Inspection {
  readonly severity: InspectionSeverity;
  /** `model.container.technology`; the property that changes its severity is `structurizr.inspection.<type>`. */
  readonly type: string;
  readonly message: string;
}

/** The official inspections, in their order, those of severity IGNORE included. */
export function inspect(workspace: Workspace): Inspection[] {
  const inspector = new Inspector(workspace);
  inspector.workspace();
  inspector.model();
  inspector.views();
  return inspector.found;
}

const BROWSER_EDITORS = ['structurizr-cloud/dsl-editor', 'structurizr-onpremises/dsl-editor'];

class Inspector {
  readonly found: Inspection[] = [];
  readonly #workspace: Workspace;
  readonly #elements: ReadonlyMap<ElementId, Element>;
  readonly #children: ReadonlySet<ElementId>;
  readonly #connected: ReadonlySet<ElementId>;
  readonly #shown: ReadonlySet<ElementId>;
  readonly #outgoing: ReadonlyMap<ElementId, readonly Relationship[]>;

  constructor(workspace: Workspace) {
    const { elements, relationships, views } = workspace;
    this.#workspace = workspace;
    this.#elements = new Map(elements.map((element) => [element.id, element]));
    this.#children = new Set(elements.flatMap((element) => parentIdOf(element) ?? []));
    this.#connected = new Set(
      relationships.flatMap(({ source, destination }) => [source, destination]),
    );
    this.#shown = new Set(
      views.flatMap((view) => ('elements' in view ? view.elements.map(({ id }) => id) : [])),
    );
    this.#outgoing = Map.groupBy(relationships, ({ source }) => source);
  }

  workspace(): void {
    const { revision, configuration, documentation, properties } = this.#workspace;
    const agent = revision?.lastModifiedAgent ?? '';
    if (BROWSER_EDITORS.some((editor) => agent.startsWith(editor))) {
      this.#say(
        'workspace.tooling',
        'The browser-based DSL editor is the easiest way to get started without installing any tooling, but it does not provide access to the full feature set of the Structurizr DSL. It is recommended that you use the Structurizr DSL in conjunction with the Structurizr CLI\'s "push" command.',
        [properties],
      );
    }
    if (!configuration.scope) {
      this.#say(
        'workspace.scope',
        'This workspace has no defined scope. It is recommended that the workspace scope is set to "Landscape" or "SoftwareSystem".',
        [properties],
      );
    }
    this.#embeddedViews(documentation, 'the workspace', [properties]);
  }

  model(): void {
    const { elements, properties, modelProperties } = this.#workspace;
    const holders = [modelProperties, properties];
    const kinds = new Set(elements.map(({ kind }) => kind));
    if (!kinds.has('Person') && !kinds.has('SoftwareSystem') && !kinds.has('DeploymentNode')) {
      this.#say('model.empty', 'The model is empty.', holders);
    }
    const detailed = elements.filter(
      (element) =>
        element.kind === 'SoftwareSystem' &&
        (this.#children.has(element.id) || !isEmpty(element.documentation)),
    );
    if (detailed.length > 1) {
      this.#say(
        'workspace.scope',
        `This workspace describes the internal details of ${detailed.length} software systems. It is recommended that a workspace contains the model, views, and documentation for a single software system only.`,
        holders,
      );
    }
    for (const element of elements) this.#element(element);
  }

  #element(element: Element): void {
    const holders = this.#holdersOf(element);
    // Few elements have anything wrong with them, so names are made when they are needed.
    const who = () => `The ${this.#term(element)} "${this.#nameOf(element)}"`;
    const say = (type: string, message: string) => this.#say(type, message, holders);
    const kind = element.kind.toLowerCase();
    if (DESCRIBED.has(element.kind) && isBlank(element.description)) {
      say(`model.${kind}.description`, `${who()} is missing a description.`);
    }
    if (element.kind === 'SoftwareSystem' && this.#children.has(element.id)) {
      const { sections, decisions } = element.documentation;
      if (sections.length === 0) {
        say(
          'model.softwaresystem.documentation',
          `${who()} has containers, but is missing documentation.`,
        );
      }
      if (decisions.length === 0) {
        say('model.softwaresystem.decisions', `${who()} has containers, but is missing decisions.`);
      }
    }
    if (TECHNICAL.has(element.kind) && isBlank(inspectedTechnology(element))) {
      say(`model.${kind}.technology`, `${who()} is missing a technology.`);
    }
    if ('documentation' in element) {
      this.#embeddedViews(
        element.documentation,
        `the ${this.#term(element)} named "${element.name}"`,
        holders,
      );
    }
    if (element.kind === 'DeploymentNode' && !this.#children.has(element.id)) {
      say('model.deploymentnode.empty', `${who()} is empty.`);
    }
    if (element.kind !== 'DeploymentNode' && !this.#connected.has(element.id)) {
      say(
        'model.element.disconnected',
        `${who()} is disconnected - add a relationship to/from it, or consider removing it from the model.`,
      );
    }
    if (!this.#shown.has(element.id)) {
      const named = `The ${this.#term(element)} named "${element.name}"`;
      say('model.element.noview', `${named} is not included on any views - add it to a view.`);
    }
    for (const relationship of this.#outgoing.get(element.id) ?? [])
      this.#relationship(relationship, element);
  }

  #relationship(relationship: Relationship, source: Element): void {
    const destination = this.#elements.get(relationship.destination);
    if (!destination) return;
    const between = () =>
      `The relationship between the ${this.#term(source)} "${this.#nameOf(source)}" and the ${this.#term(destination)} "${this.#nameOf(destination)}"`;
    if (!isBlank(relationship.description) && !isBlank(relationship.technology)) return;
    const parent = this.#elements.get(parentIdOf(source) ?? source.id);
    const holders = [
      relationship.properties,
      source.properties,
      ...(parent && parent !== source ? [parent.properties] : []),
      this.#workspace.modelProperties,
      this.#workspace.properties,
    ];
    const kinds = `${source.kind}->${destination.kind}`.toLowerCase();
    for (const field of ['description', 'technology'] as const) {
      if (!isBlank(relationship[field])) continue;
      const specific = `model.relationship[${kinds}]`;
      const severity =
        severityIn([`${specific}.${field}`, `${specific}.*`], holders) ??
        severityOf(`model.relationship.${field}`, holders);
      const message = `${between()} is missing a ${field}.`;
      this.found.push({ severity, type: `model.relationship.${field}`, message });
    }
  }

  views(): void {
    const { views, properties, viewConfiguration } = this.#workspace;
    const holders = [viewConfiguration.properties, properties];
    if (views.length === 0) this.#say('views.empty', 'This workspace has no views.', holders);
    for (const kind of VIEW_KINDS) {
      const ofKind = views.filter((view) => view.kind === kind);
      if (kind === 'SystemContext' || kind === 'Container')
        this.#manySystems(kind, ofKind, holders);
      for (const view of ofKind) this.#view(view, [view.properties, ...holders]);
    }
    for (const { tag, metadata, properties: own } of viewConfiguration.elementStyles) {
      if (metadata !== false) continue;
      const message = `The element style for tag "${tag}" has metadata hidden, which may introduce ambiguity on rendered diagrams.`;
      this.#say('views.styles.element.metadata', message, [own, ...holders]);
    }
  }

  #manySystems(
    kind: 'SystemContext' | 'Container',
    views: readonly View[],
    holders: readonly Properties[],
  ): void {
    const systems = new Set(
      views.map((view) => ('softwareSystem' in view ? view.softwareSystem : '')),
    );
    if (systems.size < 2) return;
    const name = kind === 'Container' ? 'container' : 'system context';
    const start = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const message = `${start} views exist for ${systems.size} software systems. It is recommended that a workspace includes ${name} views for a single software system only.`;
    this.#say('workspace.scope', message, holders);
  }

  #view(view: View, holders: readonly Properties[]): void {
    const who = `The view with key "${view.key}"`;
    if (view.generatedKey) {
      const message = `${who} has an automatically generated view key and this is not guaranteed to be stable over time.`;
      this.#say('views.view.key', message, holders);
    }
    if (!('elements' in view)) return;
    if (view.elements.length === 0) this.#say('views.view.empty', `${who} is empty.`, holders);
    if (view.generatedKey && !view.autoLayout) {
      const message = `${who} has an automatically generated view key and this may cause manual layout information to be lost in the future.`;
      this.#say('views.view.layout', message, holders);
    }
  }

  /** Views that pages show, but that are not there or have no key of their own. */
  #embeddedViews(
    documentation: Documentation,
    where: string,
    holders: readonly Properties[],
  ): void {
    const keys = embeddedKeys(documentation);
    if (keys.length === 0) return;
    const views = new Map<string, View>(this.#workspace.views.map((view) => [view.key, view]));
    const start = `The following views are embedded into documentation for ${where}`;
    const missing = keys.filter((key) => !views.has(key));
    if (missing.length > 0) {
      const message = `${start} but do not exist in the workspace: ${missing.join(', ')}`;
      this.#say('documentation.embeddedview', message, holders);
    }
    const generated = keys.filter((key) => views.get(key)?.generatedKey);
    if (generated.length > 0) {
      const message = `${start} via an automatically generated view key: ${generated.join(', ')}`;
      this.#say('documentation.embeddedview', message, holders);
    }
  }

  #say(type: string, message: string, holders: readonly Properties[]): void {
    this.found.push({ severity: severityOf(type, holders), type, message });
  }

  /** Nearest first: the element, its parent, its grandparent, the model, the workspace. */
  #holdersOf(element: Element): Properties[] {
    const holders = [element.properties];
    let at: Element | undefined = element;
    for (let level = 0; level < 2 && at; level++) {
      const parent: ElementId | undefined = parentIdOf(at);
      at = parent === undefined ? undefined : this.#elements.get(parent);
      if (at) holders.push(at.properties);
    }
    return [...holders, this.#workspace.modelProperties, this.#workspace.properties];
  }

  #nameOf(element: Element): string {
    const name = canonicalName<Element>(element, {
      parent: (item) => this.#parentOf(item),
      instanceOf: (item) =>
        'instanceOf' in item ? this.#elements.get(item.instanceOf) : undefined,
    });
    return name.slice(name.indexOf('://') + 3);
  }

  #parentOf(element: Element): Element | undefined {
    const id = parentIdOf(element);
    return id === undefined ? undefined : this.#elements.get(id);
  }

  /** The word for the kind, in lower case; instances go by what they are instances of. */
  #term(element: Element): string {
    const behind = 'instanceOf' in element ? this.#elements.get(element.instanceOf) : element;
    const { terminology } = this.#workspace.viewConfiguration;
    switch (behind?.kind) {
      case 'Person':
        return (terminology.person || 'Person').toLowerCase();
      case 'SoftwareSystem':
        return (terminology.softwareSystem || 'Software System').toLowerCase();
      case 'Container':
        return (terminology.container || 'Container').toLowerCase();
      case 'Component':
        return (terminology.component || 'Component').toLowerCase();
      case 'DeploymentNode':
        return (terminology.deploymentNode || 'Deployment Node').toLowerCase();
      case 'InfrastructureNode':
        return (terminology.infrastructureNode || 'Infrastructure Node').toLowerCase();
      case 'CustomElement':
        return (behind.metadata || 'Element').toLowerCase();
      default:
        return 'element';
    }
  }
}

/** For components, the reference looks at the description and says that the technology is missing. */
function inspectedTechnology(element: Element): string | undefined {
  if (element.kind === 'Component') return element.description;
  return 'technology' in element ? element.technology : undefined;
}

const DESCRIBED: ReadonlySet<Element['kind']> = new Set([
  'Person',
  'SoftwareSystem',
  'Container',
  'Component',
  'DeploymentNode',
  'InfrastructureNode',
]);

const TECHNICAL: ReadonlySet<Element['kind']> = new Set([
  'Container',
  'Component',
  'DeploymentNode',
  'InfrastructureNode',
]);

const VIEW_KINDS: readonly View['kind'][] = [
  'Custom',
  'SystemLandscape',
  'SystemContext',
  'Container',
  'Component',
  'Dynamic',
  'Deployment',
  'Filtered',
  'Image',
];

const SEVERITIES: readonly InspectionSeverity[] = ['ERROR', 'WARNING', 'INFO', 'IGNORE'];

/** The severity that the nearest holder says for a type or for a wildcard over it; else ERROR. */
function severityOf(type: string, holders: readonly Properties[]): InspectionSeverity {
  const parts = type.split('.');
  const wildcards = parts
    .map((_part, index) => [...parts.slice(0, index), '*'].join('.'))
    .reverse();
  return severityIn([type, ...wildcards], holders) ?? 'ERROR';
}

function severityIn(
  types: readonly string[],
  holders: readonly Properties[],
): InspectionSeverity | undefined {
  for (const properties of holders) {
    for (const type of types) {
      const value = properties[`structurizr.inspection.${type}`]?.toUpperCase();
      if (value !== undefined) return SEVERITIES.find((severity) => severity === value) ?? 'ERROR';
    }
  }
  return undefined;
}

/** Keys of the views that pages embed on lines of their own, each once. */
function embeddedKeys({ sections, decisions }: Documentation): string[] {
  const keys = new Set<string>();
  for (const { content, format } of [...sections, ...decisions]) {
    const pattern =
      format === 'Markdown' ? /^!\[.*?\]\(embed:(.+?)\)$/ : /^image::embed:(.+?)\[\]$/;
    for (const line of content.split('\n')) {
      const key = line.length < 10_000 ? pattern.exec(line)?.[1] : undefined;
      if (key !== undefined) keys.add(key);
    }
  }
  return [...keys];
}

function parentIdOf(element: Element): ElementId | undefined {
  return 'parent' in element ? element.parent : undefined;
}

function isEmpty({ sections, decisions, images }: Documentation): boolean {
  return sections.length + decisions.length + images.length === 0;
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
