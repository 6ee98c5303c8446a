import type { Span } from '#diagnostics/source.ts';
import type { ElementId, Identifier, RelationshipId } from './ids.ts';

/** A named point of view on an element or relationship. */
export interface Perspective {
  readonly name: string;
  readonly description?: string;
  readonly value?: string;
  readonly url?: string;
}

export type Properties = Readonly<Record<string, string>>;

/** What elements and relationships share. */
interface Item {
  readonly description?: string;
  /** Default tags first, then the author's, in order; the JSON joins them with commas. */
  readonly tags: readonly string[];
  readonly url?: string;
  readonly properties: Properties;
  readonly perspectives: readonly Perspective[];
  /** The name in the DSL; an element without one has none here, whatever the JSON makes up. */
  readonly identifier?: Identifier;
  /** The statement that defines it; absent when it was made by a rule or read from JSON. */
  readonly origin?: Span;
}

interface ElementBase extends Item {
  readonly id: ElementId;
  readonly name: string;
  /** Full path of nested groups, joined by the model's group separator. */
  readonly group?: string;
}

/** One page of documentation, or one decision, that `!docs` and `!adrs` attach to an element. */
export interface DocumentationSection {
  readonly filename?: string;
  readonly format: 'Markdown' | 'AsciiDoc';
  readonly content: string;
  readonly order: number;
  readonly title: string;
  /** From older workspaces: the element that the section belongs to. */
  readonly elementId?: string;
}

export interface DecisionLink {
  readonly id: string;
  readonly description?: string;
}

export interface Decision {
  readonly id: string;
  readonly title: string;
  /** As the JSON has it: `yyyy-MM-dd'T'HH:mm:ss'Z'`. */
  readonly date: string;
  readonly status: string;
  readonly format: 'Markdown' | 'AsciiDoc';
  readonly content: string;
  readonly links: readonly DecisionLink[];
  /** From older workspaces: the element that the decision belongs to. */
  readonly elementId?: string;
}

export interface DocumentationImage {
  readonly name: string;
  readonly type: string;
  /** Base64. */
  readonly content: string;
}

export interface Documentation {
  readonly sections: readonly DocumentationSection[];
  readonly decisions: readonly Decision[];
  readonly images: readonly DocumentationImage[];
}

export interface Person extends ElementBase {
  readonly kind: 'Person';
}

export interface SoftwareSystem extends ElementBase {
  readonly kind: 'SoftwareSystem';
  readonly documentation: Documentation;
}

export interface Container extends ElementBase {
  readonly kind: 'Container';
  readonly parent: ElementId;
  readonly technology?: string;
  readonly documentation: Documentation;
}

export interface Component extends ElementBase {
  readonly kind: 'Component';
  readonly parent: ElementId;
  readonly technology?: string;
  readonly documentation: Documentation;
}

export interface CustomElement extends ElementBase {
  readonly kind: 'CustomElement';
  readonly metadata?: string;
}

interface DeploymentElementBase extends ElementBase {
  readonly environment: string;
  /** The deployment node that holds it; a node at the top of its environment has none. */
  readonly parent?: ElementId;
}

export interface DeploymentNode extends DeploymentElementBase {
  readonly kind: 'DeploymentNode';
  readonly technology?: string;
  /** `1`, `7`, or a range: `2..10`, `1..N`, `1..*`. */
  readonly instances: string;
  readonly deploymentGroups: readonly string[];
}

export interface InfrastructureNode extends DeploymentElementBase {
  readonly kind: 'InfrastructureNode';
  readonly technology?: string;
}

export interface HealthCheck {
  readonly name: string;
  readonly url: string;
  /** Seconds. */
  readonly interval: number;
  /** Milliseconds. */
  readonly timeout: number;
}

interface InstanceBase extends DeploymentElementBase {
  readonly parent: ElementId;
  /** The element that runs here. Instances have no name of their own: `name` is that element's. */
  readonly instanceOf: ElementId;
  readonly instanceId: number;
  readonly deploymentGroups: readonly string[];
  readonly healthChecks: readonly HealthCheck[];
}

export interface SoftwareSystemInstance extends InstanceBase {
  readonly kind: 'SoftwareSystemInstance';
}

export interface ContainerInstance extends InstanceBase {
  readonly kind: 'ContainerInstance';
}

/** Everything that can stand in a box. Tell them apart by `kind`. */
export type Element =
  | Person
  | SoftwareSystem
  | Container
  | Component
  | CustomElement
  | DeploymentNode
  | InfrastructureNode
  | SoftwareSystemInstance
  | ContainerInstance;

export type ElementKind = Element['kind'];

export interface Relationship extends Item {
  readonly id: RelationshipId;
  readonly source: ElementId;
  readonly destination: ElementId;
  readonly technology?: string;
  readonly interactionStyle?: 'Synchronous' | 'Asynchronous';
  /** The relationship that this one was implied by, or replicated from into a deployment. */
  readonly linkedRelationship?: RelationshipId;
}
