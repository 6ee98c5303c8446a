import type { SizedEdge, SizedGraph } from '#layout/engine.ts';
import { toFrame } from '#layout/rows/graph/frame.ts';
import type { Graph } from '#layout/rows/graph/graph.ts';
import type { Direction } from '#views/graph.ts';

export interface GraphSketch {
  /** `a>b: words`, `a>b` for a line without a label, or just `a`. */
  readonly lines: readonly string[];
  readonly direction?: Direction;
  /** By boundary, what it holds: boxes, and boundaries that are keys too. Outer ones come first. */
  readonly boundaries?: Readonly<Record<string, readonly string[]>>;
  readonly people?: readonly string[];
  readonly queues?: readonly string[];
  readonly width?: number;
}

const BOX = { width: 160, height: 80 };
const LABEL = { width: 80, height: 30 };
const TITLE = { width: 120, height: 44 };

/** A graph of boxes of one size, labels of one size, and lines that all look alike. */
export function sizedGraph(sketch: GraphSketch): SizedGraph {
  const { lines, direction = 'TB', boundaries = {}, people = [], queues = [], width } = sketch;
  const parents = new Map(
    Object.entries(boundaries).flatMap(([id, held]) => held.map((inner) => [inner, id] as const)),
  );
  const parentOf = (id: string) => {
    const parent = parents.get(id);
    return parent === undefined ? {} : { parent };
  };
  const ids = new Set<string>();
  const edges: SizedEdge[] = [];
  for (const [index, text] of lines.entries()) {
    const [ends = '', words] = text.split(': ');
    const [source = '', target] = ends.split('>');
    if (!(source in boundaries)) ids.add(source);
    if (target === undefined) continue;
    if (!(target in boundaries)) ids.add(target);
    const key = `e${index}`;
    edges.push({
      key,
      source,
      target,
      look: 'solid',
      ...(words !== undefined && { label: LABEL }),
    });
  }
  return {
    direction,
    nodes: [...ids].map((id) => ({
      id,
      ...BOX,
      ...parentOf(id),
      ...(people.includes(id) && { first: true }),
      ...(queues.includes(id) && { carrier: true }),
    })),
    clusters: Object.keys(boundaries).map((id) => ({ id, title: TITLE, ...parentOf(id) })),
    edges,
    ...(width !== undefined && { width }),
  };
}

/** The same, numbered and turned for the passes, with a way from names to numbers. */
export function graphOf(sketch: GraphSketch): { readonly graph: Graph; at(id: string): number } {
  const sized = sizedGraph(sketch);
  return {
    graph: toFrame(sized),
    at: (id) => sized.nodes.findIndex((node) => node.id === id),
  };
}
