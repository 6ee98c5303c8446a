import type { ElementKind } from '#model/elements.ts';
import { ElementId, RelationshipId, ViewKey } from '#model/ids.ts';
import type { LineStyle, Shape } from '#model/styles.ts';
import {
  ClusterId,
  type Direction,
  type GraphCluster,
  type GraphEdge,
  type GraphNode,
  type Tone,
  type ViewGraph,
} from '#views/graph.ts';

/** A box in a few words. */
export interface BoxSketch {
  readonly id: string;
  readonly name?: string;
  readonly second?: string;
  readonly about?: string;
  readonly kind?: ElementKind;
  readonly shape?: Shape;
  readonly tone?: Tone;
  readonly in?: string;
}

export function box(sketch: BoxSketch): GraphNode {
  const { id, name = id, second, about, kind = 'Container', shape = 'Box', tone } = sketch;
  return {
    id: ElementId(id),
    staticId: ElementId(id),
    kind,
    name,
    ...(second && { subtitle: second }),
    ...(about && { description: about }),
    ...(sketch.in && { parent: ClusterId(sketch.in) }),
    style: {
      shape,
      tone: tone ?? (kind === 'Person' ? 'person' : 'container'),
      border: 'Solid',
      opacity: 100,
      light: {},
      dark: {},
    },
  };
}

export function boundary(
  id: string,
  name = id,
  parent?: string,
  kind: GraphCluster['kind'] = 'SoftwareSystem',
): GraphCluster {
  return {
    id: ClusterId(id),
    kind,
    name,
    subtitle: kind === 'SoftwareSystem' ? 'Software system' : kind,
    ...(parent && { parent: ClusterId(parent) }),
    light: {},
    dark: {},
  };
}

export function line(
  key: string,
  source: string,
  target: string,
  description = '',
  technology?: string,
  style: LineStyle = 'Solid',
): GraphEdge {
  return {
    key,
    id: RelationshipId(key),
    source,
    target,
    description,
    ...(technology && { technology }),
    response: false,
    style: { line: style, opacity: 100 },
  };
}

export function view(parts: {
  readonly nodes: readonly GraphNode[];
  readonly clusters?: readonly GraphCluster[];
  readonly edges?: readonly GraphEdge[];
  readonly direction?: Direction;
  readonly title?: string;
}): ViewGraph {
  return {
    key: ViewKey('view'),
    kind: 'Container',
    title: parts.title ?? 'View',
    diagram: 'graph',
    direction: parts.direction ?? 'TB',
    nodes: parts.nodes,
    clusters: parts.clusters ?? [],
    edges: parts.edges ?? [],
  };
}
