import type { Element, Relationship } from '#model/elements.ts';
import { isPermitted } from '#model/hosts.ts';
import { staticElement, type WorkspaceIndex } from '#model/index.ts';
import type { ColorScheme, ElementStyle, RelationshipStyle, Shape, Theme } from '#model/styles.ts';
import type { EdgeStyle, NodeStyle, Paint } from './graph.ts';
import { elementTags, linkedRelationships, PLAIN_TAGS, relationshipTags } from './tags.ts';
import { toneOf } from './tone.ts';

const SCHEMES = ['Light', 'Dark'] as const satisfies readonly ColorScheme[];

/** Resolves the styles of a workspace: themes in order, then its own; later tags win. */
export interface StyleSheet {
  node(element: Element): NodeStyle;
  edge(relationship: Relationship): EdgeStyle;
  /** How lines like this one run, and where their labels stand, where no view says otherwise. */
  course(relationship: Relationship): Pick<RelationshipStyle, 'routing' | 'position'>;
  /** Whether a box has its second line and its description. */
  words(element: Element): { readonly metadata: boolean; readonly description: boolean };
  /** Whether a line has its technology and its description. */
  lineWords(relationship: Relationship): {
    readonly metadata: boolean;
    readonly description: boolean;
  };
  /** The author's own tag that says last how an element is painted. */
  tagOf(element: Element): string | undefined;
  /** The author's own tag that says last how a line is drawn. */
  lineTagOf(relationship: Relationship): string | undefined;
  /** Colours that an author gave a boundary or group, by its tags. */
  boundary(tags: readonly string[]): { readonly light: Paint; readonly dark: Paint };
}

/**
 * Builds the style sheet of a workspace. Resolution follows Structurizr's `Styles.findElementStyle`;
 * what nobody set stays unset, so that the palette can say it. Icons from the network are shown from
 * `hosts` only.
 */
export function styleSheet(
  index: WorkspaceIndex,
  themes: readonly Theme[],
  hosts: readonly string[] = [],
): StyleSheet {
  const { viewConfiguration } = index.workspace;
  const elementStyles = [...themes.flatMap((t) => t.elements), ...viewConfiguration.elementStyles];
  const edgeStyles = [
    ...themes.flatMap((t) => t.relationships),
    ...viewConfiguration.relationshipStyles,
  ];
  const elementsByTag = Map.groupBy(elementStyles, ({ tag }) => tag);
  const edgesByTag = Map.groupBy(edgeStyles, ({ tag }) => tag);
  const paints = (tags: readonly string[]) => {
    const [light = {}, dark = {}] = SCHEMES.map((scheme) =>
      paintOf(merge(elementsByTag, tags, scheme)),
    );
    return { light, dark };
  };
  return {
    node(element) {
      const behind = staticElement(index, element);
      const tags = elementTags(index, element);
      const style = merge(elementsByTag, tags, 'Light');
      const shape = style.shape ?? defaultShape(behind);
      return {
        shape,
        tone: toneOf(index, behind, shape),
        border: style.border ?? 'Solid',
        opacity: style.opacity ?? 100,
        ...(style.strokeWidth !== undefined && { strokeWidth: style.strokeWidth }),
        ...(style.width !== undefined && { width: style.width }),
        ...(style.height !== undefined && { height: style.height }),
        ...(style.fontSize !== undefined && { fontSize: style.fontSize }),
        ...(style.icon !== undefined && isShown(style.icon, hosts) && { icon: style.icon }),
        ...(style.iconPosition !== undefined && { iconPosition: style.iconPosition }),
        ...paints(tags),
      };
    },
    edge(relationship) {
      const tags = relationshipTags(index, relationship);
      const style = merge(edgesByTag, tags, 'Light');
      const dark = merge(edgesByTag, tags, 'Dark').color;
      const interaction = linkedRelationships(index, relationship).findLast(
        ({ interactionStyle }) => interactionStyle !== undefined,
      );
      const asynchronous =
        interaction?.interactionStyle === 'Asynchronous' || tags.includes('Asynchronous');
      return {
        line: style.style ?? ((style.dashed ?? asynchronous) ? 'Dashed' : 'Solid'),
        opacity: style.opacity ?? 100,
        ...(style.thickness !== undefined && { thickness: style.thickness }),
        ...(style.fontSize !== undefined && { fontSize: style.fontSize }),
        ...(style.color !== undefined && { light: style.color }),
        ...(dark !== undefined && { dark }),
      };
    },
    course(relationship) {
      const tags = relationshipTags(index, relationship);
      const { routing, position } = merge(edgesByTag, tags, 'Light');
      return {
        ...(routing !== undefined && { routing }),
        ...(position !== undefined && { position }),
      };
    },
    words(element) {
      const style = merge(elementsByTag, elementTags(index, element), 'Light');
      return { metadata: style.metadata ?? true, description: style.description ?? true };
    },
    lineWords(relationship) {
      const style = merge(edgesByTag, relationshipTags(index, relationship), 'Light');
      return { metadata: style.metadata ?? true, description: style.description ?? true };
    },
    tagOf: (element) =>
      lastTag(elementTags(index, element), elementsByTag, (style) =>
        [style.background, style.color, style.stroke, style.border].some(
          (set) => set !== undefined,
        ),
      ),
    lineTagOf: (relationship) =>
      lastTag(relationshipTags(index, relationship), edgesByTag, (style) =>
        [style.color, style.thickness, style.style].some((set) => set !== undefined),
      ),
    boundary: paints,
  };
}

/** Whether a page may show an icon: it holds it itself, or comes from where the author permits. */
function isShown(icon: string, hosts: readonly string[]): boolean {
  if (/^data:image\/(?:png|jpe?g|gif|webp|svg\+xml)[;,]/i.test(icon)) return true;
  return isPermitted(icon, hosts);
}

/** Of an author's own tags, the last one with a style that says something. */
function lastTag<Style>(
  tags: readonly string[],
  styles: ReadonlyMap<string, readonly Style[]>,
  says: (style: Style) => boolean,
): string | undefined {
  return tags.findLast((tag) => !PLAIN_TAGS.has(tag) && styles.get(tag)?.some(says));
}

/** The fields that any style of these tags sets for a scheme; later tags and later styles win. */
function merge<Style extends ElementStyle | RelationshipStyle>(
  styles: ReadonlyMap<string, readonly Style[]>,
  tags: readonly string[],
  scheme: ColorScheme,
): Partial<Style> {
  const merged: Partial<Style> = {};
  for (const tag of tags) {
    for (const style of styles.get(tag) ?? []) {
      if (style.colorScheme === undefined || style.colorScheme === scheme) {
        Object.assign(merged, style);
      }
    }
  }
  return merged;
}

function paintOf({ background, color, stroke }: Partial<ElementStyle>): Paint {
  return {
    ...(background !== undefined && { background }),
    ...(color !== undefined && { color }),
    ...(stroke !== undefined && { stroke }),
  };
}

/** The shape of a kind when no style names one: people and components are known by theirs. */
function defaultShape(element: Element): Shape {
  if (element.kind === 'Person') return 'Person';
  if (element.kind === 'Component') return 'Component';
  return 'Box';
}
