import type { WorkspaceIndex } from '#model/index.ts';
import type { ElementInView, GraphView } from '#model/views.ts';
import type { AuthorCourse, AuthorPlace, NodeStyle, ViewGraph } from './graph.ts';
import { edgeKey, inOrder } from './steps.ts';
import type { StyleSheet } from './styles.ts';

/** Structurizr's sizes of boxes whose styles say none, in its pixels. */
const BOX = { width: 450, height: 300 };
const FIGURE = { width: 400, height: 400 };

/**
 * A graph with the places that its author gave boxes and lines, where there are some: a view without
 * automatic layout in which something stands elsewhere than at 0, 0.
 */
export function arrange(
  graph: ViewGraph,
  index: WorkspaceIndex,
  view: GraphView,
  sheet: StyleSheet,
): ViewGraph {
  const boxes = new Set<string>(graph.nodes.map(({ id }) => id));
  const standing = placed(view.elements.filter(({ id, unplaced }) => boxes.has(id) && !unplaced));
  if (view.autoLayout || standing.size === 0) return graph;
  const places = new Map(view.elements.map((inView) => [inView.id as string, inView]));
  const courses = new Map(
    inOrder(view).map((inView, position): [string, AuthorCourse] => {
      const relationship = index.relationship(inView.id);
      const styled = relationship ? sheet.course(relationship) : {};
      const along = inView.position ?? styled.position;
      return [
        edgeKey(inView, position),
        {
          bends: inView.vertices ?? [],
          routing: inView.routing ?? styled.routing ?? 'Direct',
          ...(along !== undefined && { position: along }),
        },
      ];
    }),
  );
  return {
    ...graph,
    diagram: 'manual',
    nodes: graph.nodes.map((node) => {
      const at = places.get(node.id);
      if (!at || !standing.has(node.id)) return node;
      const place: AuthorPlace = { x: at.x, y: at.y, ...sizeOf(node.style) };
      return { ...node, place };
    }),
    edges: graph.edges.map((edge) => {
      const course = courses.get(edge.key);
      return course ? { ...edge, course } : edge;
    }),
  };
}

/**
 * The elements that somebody placed. What is at 0, 0 usually has no place yet; but one that stands
 * there alone, in the row or the column of another, was put there.
 */
function placed(elements: readonly ElementInView[]): ReadonlySet<string> {
  const elsewhere = elements.filter(({ x, y }) => x !== 0 || y !== 0);
  const at0 = elements.filter(({ x, y }) => x === 0 && y === 0);
  const inLine = ({ x, y }: ElementInView) =>
    Math.abs(x) < BOX.width / 2 || Math.abs(y) < BOX.height / 2;
  const isFree = elsewhere.every(
    ({ x, y }) => Math.abs(x) >= BOX.width || Math.abs(y) >= BOX.height,
  );
  const counts = at0.length === 1 && isFree && elsewhere.some(inLine);
  return new Set([...elsewhere, ...(counts ? at0 : [])].map(({ id }) => id));
}

/** As Structurizr's renderer sizes a shape. */
function sizeOf(style: NodeStyle): Pick<AuthorPlace, 'width' | 'height' | 'sized'> {
  const { shape } = style;
  const sized = style.width !== undefined || style.height !== undefined;
  if (shape === 'Person' || shape === 'Robot') {
    const { width } = sized ? { ...BOX, ...style } : FIGURE;
    return { width, height: width, sized };
  }
  const { width, height } = { ...BOX, ...style };
  if (shape === 'Circle' || shape === 'Diamond') return { width, height: width, sized };
  if (shape === 'Hexagon') return { width, height: Math.floor((width / 2) * Math.sqrt(3)), sized };
  return { width, height, sized };
}
