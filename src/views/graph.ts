import type { ElementKind } from '#model/elements.ts';
import type { ElementId, Identifier, RelationshipId, ViewKey } from '#model/ids.ts';
import type { LineStyle, Shape } from '#model/styles.ts';
import type { Routing, ViewKind } from '#model/views.ts';

/**
 * What a box says by its colours when its author set none: who acts, what computes, what keeps
 * data, and what is somebody else's.
 */
export type Tone =
  | 'person'
  | 'system'
  | 'container'
  | 'component'
  | 'store'
  | 'external'
  | 'outline';

/** Colours that an author set, `#rrggbb`; an absent one is left to the palette. */
export interface Paint {
  readonly background?: string;
  readonly color?: string;
  readonly stroke?: string;
}

/** Where an author put a box: upper left corner and size, in Structurizr's pixels. */
export interface AuthorPlace {
  readonly x: number;
  readonly y: number;
  /** The size that the author gave by a style, else what Structurizr draws. */
  readonly width: number;
  readonly height: number;
  /** A style says the size. */
  readonly sized: boolean;
}

/** How an author led a line, in Structurizr's pixels. */
export interface AuthorCourse {
  readonly bends: readonly { readonly x: number; readonly y: number }[];
  readonly routing: Routing;
  /** Place of the label along the line, 0 to 100; absent when nobody said it. */
  readonly position?: number;
}

/** A box's style after all tags, themes and colour schemes have been applied. */
export interface NodeStyle {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly border: LineStyle;
  /** Percent. */
  readonly opacity: number;
  readonly strokeWidth?: number;
  /** What an author's styles say of the size, as far as they do, in Structurizr's pixels. */
  readonly width?: number;
  readonly height?: number;
  /** The size of letters that an author's styles say; 24 is Structurizr's own. */
  readonly fontSize?: number;
  /** A picture that may be shown: a data URI, or an address at a host that the author permits. */
  readonly icon?: string;
  readonly iconPosition?: 'Top' | 'Bottom' | 'Left';
  readonly light: Paint;
  readonly dark: Paint;
}

/** A line's style after all tags, themes and colour schemes have been applied. */
export interface EdgeStyle {
  readonly line: LineStyle;
  /** Pixels; absent when nobody set it. */
  readonly thickness?: number;
  /** The size of letters that an author's styles say; 24 is Structurizr's own. */
  readonly fontSize?: number;
  /** Percent. */
  readonly opacity: number;
  readonly light?: string;
  readonly dark?: string;
}

/** A box. */
export interface GraphNode {
  readonly id: ElementId;
  readonly identifier?: Identifier;
  readonly kind: ElementKind;
  /** The element that the box stands for: the container behind an instance, else itself. */
  readonly staticId: ElementId;
  readonly name: string;
  /** Technology, or the kind where shape and colour do not say it. */
  readonly subtitle?: string;
  readonly description?: string;
  /** Number of instances of a deployment node, `7` or `2..10`; absent for one. */
  readonly instances?: string;
  /** The innermost boundary that holds the box. */
  readonly parent?: ClusterId;
  /** Absent in views that are laid out, and for boxes that their author has not placed yet. */
  readonly place?: AuthorPlace;
  readonly style: NodeStyle;
}

declare const clusterBrand: unique symbol;
/** An element's id, or `group:` and a path for a group. */
export type ClusterId = string & { readonly [clusterBrand]: true };
/** Marks a text as the id of a boundary. */
export const ClusterId = (id: string): ClusterId => id as ClusterId;

/** A boundary: a system or container that is looked into, a deployment node, or a group. */
export interface GraphCluster {
  readonly id: ClusterId;
  readonly kind: 'SoftwareSystem' | 'Container' | 'DeploymentNode' | 'Group';
  readonly name: string;
  readonly subtitle?: string;
  readonly instances?: string;
  readonly parent?: ClusterId;
  readonly identifier?: Identifier;
  readonly light: Paint;
  readonly dark: Paint;
}

/** A line between two boxes, or from or to a boundary. */
export interface GraphEdge {
  /** Unique in the view: the relationship's id, in a dynamic view with the step behind it. */
  readonly key: string;
  readonly id: RelationshipId;
  readonly source: string;
  readonly target: string;
  readonly description: string;
  readonly technology?: string;
  /** The technology as a drawing writes it, where the author wants no square brackets around it. */
  readonly metadata?: string;
  /** The step of a dynamic view: `1`, `2.1`. */
  readonly order?: string;
  /** What a drawing calls a step that shares its number with others: `3a`, `3b`. */
  readonly step?: string;
  /** An answer to an earlier step: drawn dashed, against the relationship's direction. */
  readonly response: boolean;
  /** Absent in views that are laid out. */
  readonly course?: AuthorCourse;
  readonly style: EdgeStyle;
}

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

/** Everything that is needed to place a view, and nothing that depends on where it is shown. */
export interface ViewGraph {
  readonly key: ViewKey;
  readonly kind: Exclude<ViewKind, 'Filtered' | 'Image'>;
  /** What the view's heading says: the author's title, or one made from its scope. */
  readonly title: string;
  readonly description?: string;
  /** `manual` where the author placed the boxes. */
  readonly diagram: 'graph' | 'manual' | 'sequence';
  readonly direction: Direction;
  /** In model order. */
  readonly nodes: readonly GraphNode[];
  /** A parent comes before what it holds. */
  readonly clusters: readonly GraphCluster[];
  /** In model order, or in the order of steps. */
  readonly edges: readonly GraphEdge[];
}
