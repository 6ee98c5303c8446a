import type { Container, Element, ElementKind, SoftwareSystem } from '#model/elements.ts';
import { writeGrouped } from './groups.ts';
import { endPart, type Notation } from './notation.ts';
import { byId } from './order.ts';
import { holderOf, type Sheet } from './sheet.ts';

/**
 * Writes a view as boxes, boundaries and lines, in the order of the reference's
 * `AbstractDiagramExporter`; gives the text.
 */
export function writeGraph(sheet: Sheet, notation: Notation): string {
  const { out } = sheet;
  notation.header();
  writeBoxes(sheet, notation);
  for (const line of sheet.lines) notation.line(line);
  if (sheet.lines.length > 0) out.line();
  notation.footer();
  return out.toString();
}

function writeBoxes(sheet: Sheet, notation: Notation): void {
  const { view, elements, index } = sheet;
  switch (view.kind) {
    case 'Custom':
    case 'SystemLandscape':
    case 'SystemContext':
      writeAll(sheet, notation);
      break;
    case 'Container':
      writeLoose(
        sheet,
        notation,
        elements.filter(({ kind }) => kind !== 'Container'),
      );
      writeSystems(sheet, notation);
      break;
    case 'Component':
      writeContainers(sheet, notation);
      break;
    case 'Deployment':
      writeGrouped(sheet, notation, elements.filter(isTopNode));
      break;
    case 'Dynamic': {
      const scope = view.scope && index.element(view.scope);
      if (scope?.kind === 'SoftwareSystem') {
        writeSystems(sheet, notation);
        writeLoose(
          sheet,
          notation,
          elements.filter((element) => !holderOf(sheet, element)),
        );
      } else if (scope?.kind === 'Container') {
        writeContainers(sheet, notation);
        // The reference writes those outside of containers once more.
        const isOutside = (element: Element) => holderOf(sheet, element)?.kind !== 'Container';
        writeLoose(sheet, notation, elements.filter(isOutside));
      } else writeAll(sheet, notation);
      break;
    }
  }
}

function isTopNode(element: Element): boolean {
  return element.kind === 'DeploymentNode' && element.parent === undefined;
}

function writeAll(sheet: Sheet, notation: Notation): void {
  writeGrouped(sheet, notation, sheet.elements);
  if (sheet.elements.length > 0) sheet.out.line();
}

function writeLoose({ out }: Sheet, notation: Notation, elements: readonly Element[]): void {
  for (const element of elements) notation.element(element);
  if (elements.length > 0) out.line();
}

/** The systems whose containers the view shows, each around those. */
function writeSystems(sheet: Sheet, notation: Notation): void {
  const containers = sheet.elements.filter((element) => element.kind === 'Container');
  for (const system of systemsAround(sheet)) {
    notation.boundary(system);
    const inside = containers.filter(({ parent }) => parent === system.id);
    writeGrouped(sheet, notation, inside);
    endPart(sheet, notation);
  }
}

/** The containers whose components the view shows, in their systems; before them what stands alone. */
function writeContainers(sheet: Sheet, notation: Notation): void {
  for (const kind of ['CustomElement', 'Person', 'SoftwareSystem'] as const)
    writeLoose(sheet, notation, ofKind(sheet, kind));
  const components = sheet.elements.filter((element) => element.kind === 'Component');
  const around = containersAround(sheet);
  const systems = new Set(around.flatMap(({ parent }) => systemOf(sheet, parent) ?? []));
  for (const system of systems) {
    notation.boundary(system);
    for (const container of around.filter(({ parent }) => parent === system.id)) {
      notation.boundary(container);
      const inside = components.filter(({ parent }) => parent === container.id);
      writeGrouped(sheet, notation, inside);
      endPart(sheet, notation);
    }
    for (const container of ofKind(sheet, 'Container')) {
      if (holderOf(sheet, container) === system) notation.element(container);
    }
    endPart(sheet, notation);
  }
}

function ofKind({ elements }: Sheet, kind: ElementKind): readonly Element[] {
  return elements.filter((element) => element.kind === kind).sort(byId);
}

function systemOf({ index }: Sheet, id: Container['parent']): SoftwareSystem | undefined {
  const system = index.element(id);
  return system?.kind === 'SoftwareSystem' ? system : undefined;
}

/** The software systems around the containers of a view. */
export function systemsAround(sheet: Sheet): SoftwareSystem[] {
  const systems = sheet.elements.flatMap((element) =>
    element.kind === 'Container' ? (systemOf(sheet, element.parent) ?? []) : [],
  );
  return [...new Set(systems)].sort(byId);
}

/** The containers around the components of a view. */
export function containersAround({ elements, index }: Sheet): Container[] {
  const containers = elements.flatMap((element) => {
    const container = element.kind === 'Component' && index.element(element.parent);
    return container && container.kind === 'Container' ? container : [];
  });
  return [...new Set(containers)].sort(byId);
}
