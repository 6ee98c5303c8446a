/*
 * The workspace while it is being read: mutable, linked by reference, and in the order of ids. What
 * leaves the stage is made from it in `finish.ts`.
 */
import type { Span } from '#diagnostics/source.ts';
import type {
  Documentation,
  ElementKind,
  HealthCheck,
  Perspective,
  Relationship,
} from '#model/elements.ts';
import type { ElementStyle, RelationshipStyle, Terminology } from '#model/styles.ts';
import type {
  AutoLayout,
  FilteredView,
  GraphView,
  ImageView,
  RelationshipInView,
  Vertex,
} from '#model/views.ts';
import type { User, Workspace } from '#model/workspace.ts';

/** A model's type with its fields open for writing. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

export interface PropertyHolder {
  readonly properties: Map<string, string>;
}

export interface PerspectiveHolder {
  /** By name; most have none, so all of these share one. */
  perspectives: ReadonlyMap<string, Perspective>;
}

interface ItemDraft extends PropertyHolder, PerspectiveHolder {
  /** Numbers as text, or anything a JSON workspace brought along. */
  readonly id: string;
  description: string | undefined;
  technology: string | undefined;
  /** The author's own, without the defaults of the kind. */
  readonly tags: Set<string>;
  url: string | undefined;
  /** As registered: with a made-up UUID for what has no name; undefined when never registered. */
  identifier: string | undefined;
  readonly origin: Span | undefined;
}

export interface ElementDraft extends ItemDraft {
  readonly type: 'element';
  readonly kind: ElementKind;
  name: string;
  metadata: string | undefined;
  group: string | undefined;
  readonly parent: ElementDraft | undefined;
  readonly children: ElementDraft[];
  readonly outgoing: RelationshipDraft[];
  /** The outgoing ones by destination, each list in the order of ids. */
  readonly outgoingTo: Map<ElementDraft, RelationshipDraft[]>;
  readonly incoming: RelationshipDraft[];
  documentation: DocumentationDraft | undefined;
  /** Deployment elements. */
  readonly environment: string | undefined;
  instances: string;
  deploymentGroups: ReadonlySet<string>;
  readonly instanceOf: ElementDraft | undefined;
  readonly instanceId: number;
  readonly healthChecks: HealthCheck[];
}

export interface RelationshipDraft extends ItemDraft {
  readonly type: 'relationship';
  readonly source: ElementDraft;
  readonly destination: ElementDraft;
  interactionStyle: Relationship['interactionStyle'];
  linked: RelationshipDraft | undefined;
}

/** Things that have identifiers and are not items of the model. */
export interface GroupDraft {
  readonly type: 'group';
  /** Full path, joined by the group separator. */
  readonly name: string;
  readonly parent: ElementDraft | undefined;
  readonly outer: GroupDraft | undefined;
  readonly elements: Set<ElementDraft>;
}

export interface EnvironmentDraft {
  readonly type: 'environment';
  readonly name: string;
}

export interface DeploymentGroupDraft {
  readonly type: 'deployment-group';
  readonly name: string;
  readonly environment: string;
}

export type Named = ElementDraft | GroupDraft | EnvironmentDraft | DeploymentGroupDraft;

export type DocumentationDraft = {
  -readonly [Key in keyof Documentation]: Documentation[Key][number][];
};

export interface StepDraft extends PropertyHolder {
  readonly relationship: RelationshipDraft;
  description: string | undefined;
  order: string;
  response: boolean | undefined;
  url: string | undefined;
  vertices: readonly Vertex[];
  layout: Pick<RelationshipInView, 'routing' | 'position' | 'jump'>;
}

interface ViewDraftBase extends PropertyHolder {
  readonly key: string;
  readonly order: number;
  readonly generatedKey: boolean;
  title: string | undefined;
  description: string | undefined;
  readonly origin: Span | undefined;
}

export interface GraphViewDraft extends ViewDraftBase {
  readonly type: 'graph';
  readonly kind: GraphView['kind'];
  /** System of a context, container, component or deployment view. */
  readonly softwareSystem: ElementDraft | undefined;
  /** Container of a component view; scope of a dynamic view. */
  readonly scope: ElementDraft | undefined;
  readonly environment: string | undefined;
  readonly elements: Map<ElementDraft, { readonly x: number; readonly y: number }>;
  /** How many elements in the view lie below an element. */
  readonly below: Map<ElementDraft, number>;
  /** Static views: the one place of each relationship. */
  readonly relationships: Map<RelationshipDraft, StepDraft>;
  /** Dynamic views: every step, in the order in which they were added. */
  readonly steps: StepDraft[];
  autoLayout: AutoLayout | undefined;
  readonly animations: { elements: Set<ElementDraft>; relationships: Set<RelationshipDraft> }[];
  /** What only a JSON workspace says. */
  readonly layout: Pick<GraphView, 'paperSize' | 'dimensions' | 'boundaryVisible'>;
}

export interface FilteredViewDraft extends ViewDraftBase {
  readonly type: 'filtered';
  readonly base: GraphViewDraft;
  readonly mode: FilteredView['mode'];
  readonly tags: readonly string[];
}

export interface ImageViewDraft extends ViewDraftBase {
  readonly type: 'image';
  readonly element: ElementDraft | undefined;
  content: Pick<ImageView, 'content' | 'contentLight' | 'contentDark' | 'contentType'>;
}

export type ViewDraft = GraphViewDraft | FilteredViewDraft | ImageViewDraft;

export type ElementStyleDraft = Draft<Omit<ElementStyle, 'properties'>> & PropertyHolder;
export type RelationshipStyleDraft = Draft<Omit<RelationshipStyle, 'properties'>> & PropertyHolder;

/** Everything but the model and the views. */
export interface WorkspaceDraft extends PropertyHolder {
  id: number;
  name: string;
  description: string | undefined;
  scope: Workspace['configuration']['scope'];
  visibility: Workspace['configuration']['visibility'];
  readonly users: User[];
  documentation: DocumentationDraft;
  undocumented: true | undefined;
  revision: Workspace['revision'];
  defaultView: string | undefined;
  lastSavedView: string | undefined;
  metadataSymbols: Workspace['viewConfiguration']['metadataSymbols'];
  readonly terminology: Draft<Terminology>;
  readonly themes: string[];
  readonly elementStyles: ElementStyleDraft[];
  readonly relationshipStyles: RelationshipStyleDraft[];
  readonly viewProperties: Map<string, string>;
}
