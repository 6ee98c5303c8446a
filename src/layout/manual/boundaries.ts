import type { ViewGraph } from '#views/graph.ts';
import { crosses, overlaps, type Point, type Rect, right, union } from '../geometry.ts';
import type { PlacedCluster } from '../placed.ts';
import { type SizedView, TITLE_INSET } from '../sized.ts';
import type { Ground } from './boxes.ts';

/** Between a boundary and what it holds. */
const PADDING = 20;
/** Between a boundary's title and what stands below it. */
const BELOW_TITLE = 12;
/** The number of instances beside a title. */
const COUNT = 56;

/** Boundaries around what they hold, their titles above it. */
export function placeBoundaries(
  { nodes, clusters }: ViewGraph,
  sized: SizedView,
  { boxes, ends }: Ground,
): PlacedCluster[] {
  const placed = new Map<string, PlacedCluster>();
  // A parent comes before what it holds, so from the end each one's inside is known.
  for (const cluster of clusters.toReversed()) {
    const title = sized.titles.get(cluster.id);
    const inside = union([
      ...nodes.flatMap(({ id, parent }) => {
        const box = parent === cluster.id ? boxes.get(id) : undefined;
        return box ? [withMarks(box, ends.get(id)?.marks)] : [];
      }),
      ...placed
        .values()
        .flatMap((inner) =>
          inner.cluster.parent === cluster.id
            ? [withMarks(inner.box, inner.cluster.instances === undefined ? undefined : STACK)]
            : [],
        ),
    ]);
    if (!title || !inside) continue;
    const top = TITLE_INSET.y + title.height + BELOW_TITLE;
    const least = title.width + 2 * TITLE_INSET.x + (cluster.instances === undefined ? 0 : COUNT);
    const width = Math.max(inside.width + 2 * PADDING, least);
    const box = {
      x: inside.x - PADDING,
      y: inside.y - top,
      width,
      height: inside.height + top + PADDING,
    };
    const titleAt = { x: box.x + TITLE_INSET.x, y: box.y + TITLE_INSET.y };
    placed.set(cluster.id, { cluster, box, title, titleAt });
  }
  return clusters.flatMap(({ id }) => placed.get(id) ?? []);
}

const STACK = { top: 8, right: 8, bottom: 0, left: 0 };

function withMarks(box: Rect, marks: typeof STACK | undefined): Rect {
  if (!marks) return box;
  return {
    x: box.x - marks.left,
    y: box.y - marks.top,
    width: box.width + marks.left + marks.right,
    height: box.height + marks.top + marks.bottom,
  };
}

/** How far a title moves at a time to get out of a line's way. */
const TITLE_STEP = 12;

/**
 * Titles out of the way of lines: along the upper side of their boundary, as far as the first place
 * that no line passes through and no box stands on; where there is none they stay in the corner.
 */
export function clearTitles(
  clusters: readonly PlacedCluster[],
  lines: readonly (readonly Point[])[],
): PlacedCluster[] {
  return clusters.map((placed) => {
    const { box, title, titleAt, cluster } = placed;
    const inner = clusters.filter(({ cluster: { parent } }) => parent === cluster.id);
    const count = cluster.instances === undefined ? 0 : COUNT;
    const last = right(box) - TITLE_INSET.x - count - title.width;
    for (let x = titleAt.x; x <= last; x += TITLE_STEP) {
      const ground = { x: x - 3, y: titleAt.y, width: title.width + 6, height: title.height };
      const isCrossed = lines.some((points) =>
        points.some((to, at) => at > 0 && crosses(points[at - 1] ?? to, to, ground)),
      );
      if (isCrossed || inner.some((other) => overlaps(other.box, ground))) continue;
      return { ...placed, titleAt: { ...titleAt, x } };
    }
    return placed;
  });
}
