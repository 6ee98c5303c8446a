/** The fonts that cards and carousels are set in, by the names of their files. */
export const FACES = [
  'serif-400',
  'archivo-100-400',
  'archivo-100-600',
  'archivo-80-500',
  'archivo-90-400',
  'archivo-90-600',
] as const;
export type Face = (typeof FACES)[number];

interface Paint {
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly strokeWidth?: number | undefined;
  /** `14 4 2 4` */
  readonly dash?: string | undefined;
  /** From 0 to 1. */
  readonly opacity?: number | undefined;
}

export interface RectItem extends Paint {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number | undefined;
}

export interface PathItem extends Paint {
  readonly kind: 'path';
  readonly d: string;
}

/** One line of text; `y` is its baseline. */
export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  readonly opacity?: number | undefined;
}

/** Things in coordinates of their own, cut at a frame of the sheet. */
export interface GroupItem {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly clip: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly items: readonly (RectItem | PathItem | TextItem)[];
}

export type Item = RectItem | PathItem | TextItem | GroupItem;

/** A card, or a page of a carousel: what is drawn, in order, in pixels. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** Sets words in the fonts of cards. */
export interface Setter {
  /** The advance of a line, kerned, in pixels. */
  width(text: string, face: Face, size: number): number;
  /**
   * A line from the start of its baseline as path data in units of the font, up is up, and how many
   * pixels one of them is.
   */
  outline(text: string, face: Face, size: number): { readonly d: string; readonly scale: number };
  /** The text with what the fonts lack in other words, or left out. */
  known(text: string): string;
  /** Whether letters or digits of a text would be left out: its script is not one of the fonts'. */
  lacks(text: string): boolean;
}
