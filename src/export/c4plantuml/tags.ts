import type { Element, Relationship } from '#model/elements.ts';
import { containersAround, systemsAround } from '../graph.ts';
import { isSequence } from '../plantuml/header.ts';
import { imageOf } from '../plantuml/parts.ts';
import { isOn, type Sheet } from '../sheet.ts';
import type { ElementLook, RelationshipLook } from '../styles.ts';
import { inHashOrder } from '../text.ts';
import { isAddress } from '../words.ts';
import { call } from './call.ts';

/** The longer side of an icon in pixels. */
const ICON = 30;

/** The tags that an element carries, where the author asks for them. */
export function elementTags(sheet: Sheet, element: Element): string {
  return hasTags(sheet) ? withoutFirst(sheet.styles.element(element).tag, 'Element') : '';
}

/** The tags that a relationship carries, where the author asks for them. */
export function lineTags(sheet: Sheet, relationship: Relationship): string {
  const { tag } = sheet.styles.relationship(relationship);
  return hasTags(sheet) ? withoutFirst(tag, 'Relationship') : '';
}

/** Whether styles are written as tags: `c4plantuml.tags`. */
export function hasTags(sheet: Sheet): boolean {
  return isOn(sheet, 'c4plantuml.tags', 'false');
}

/** The tags of a style but for the one that everything has, unless that is the only one. */
function withoutFirst(tag: string, first: 'Element' | 'Relationship'): string {
  return tag.replace(`${first},`, '');
}

/** Writes the styles of a view as tags: of its elements, of its relationships, of its boundaries. */
export function writeTags(sheet: Sheet): void {
  const { styles, elements, lines, out } = sheet;
  const blocks = [
    inBlock(elements.map(styles.element), (look) => elementTag(sheet, look)),
    inBlock(
      lines.map(({ relationship }) => styles.relationship(relationship)),
      relationshipTag,
    ),
    inBlock(boundariesOf(sheet).map(styles.element), boundaryTag),
  ];
  for (const block of blocks) {
    for (const line of block) out.line(line);
    if (block.length > 0) out.line();
  }
}

/** A line for each style, in the order of the reference's hash map. */
function inBlock<Look extends { readonly tag: string }>(
  looks: readonly Look[],
  write: (look: Look) => string,
): string[] {
  const byTags = new Map(looks.map((look) => [look.tag, look]));
  return inHashOrder(byTags).map(([, look]) => write(look));
}

function boundariesOf(sheet: Sheet) {
  const { view, index } = sheet;
  if (isSequence(sheet)) return [];
  const scope = view.kind === 'Dynamic' && view.scope ? index.element(view.scope) : undefined;
  if (view.kind === 'Container' || scope?.kind === 'SoftwareSystem') return systemsAround(sheet);
  if (view.kind === 'Component' || scope?.kind === 'Container') return containersAround(sheet);
  return [];
}

function elementTag(sheet: Sheet, look: ElementLook): string {
  const { background, stroke, color, icon, properties } = look;
  const image = isAddress(icon) ? imageOf(sheet, icon, ICON) : '';
  return call('AddElementTag', [`"${withoutFirst(look.tag, 'Element')}"`], {
    bgColor: background,
    borderColor: stroke,
    fontColor: color,
    sprite: properties['c4plantuml.sprite'] ?? image,
    shadowing: properties['c4plantuml.shadow'] ?? '',
    ...border(look),
  });
}

function boundaryTag(look: ElementLook): string {
  const { stroke, properties } = look;
  return call('AddBoundaryTag', [`"${withoutFirst(look.tag, 'Element')}"`], {
    bgColor: '#ffffff',
    borderColor: stroke,
    fontColor: stroke,
    shadowing: properties['c4plantuml.shadow'] ?? '',
    ...border(look),
  });
}

function relationshipTag({ tag, color, style }: RelationshipLook): string {
  const line = { Solid: '""', Dashed: 'DashedLine()', Dotted: 'DottedLine()' }[style];
  const tags = withoutFirst(tag, 'Relationship');
  return `AddRelTag("${tags}", $textColor="${color}", $lineColor="${color}", $lineStyle = ${line})`;
}

function border(look: ElementLook): Record<string, string> {
  return { borderStyle: look.border.toLowerCase(), ...thickness(look.strokeWidth) };
}

/** The width of a border as an argument; one pixel goes without saying. */
export function thickness(strokeWidth: number | undefined): Record<string, string> {
  return strokeWidth === undefined || strokeWidth === 1
    ? {}
    : { borderThickness: String(strokeWidth) };
}
