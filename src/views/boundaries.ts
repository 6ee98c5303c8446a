import type { Element } from '#model/elements.ts';
import type { ElementId } from '#model/ids.ts';
import { parentOf, type WorkspaceIndex } from '#model/index.ts';
import { ClusterId, type GraphCluster, type GraphNode } from './graph.ts';
import type { StyleSheet } from './styles.ts';
import { kindName, subtitleOf } from './words.ts';

/** Boundaries of a view, parents first, and the innermost one of each box. */
export interface Boundaries {
  readonly clusters: readonly GraphCluster[];
  parentOf(id: ElementId): ClusterId | undefined;
}

/**
 * Draws a boundary around what a system, container, deployment node or group holds. The system
 * around the container of a component view is left out while nothing else of it is shown.
 */
export function boundariesOf(
  index: WorkspaceIndex,
  shown: readonly Element[],
  sheet: StyleSheet,
): Boundaries {
  const boxes = new Set(shown.map(({ id }) => id));
  const separator = index.workspace.modelProperties['structurizr.groupSeparator'];
  const clusters = new Map<ClusterId, GraphCluster>();
  const lonely = loneSystems(index, shown);

  const add = (cluster: GraphCluster): ClusterId => {
    if (!clusters.has(cluster.id)) clusters.set(cluster.id, cluster);
    return cluster.id;
  };
  const elementCluster = (element: Element): ClusterId | undefined => {
    const parent = enclosing(element);
    if (!isBoundaryKind(element.kind) || lonely.has(element.id)) return parent;
    const subtitle = subtitleOf(index, element);
    const id = ClusterId(element.id);
    const known = clusters.get(id);
    if (known) return id;
    return add({
      id,
      kind: element.kind,
      name: element.name,
      ...(parent && { parent }),
      ...(element.identifier && { identifier: element.identifier }),
      ...(element.kind === 'Container'
        ? { subtitle: kindName(element.kind, index.workspace.viewConfiguration.terminology) }
        : subtitle !== undefined && { subtitle }),
      ...(element.kind === 'DeploymentNode' && instancesOf(element.instances)),
      ...sheet.boundary(
        element.kind === 'DeploymentNode' ? element.tags : ['Boundary', `Boundary:${element.kind}`],
      ),
    });
  };
  const groupClusters = (path: string, outer: ClusterId | undefined): ClusterId | undefined => {
    let parent = outer;
    const names = separator ? path.split(separator) : [path];
    for (const [depth, name] of names.entries()) {
      const full = names.slice(0, depth + 1).join(separator ?? '');
      parent = add({
        id: ClusterId(`group:${outer ?? ''}:${full}`),
        kind: 'Group',
        name,
        subtitle: 'Group',
        ...(parent && { parent }),
        ...sheet.boundary(['Group', `Group:${full}`]),
      });
    }
    return parent;
  };
  const enclosing = (element: Element): ClusterId | undefined => {
    const parent = parentOf(element);
    const holder = parent === undefined ? undefined : index.element(parent);
    const outer = holder && !boxes.has(holder.id) ? elementCluster(holder) : undefined;
    const grouped = element.group !== undefined && (boxes.has(element.id) || isNode(element));
    return grouped ? groupClusters(element.group, outer) : outer;
  };

  const parents = new Map(shown.map((element) => [element.id, enclosing(element)]));
  return { clusters: [...clusters.values()], parentOf: (id) => parents.get(id) };
}

/** `× 7` is worth saying, one instance is not. */
export function instancesOf(instances: string): Pick<GraphNode, 'instances'> {
  return instances === '1' || instances === '' ? {} : { instances };
}

function isNode(element: Element): boolean {
  return element.kind === 'DeploymentNode';
}

function isBoundaryKind(
  kind: Element['kind'],
): kind is 'SoftwareSystem' | 'Container' | 'DeploymentNode' {
  return kind === 'SoftwareSystem' || kind === 'Container' || kind === 'DeploymentNode';
}

/** Systems of which a view shows only the inside of one container: their boundary says nothing. */
function loneSystems(index: WorkspaceIndex, shown: readonly Element[]): ReadonlySet<ElementId> {
  const inside = new Map<ElementId, Set<ElementId>>();
  for (const element of shown) {
    if (element.kind !== 'Container' && element.kind !== 'Component') continue;
    const [system] = index.lineage(element.id).filter(({ kind }) => kind === 'SoftwareSystem');
    if (!system) continue;
    const held = element.kind === 'Component' ? element.parent : element.id;
    const holders = inside.get(system.id) ?? new Set();
    inside.set(system.id, holders.add(held));
  }
  const lone = new Set<ElementId>();
  for (const [system, holders] of inside) {
    const components = shown.some(
      (element) => element.kind === 'Component' && holders.has(element.parent),
    );
    if (holders.size === 1 && components) lone.add(system);
  }
  return lone;
}
