import type { Properties } from './elements.ts';
import type { Routing } from './views.ts';

/** The nineteen shapes, as the JSON writes them. */
export const SHAPES = [
  'Box',
  'RoundedBox',
  'Circle',
  'Ellipse',
  'Hexagon',
  'Diamond',
  'Cylinder',
  'Bucket',
  'Pipe',
  'Person',
  'Robot',
  'Folder',
  'WebBrowser',
  'Window',
  'Terminal',
  'Shell',
  'MobileDevicePortrait',
  'MobileDeviceLandscape',
  'Component',
] as const;

export type Shape = (typeof SHAPES)[number];
export type ColorScheme = 'Light' | 'Dark';
export type LineStyle = 'Solid' | 'Dashed' | 'Dotted';

/** What a style says; an absent field says nothing. Colours are `#rrggbb` in lower case. */
export interface ElementStyle {
  readonly tag: string;
  readonly colorScheme?: ColorScheme;
  readonly shape?: Shape;
  readonly icon?: string;
  readonly iconPosition?: 'Top' | 'Bottom' | 'Left';
  readonly width?: number;
  readonly height?: number;
  readonly background?: string;
  readonly color?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly fontSize?: number;
  readonly border?: LineStyle;
  /** Percent. */
  readonly opacity?: number;
  readonly metadata?: boolean;
  readonly description?: boolean;
  readonly properties: Properties;
}

export interface RelationshipStyle {
  readonly tag: string;
  readonly colorScheme?: ColorScheme;
  readonly thickness?: number;
  readonly color?: string;
  readonly style?: LineStyle;
  /** The older way to say `style`; read and written, `style` wins. */
  readonly dashed?: boolean;
  readonly routing?: Routing;
  readonly fontSize?: number;
  readonly width?: number;
  /** Place of the label along the line, 0 to 100. */
  readonly position?: number;
  /** Percent. */
  readonly opacity?: number;
  readonly jump?: boolean;
  readonly metadata?: boolean;
  readonly description?: boolean;
  readonly properties: Properties;
}

/** Words that replace the names of the kinds in drawings. */
export interface Terminology {
  /** From older workspaces; read and written, not used. */
  readonly enterprise?: string;
  readonly person?: string;
  readonly softwareSystem?: string;
  readonly container?: string;
  readonly component?: string;
  readonly deploymentNode?: string;
  readonly infrastructureNode?: string;
  readonly relationship?: string;
}

export type MetadataSymbols =
  | 'SquareBrackets'
  | 'RoundBrackets'
  | 'CurlyBrackets'
  | 'AngleBrackets'
  | 'DoubleAngleBrackets'
  | 'None';

/** A theme: styles from outside the workspace, by the name or address under which it is used. */
export interface Theme {
  readonly name: string;
  readonly elements: readonly ElementStyle[];
  readonly relationships: readonly RelationshipStyle[];
}

/** What all views share. */
export interface ViewConfiguration {
  readonly defaultView?: string;
  /** The view that was last edited by hand, as layout tools note it. */
  readonly lastSavedView?: string;
  readonly metadataSymbols?: MetadataSymbols;
  readonly elementStyles: readonly ElementStyle[];
  readonly relationshipStyles: readonly RelationshipStyle[];
  readonly terminology: Terminology;
  /** Names and addresses of themes, in order; later ones win. */
  readonly themes: readonly string[];
  /** Those of them that were fetched; no part of the JSON. */
  readonly fetchedThemes?: readonly Theme[];
  readonly properties: Properties;
}
