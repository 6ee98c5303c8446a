import type { DeploymentNode, Element } from '#model/elements.ts';
import { endPart, type Notation } from './notation.ts';
import { byId } from './order.ts';
import type { Sheet } from './sheet.ts';
import { compare, isEmpty, partCount } from './text.ts';

/** The property of the model that makes groups nest. */
const SEPARATOR = 'structurizr.groupSeparator';

/** The text between the names of nested groups, if groups nest. */
export function groupSeparator({ index }: Sheet): string | undefined {
  const separator = index.workspace.modelProperties[SEPARATOR];
  return isEmpty(separator) ? undefined : separator;
}

/** Writes elements by their ids as text, those in groups first; groups may nest. */
export function writeGrouped(sheet: Sheet, notation: Notation, elements: readonly Element[]): void {
  const sorted = elements.toSorted(byId);
  const separator = groupSeparator(sheet);
  const groups = groupsOf(sorted, separator);
  const writeMembers = (group: string) => {
    notation.group(group);
    for (const element of sorted) if (element.group === group) writeOne(sheet, notation, element);
  };
  if (separator === undefined) {
    for (const group of groups) {
      writeMembers(group);
      endPart(sheet, notation);
    }
  } else writeNested(sheet, notation, groups, separator, writeMembers);
  for (const element of sorted) if (isEmpty(element.group)) writeOne(sheet, notation, element);
}

/** The groups of elements and those around them, by name. */
function groupsOf(elements: readonly Element[], separator: string | undefined): string[] {
  const groups = new Set<string>();
  for (const { group } of elements) {
    if (isEmpty(group)) continue;
    groups.add(group);
    let around = group;
    while (separator !== undefined && around.includes(separator)) {
      around = around.slice(0, around.lastIndexOf(separator));
      groups.add(around);
    }
  }
  return [...groups].sort(compare);
}

/** A group is one level further in than the last one, or ends the last one, or several. */
function writeNested(
  sheet: Sheet,
  notation: Notation,
  groups: readonly string[],
  separator: string,
  writeMembers: (group: string) => void,
): void {
  const { out } = sheet;
  let last = '';
  for (const group of groups) {
    const depth = partCount(group, separator);
    const before = partCount(last, separator);
    if (depth > before) out.indent();
    else {
      for (let level = before; level > depth; level--) {
        endPart(sheet, notation);
        out.outdent();
      }
      if (depth < before || last.length > 1) endPart(sheet, notation);
    }
    writeMembers(group);
    last = group;
  }
  if (groups.length === 0) return;
  for (let level = partCount(last, separator); level > 0; level--) {
    endPart(sheet, notation);
    if (level > 1) out.outdent();
  }
}

function writeOne(sheet: Sheet, notation: Notation, element: Element): void {
  if (sheet.view.kind === 'Deployment' && element.kind === 'DeploymentNode')
    writeNode(sheet, notation, element);
  else notation.element(element);
}

function writeNode(sheet: Sheet, notation: Notation, node: DeploymentNode): void {
  notation.node(node);
  const children = sheet.index.children(node.id);
  writeGrouped(
    sheet,
    notation,
    children.filter((child) => sheet.inView.has(child)),
  );
  endPart(sheet, notation);
}
