import { contains, crosses, overlaps, type Point, type Rect, right } from '../geometry.ts';
import type { PlacedCluster, PlacedEdge } from '../placed.ts';
import type { SizedView } from '../sized.ts';
import type { Ground } from './boxes.ts';
import { type Line, lengthOf } from './lines.ts';

/** What a label pays for standing somewhere, in pixels of a longer way from where it should. */
const COST = { box: 4000, label: 4000, title: 2000, line: 150, border: 150, aside: 24, bend: 60 };
/** Free ground between a label and a box or another label. */
const GAP = 4;
const SHARES = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);

interface Taken {
  readonly boxes: readonly Rect[];
  readonly titles: readonly Rect[];
  readonly borders: readonly Rect[];
  readonly labels: Rect[];
  readonly lines: readonly Line[];
}

/**
 * Labels on their lines where the author wants them, else as near as they find room: further along
 * the line, or beside it. Short lines choose first.
 */
export function placeLabels(
  lines: readonly Line[],
  sized: SizedView,
  ground: Ground,
  clusters: readonly PlacedCluster[],
): PlacedEdge[] {
  const taken: Taken = {
    boxes: [...ground.boxes.values()],
    titles: clusters.map(({ title: { width, height }, titleAt }) => ({
      ...titleAt,
      width,
      height,
    })),
    borders: clusters.map(({ box }) => box),
    labels: [],
    lines,
  };
  const found = new Map<string, Rect>();
  for (const line of lines.toSorted((a, b) => lengthOf(a.points) - lengthOf(b.points))) {
    const text = sized.labels.get(line.edge.key);
    if (!text || text.width === 0) continue;
    const box = bestPlace(line, text, taken);
    taken.labels.push(box);
    found.set(line.edge.key, box);
  }
  return lines.map(({ edge, points, curved }) => {
    const [box, text] = [found.get(edge.key), sized.labels.get(edge.key)];
    const label = box && text && { box, text };
    return { edge, points, ...(curved && { curved: true }), ...(label && { label }) };
  });
}

function bestPlace(
  line: Line,
  { width, height }: { readonly width: number; readonly height: number },
  taken: Taken,
): Rect {
  const length = lengthOf(line.points);
  let best: { readonly box: Rect; readonly cost: number } | undefined;
  for (const share of [line.at, ...SHARES]) {
    const { at, across } = pointAt(line.points, length * share);
    const out = (Math.abs(across.x) * width + Math.abs(across.y) * height) / 2 + 2 * GAP;
    for (const side of [0, 1, -1]) {
      const box = {
        x: Math.round(at.x + across.x * out * side - width / 2),
        y: Math.round(at.y + across.y * out * side - height / 2),
        width,
        height,
      };
      const moved = Math.abs(share - line.at) * length + (side === 0 ? 0 : COST.aside + out / 4);
      // The head of the arrow and a piece of line before it stay in sight.
      const end = length * (1 - share) < 16 && side === 0 ? COST.line : 0;
      if (best && moved + end >= best.cost) continue;
      const cost = moved + end + priceOf(box, line, taken);
      if (!best || cost < best.cost) best = { box, cost };
    }
  }
  return best?.box ?? { x: 0, y: 0, width, height };
}

function priceOf(box: Rect, line: Line, taken: Taken): number {
  const room = {
    x: box.x - GAP,
    y: box.y - GAP,
    width: box.width + 2 * GAP,
    height: box.height + 2 * GAP,
  };
  const count = (others: readonly Rect[]) => others.filter((other) => overlaps(room, other)).length;
  const borders = taken.borders.filter((other) => overlaps(box, other) && !within(box, other));
  const lines = taken.lines.filter(
    ({ edge, points }) =>
      edge.key !== line.edge.key &&
      points.some((to, at) => at > 0 && crosses(points[at - 1] ?? to, to, box)),
  );
  const bends = line.points.slice(1, -1).filter((bend) => contains(box, bend));
  return (
    COST.bend * bends.length +
    COST.box * count(taken.boxes) +
    COST.label * count(taken.labels) +
    COST.title * count(taken.titles) +
    COST.line * lines.length +
    COST.border * borders.length
  );
}

function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    right(inner) <= right(outer) &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** A point of a line by its distance from the beginning, and the direction across the line there. */
function pointAt(points: readonly Point[], distance: number): { at: Point; across: Point } {
  let left = distance;
  for (const [index, b] of points.entries()) {
    const a = points[index - 1];
    if (!a) continue;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (left > length && index < points.length - 1) {
      left -= length;
      continue;
    }
    const share = Math.min(1, left / (length || 1));
    const across = { x: -(b.y - a.y) / (length || 1), y: (b.x - a.x) / (length || 1) };
    return { at: { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }, across };
  }
  return { at: points[0] ?? { x: 0, y: 0 }, across: { x: 0, y: 1 } };
}
