import { around, type Interval } from '../graph/graph.ts';
import type { Ordered } from '../ordered.ts';
import type { Ports } from '../ports/ports.ts';
import { type Arc, bar } from '../simplex/problem.ts';
import type { Turns } from '../turns/turns.ts';
import type { Variables } from './separate.ts';

/** Free ground between a title and a line that enters its boundary beside it. */
const BESIDE_TITLE = 12;

/** The sides of boundaries, by cluster. */
interface Sides {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** A boundary that a segment enters through its upper border, and how far right of its side. */
export interface Entry {
  readonly cluster: number;
  readonly distance: number;
  /** How far left of its other side, at least. */
  readonly corner: number;
}

/** The boundaries that open above the lower end of a segment, with the room that their titles take. */
export function entriesOf({ graph, layers }: Ordered, segment: number): Entry[] {
  const item = layers.items[layers.segments[segment]?.lower ?? -1];
  const entries: Entry[] = [];
  if (graph.turned || !item) return entries;
  for (const cluster of around(graph, item.cluster)) {
    if (layers.spans[cluster]?.first !== item.layer) break;
    if (item.kind === 'gate' && item.cluster === cluster) continue;
    const { title, corner } = graph.clusters[cluster] ?? { title: { width: 0 }, corner: 0 };
    entries.push({ cluster, distance: Math.ceil(title.width) + BESIDE_TITLE, corner });
  }
  return entries;
}

/** How far left, and how far right, a line may come in. */
export function entryRange(
  { columns }: { readonly columns: Sides },
  { cluster, distance, corner }: Entry,
): Interval {
  return [(columns.left[cluster] ?? 0) + distance, (columns.right[cluster] ?? 0) - corner];
}

/** A line that comes into a boundary through its upper border passes at the right of the title. */
export function besideTitles(
  ordered: Ordered,
  ports: Ports,
  turns: Turns,
  variables: Variables,
): Arc[] {
  return ordered.layers.segments.flatMap(({ upper, lower }, segment) => {
    // A line that turns within the row, or at its label, comes down where its upper end is.
    const turned = turns.lower.has(segment) || turns.arms.has(lower);
    const [item, port] = turned
      ? [upper, ports.upper[segment] ?? 0]
      : [lower, ports.lower[segment] ?? 0];
    return entriesOf(ordered, segment).flatMap(({ cluster, distance, corner }) => [
      bar(variables.left(cluster), item, distance - port),
      ...(corner > 0 ? [bar(item, variables.right(cluster), corner + port)] : []),
    ]);
  });
}
