import type { Element, Properties, Relationship } from '#model/elements.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import type { ElementStyle, RelationshipStyle, Theme } from '#model/styles.ts';
import { elementTags, relationshipTags } from '#views/tags.ts';
import { trim } from './text.ts';

/** The official colours of what nobody styled, on a light page. */
export const BACKGROUND = '#ffffff';
export const COLOR = '#444444';

const ELEMENT = {
  shape: 'Box',
  fontSize: 24,
  border: 'Solid',
  opacity: 100,
  metadata: true,
  description: true,
} as const;

const RELATIONSHIP = {
  thickness: 2,
  style: 'Dashed',
  dashed: true,
  fontSize: 24,
  width: 200,
} as const;

/** A style with nothing left open. `tag` is the list of tags that it was made from. */
export type ElementLook = ElementStyle &
  Required<
    Pick<
      ElementStyle,
      | 'shape'
      | 'fontSize'
      | 'border'
      | 'metadata'
      | 'description'
      | 'background'
      | 'stroke'
      | 'color'
    >
  >;

export type RelationshipLook = RelationshipStyle &
  Required<
    Pick<RelationshipStyle, 'thickness' | 'style' | 'dashed' | 'fontSize' | 'width' | 'color'>
  >;

/** Whether a line is drawn through; dots and dashes are one to notations that ask this. */
export function isSolid({ style, dashed }: RelationshipLook): boolean {
  return style === 'Solid' || !dashed;
}

/** The official styles of a workspace: `Styles.findElementStyle` and its like, light scheme. */
export interface Styles {
  element(element: Element): ElementLook;
  relationship(relationship: Relationship): RelationshipLook;
  /** What is said about a tag alone, or nothing: of groups, boundaries, titles. */
  tag(tag: string): Partial<ElementStyle> | undefined;
}

/** Themes first, in order, then the workspace's own styles; of an element's tags the last one wins. */
export function officialStyles(index: WorkspaceIndex, themes: readonly Theme[]): Styles {
  const { elementStyles, relationshipStyles } = index.workspace.viewConfiguration;
  const elements = byTag([
    ...themes.flatMap((theme) => theme.elements),
    ...elementStyles.toSorted(bySchemeLast),
  ]);
  const relationships = byTag([
    ...themes.flatMap((theme) => theme.relationships),
    ...relationshipStyles.toSorted(bySchemeLast),
  ]);
  return {
    element: remember((element) => {
      const style = compose('Element', elements, elementTags(index, element));
      const { background = BACKGROUND, color = COLOR } = style;
      const line = style.background === undefined ? COLOR : darker(background);
      return { ...ELEMENT, ...style, background, color, stroke: style.stroke ?? line };
    }),
    relationship: remember((relationship) => {
      const tags = relationshipTags(index, relationship);
      const style = compose('Relationship', relationships, tags);
      return { ...RELATIONSHIP, ...style, color: style.color ?? COLOR };
    }),
    tag: (tag) => elements.get(trim(tag)),
  };
}

/** The same function, which works out what it gives once: an element is in many views. */
function remember<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const made = new Map<From, To>();
  return (from) => {
    const known = made.get(from);
    if (known !== undefined) return known;
    const one = make(from);
    made.set(from, one);
    return one;
  };
}

type Style = ElementStyle | RelationshipStyle;

/** Of a workspace's own styles, those for one colour scheme have the last word. */
function bySchemeLast(a: Style, b: Style): number {
  return Number(a.colorScheme !== undefined) - Number(b.colorScheme !== undefined);
}

/** What all styles of a tag say together, the last word winning; those for the dark are left out. */
function byTag<Kind extends Style>(styles: readonly Kind[]): Map<string, Kind> {
  const merged = new Map<string, Kind>();
  for (const style of styles) {
    if (style.colorScheme === 'Dark') continue;
    const before = merged.get(style.tag);
    merged.set(style.tag, before ? merge(before, style) : style);
  }
  return merged;
}

function merge<Kind extends Style>(before: Kind, style: Kind): Kind {
  const properties: Properties = { ...before.properties, ...style.properties };
  return { ...before, ...style, properties };
}

/** What the styles of some tags say together; `tag` names those that say anything. */
function compose<Kind extends Style>(
  first: string,
  styles: ReadonlyMap<string, Kind>,
  tags: readonly string[],
): Partial<Kind> & { readonly tag: string; readonly properties: Properties } {
  const found = tags.flatMap((tag) => styles.get(trim(tag)) ?? []);
  let style: Partial<Kind> = {};
  let properties: Properties = {};
  for (const one of found) {
    style = { ...style, ...one };
    properties = { ...properties, ...one.properties };
  }
  const tag = [...new Set([first, ...found.map((one) => one.tag)])].join(',');
  return { ...style, tag, properties };
}

/** Java's `Color.darker()`. */
function darker(color: string): string {
  const channel = (at: number) =>
    Math.trunc(Number.parseInt(color.slice(at, at + 2), 16) * 0.7)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
