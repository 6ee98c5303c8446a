import type { AuthorPlace, ViewGraph } from '#views/graph.ts';
import { centre, overlaps, type Point, type Rect, union } from '../geometry.ts';
import { type Badges, hasBadge } from '../marks.ts';
import type { OutlineEnd } from '../outline.ts';
import type { SizedView } from '../sized.ts';
import { placeNewcomers } from './newcomers.ts';

/** Where the boxes stand at a scale, and what of it is the author's own doing. */
export interface Ground {
  readonly scale: number;
  readonly boxes: ReadonlyMap<string, Rect>;
  /** How lines meet each box. */
  readonly ends: ReadonlyMap<string, OutlineEnd>;
  /** Whether two boxes overlap as their author placed them. */
  overlapped(a: string, b: string): boolean;
  /** Whether the author placed a box among what a boundary holds. */
  insideBefore(node: string, cluster: string): boolean;
}

/** The boxes around the scaled middles of the author's; those without a place near what they join. */
export function groundOf(
  graph: ViewGraph,
  sized: SizedView,
  scale: number,
  badges: Badges,
): Ground {
  const boxes = new Map<string, Rect>();
  for (const { id, place } of graph.nodes) {
    const size = sized.boxes.get(id);
    if (place && size) boxes.set(id, boxAt(place, size, scale));
  }
  placeNewcomers(graph, sized, boxes);
  const places = new Map(graph.nodes.map(({ id, place }) => [id as string, place]));
  const spreads = new Map<string, Rect | undefined>();
  const spreadOf = (cluster: string): Rect | undefined => {
    if (!spreads.has(cluster)) spreads.set(cluster, authorSpread(graph, cluster));
    return spreads.get(cluster);
  };
  return {
    scale,
    boxes,
    ends: new Map(
      graph.nodes.flatMap((node): [string, OutlineEnd][] => {
        const box = boxes.get(node.id);
        const marks = sized.marks.get(node.id);
        const badge = hasBadge(node, badges);
        const end = box && { box, shape: node.style.shape, badge, ...(marks && { marks }) };
        return end ? [[node.id, end]] : [];
      }),
    ),
    overlapped(a, b) {
      const [one, other] = [places.get(a), places.get(b)];
      return one !== undefined && other !== undefined && overlaps(one, other);
    },
    insideBefore(node, cluster) {
      const [place, spread] = [places.get(node), spreadOf(cluster)];
      return place !== undefined && spread !== undefined && overlaps(place, spread);
    },
  };
}

/** Our size, or the author's where a style gives one that is larger, around the same middle. */
function boxAt(place: AuthorPlace, size: { width: number; height: number }, scale: number): Rect {
  const width = Math.max(size.width, place.sized ? Math.round(place.width * scale) : 0);
  const height = Math.max(size.height, place.sized ? Math.round(place.height * scale) : 0);
  const middle = scaled(centre(place), scale);
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}

/** A point of Structurizr's in our pixels. */
export function scaled({ x, y }: Point, scale: number): Point {
  return { x: Math.round(x * scale * 2) / 2, y: Math.round(y * scale * 2) / 2 };
}

/** The ground of what a boundary holds, as its author placed it. */
function authorSpread(graph: Pick<ViewGraph, 'nodes' | 'clusters'>, id: string): Rect | undefined {
  return union([
    ...graph.nodes.flatMap(({ parent, place }) => (parent === id && place ? [place] : [])),
    ...graph.clusters.flatMap((cluster) =>
      cluster.parent === id ? (authorSpread(graph, cluster.id) ?? []) : [],
    ),
  ]);
}
