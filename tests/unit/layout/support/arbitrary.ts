import fc from 'fast-check';
import { SHAPES } from '#model/styles.ts';
import type { Direction, GraphCluster, GraphEdge, GraphNode, ViewGraph } from '#views/graph.ts';
import { boundary, box, line, view } from './views.ts';

const WORDS = [
  '',
  'Orders',
  'Order service',
  'Reads and writes orders',
  'com.example.commerce.orders.OrderRepositoryImplementation',
  '注文サービスと在庫の確認',
  'x'.repeat(60),
  'Sends e-mail to customers about the state of their orders',
];

const words = fc.constantFrom(...WORDS);
const directions = fc.constantFrom<Direction>('TB', 'BT', 'LR', 'RL');

export interface GraphLimits {
  readonly nodes: number;
  readonly clusters: number;
  readonly edges: number;
}

/**
 * Views of any structure: nested boundaries, self-loops, parallel lines, circles, lines that end at
 * boundaries, all shapes, long words, every direction.
 */
export function anyView({ nodes, clusters, edges }: GraphLimits): fc.Arbitrary<ViewGraph> {
  return fc
    .record({
      clusters: fc.array(fc.record({ parent: fc.nat(clusters), name: words }), {
        maxLength: clusters,
      }),
      nodes: fc.array(
        fc.record({
          parent: fc.nat(clusters),
          name: words,
          about: words,
          shape: fc.constantFrom(...SHAPES),
          person: fc.nat(6),
        }),
        { minLength: 1, maxLength: nodes, size: 'max' },
      ),
      edges: fc.array(
        fc.record({
          source: fc.nat(nodes * 10),
          target: fc.nat(nodes * 10),
          atBoundary: fc.nat(20),
          description: words,
          technology: fc.constantFrom('', 'HTTPS', 'JSON over HTTPS'),
          dashed: fc.boolean(),
        }),
        { minLength: Math.floor(edges / 4), maxLength: edges },
      ),
      direction: directions,
    })
    .map((drawn) => {
      const boundaries: GraphCluster[] = [];
      for (const [index, { parent, name }] of drawn.clusters.entries()) {
        const holder = parent < index ? `c${parent}` : undefined;
        boundaries.push(boundary(`c${index}`, name || `c${index}`, holder));
      }
      const boxes: GraphNode[] = drawn.nodes.map(({ parent, name, about, shape, person }, index) =>
        box({
          id: `n${index}`,
          name,
          about,
          shape: person === 0 ? 'Person' : shape,
          kind: person === 0 ? 'Person' : 'Container',
          ...(parent < boundaries.length && { in: `c${parent}` }),
        }),
      );
      const lines: GraphEdge[] = [];
      for (const [index, edge] of drawn.edges.entries()) {
        const source = `n${edge.source % boxes.length}`;
        const node = `n${edge.target % boxes.length}`;
        const cluster = `c${edge.target % Math.max(1, boundaries.length)}`;
        const atBoundary = edge.atBoundary === 0 && boundaries.length > 0;
        if (atBoundary && holds(boxes, boundaries, cluster, source)) continue;
        const { description, technology } = edge;
        lines.push(
          line(
            `e${index}`,
            source,
            atBoundary ? cluster : node,
            description,
            technology,
            edge.dashed ? 'Dashed' : 'Solid',
          ),
        );
      }
      return view({
        nodes: boxes,
        clusters: boundaries,
        edges: lines,
        direction: drawn.direction,
      });
    });
}

/** Whether a boundary is around a box: a line between the two cannot be drawn. */
function holds(
  boxes: readonly GraphNode[],
  boundaries: readonly GraphCluster[],
  cluster: string,
  id: string,
): boolean {
  let at: string | undefined = boxes.find((node) => node.id === id)?.parent;
  while (at !== undefined && at !== cluster) at = boundaries.find((b) => b.id === at)?.parent;
  return at === cluster;
}
