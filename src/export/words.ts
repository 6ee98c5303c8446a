import type { Element } from '#model/elements.ts';
import { staticElement, technologyOf, type WorkspaceIndex } from '#model/index.ts';
import { bracketed } from '#views/words.ts';
import type { Line } from './order.ts';
import { isEmpty } from './text.ts';

/** The official word for what an element is, in the author's terminology (`findTerminology`). */
export function termOf(index: WorkspaceIndex, element: Element): string {
  const behind = staticElement(index, element);
  const { terminology } = index.workspace.viewConfiguration;
  switch (behind.kind) {
    case 'Person':
      return terminology.person ?? 'Person';
    case 'SoftwareSystem':
      return terminology.softwareSystem ?? 'Software System';
    case 'Container':
      return terminology.container ?? 'Container';
    case 'Component':
      return terminology.component ?? 'Component';
    case 'DeploymentNode':
      return terminology.deploymentNode ?? 'Deployment Node';
    case 'InfrastructureNode':
      return terminology.infrastructureNode ?? 'Infrastructure Node';
    case 'CustomElement':
      return isEmpty(behind.metadata) ? 'Element' : behind.metadata;
    default:
      return 'Element';
  }
}

/** `[Container: Java]`; nothing for an instance and for a custom element without metadata. */
export function typeOf(index: WorkspaceIndex, element: Element): string {
  const type = plainType(index, element);
  if (isEmpty(type)) return type;
  return bracketed(index, type);
}

function plainType(index: WorkspaceIndex, element: Element): string {
  if (element.kind === 'CustomElement') return element.metadata ?? '';
  if ('instanceOf' in element) return '';
  const technology = technologyOf(element);
  return `${termOf(index, element)}${isEmpty(technology) ? '' : `: ${technology}`}`;
}

/** What a line says: the view's own words, else the relationship's. */
export function descriptionOf({ shown, relationship }: Line): string {
  return isEmpty(shown.description) ? (relationship.description ?? '') : shown.description;
}

/** The same with the step in front, if it is one of a dynamic view. */
export function numberedDescription(line: Line, separator: '. ' | ': '): string {
  const { order } = line.shown;
  return `${isEmpty(order) ? '' : `${order}${separator}`}${descriptionOf(line)}`;
}

/** Whether an icon has an address that a notation's tool can read. */
export function isAddress(icon: string | undefined): icon is string {
  return icon?.startsWith('http') ?? false;
}

/** Breaks a text at blanks into lines of a width in pixels (`breakText`). */
export function breakText(width: number, fontSize: number, text: string): string {
  if (isEmpty(text)) return '';
  const most = Math.trunc(width / (fontSize * 0.6));
  if (text.length < most) return text;
  const words = text.split(' ');
  while (words.at(-1) === '') words.pop();
  return wrap(words, most);
}

/** Puts words into lines that stay below a number of characters. */
export function wrap(words: readonly string[], most: number): string {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length + 1 < most)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('<br />');
}
