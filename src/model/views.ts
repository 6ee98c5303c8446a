import type { Span } from '#diagnostics/source.ts';
import type { Properties } from './elements.ts';
import type { ElementId, RelationshipId, ViewKey } from './ids.ts';

/** Structurizr's own measure: pixels at 300 dpi, upper left corner; 0, 0 where nobody placed it. */
export interface ElementInView {
  readonly id: ElementId;
  readonly x: number;
  readonly y: number;
  /** A layout was merged in that does not know it; its 0, 0 means nothing. */
  readonly unplaced?: true;
}

export interface Vertex {
  readonly x: number;
  readonly y: number;
}

export type Routing = 'Direct' | 'Orthogonal' | 'Curved';

export interface RelationshipInView {
  readonly id: RelationshipId;
  /** Replaces the relationship's description in this view (dynamic views). */
  readonly description?: string;
  /** `1`, `2`, `2.1`: the step of a dynamic view. */
  readonly order?: string;
  /** Drawn against the relationship's direction: an answer to an earlier step. */
  readonly response?: boolean;
  readonly url?: string;
  readonly properties?: Properties;
  readonly vertices?: readonly Vertex[];
  readonly routing?: Routing;
  /** Place of the label along the line, 0 to 100. */
  readonly position?: number;
  readonly jump?: boolean;
}

export interface AutoLayout {
  readonly rankDirection: 'TopBottom' | 'BottomTop' | 'LeftRight' | 'RightLeft';
  /** Separations in Structurizr pixels. */
  readonly rankSeparation: number;
  readonly nodeSeparation: number;
  readonly edgeSeparation: number;
  readonly vertices: boolean;
}

export interface AnimationStep {
  readonly order: number;
  readonly elements: readonly ElementId[];
  readonly relationships: readonly RelationshipId[];
}

interface ViewBase {
  readonly key: ViewKey;
  /** 1, 2, …: place in the workspace over all kinds of view. */
  readonly order: number;
  readonly title?: string;
  readonly description?: string;
  /** The author gave no key, so this one may change. */
  readonly generatedKey: boolean;
  readonly properties: Properties;
  readonly origin?: Span;
}

/** A view that holds elements and relationships; what it includes is settled when it is read. */
interface GraphViewBase extends ViewBase {
  readonly elements: readonly ElementInView[];
  readonly relationships: readonly RelationshipInView[];
  readonly autoLayout?: AutoLayout;
  readonly animations: readonly AnimationStep[];
  readonly paperSize?: string;
  readonly dimensions?: { readonly width: number; readonly height: number };
  /**
   * Whether the boundary around others is drawn: the enterprise's in landscape and context views,
   * those of outside systems or containers elsewhere. Absent: as the kind of view has it.
   */
  readonly boundaryVisible?: boolean;
}

export interface SystemLandscapeView extends GraphViewBase {
  readonly kind: 'SystemLandscape';
}

export interface SystemContextView extends GraphViewBase {
  readonly kind: 'SystemContext';
  readonly softwareSystem: ElementId;
}

export interface ContainerView extends GraphViewBase {
  readonly kind: 'Container';
  readonly softwareSystem: ElementId;
}

export interface ComponentView extends GraphViewBase {
  readonly kind: 'Component';
  readonly softwareSystem: ElementId;
  readonly container: ElementId;
}

export interface DynamicView extends GraphViewBase {
  readonly kind: 'Dynamic';
  /** The software system or container whose inside is shown; none for a `*` view. */
  readonly scope?: ElementId;
}

export interface DeploymentView extends GraphViewBase {
  readonly kind: 'Deployment';
  readonly softwareSystem?: ElementId;
  readonly environment: string;
}

export interface CustomView extends GraphViewBase {
  readonly kind: 'Custom';
}

export interface FilteredView extends ViewBase {
  readonly kind: 'Filtered';
  readonly baseView: ViewKey;
  readonly mode: 'Include' | 'Exclude';
  readonly tags: readonly string[];
}

export interface ImageView extends ViewBase {
  readonly kind: 'Image';
  readonly element?: ElementId;
  readonly content?: string;
  readonly contentLight?: string;
  readonly contentDark?: string;
  readonly contentType?: string;
}

/** A view with boxes and lines. */
export type GraphView =
  | SystemLandscapeView
  | SystemContextView
  | ContainerView
  | ComponentView
  | DynamicView
  | DeploymentView
  | CustomView;

export type View = GraphView | FilteredView | ImageView;

export type ViewKind = View['kind'];
