import type { Element } from '#model/elements.ts';
import type { Shape } from '#model/styles.ts';
import { holderOf, type Sheet } from '../sheet.ts';

/** What an element is called in both PlantUML notations: `Shop.Orders`, `Live.Server.Orders_1`. */
export function aliasOf(sheet: Sheet, element: Element): string {
  const holder = holderOf(sheet, element);
  if (holder) return `${aliasOf(sheet, holder)}.${ownAlias(element)}`;
  return element.kind === 'DeploymentNode'
    ? `${plain(element.environment)}.${ownAlias(element)}`
    : ownAlias(element);
}

function ownAlias(element: Element): string {
  if (element.kind === 'CustomElement') return element.id;
  const instance = 'instanceId' in element ? `_${element.instanceId}` : '';
  return `${plain(element.name)}${instance}`;
}

/** Without what Java's `\W` does not take for a part of a word. */
function plain(name: string): string {
  return name.replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\u200c\u200d]/gu, '');
}

/** PlantUML's word for a shape in a graph. */
export function shapeWord(shape: Shape): string {
  switch (shape) {
    case 'Person':
    case 'Robot':
      return 'person';
    case 'Component':
      return 'component';
    case 'Cylinder':
      return 'database';
    case 'Folder':
      return 'folder';
    case 'Ellipse':
    case 'Circle':
      return 'storage';
    case 'Hexagon':
      return 'hexagon';
    case 'Pipe':
      return 'queue';
    default:
      return 'rectangle';
  }
}

/** PlantUML's word for a shape in a sequence diagram. */
export function participantWord(shape: Shape): string {
  switch (shape) {
    case 'Person':
      return 'actor';
    case 'Cylinder':
      return 'database';
    case 'Folder':
      return 'collections';
    case 'Ellipse':
    case 'Circle':
      return 'entity';
    default:
      return 'participant';
  }
}
