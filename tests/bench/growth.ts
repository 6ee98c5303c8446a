import type { LayoutEngine, PlacedGraph, SizedGraph } from '#layout/engine.ts';
import { bottom, type Rect, right } from '#layout/geometry.ts';

/** What an added element does to a drawing. */
export interface Growth {
  /** The share of pairs of boxes that change sides: left and right, or above and below. */
  readonly inverted: number;
  /** The share of boxes that move by more than 40 pixels, the move of all of them taken off. */
  readonly moved: number;
}

const FAR = 40;

/** Draws a graph again with one more box, called by the middle one and declared last. */
export function growthOf(graph: SizedGraph, engine: LayoutEngine): Growth | undefined {
  const caller = graph.nodes[graph.nodes.length >> 1];
  if (!caller || graph.nodes.length < 3) return undefined;
  const { parent } = caller;
  const added = { id: 'added', width: 152, height: 74, ...(parent !== undefined && { parent }) };
  const line = {
    key: 'added',
    source: caller.id,
    target: added.id,
    label: { width: 80, height: 16 },
  };
  const grown = { ...graph, nodes: [...graph.nodes, added], edges: [...graph.edges, line] };
  const [before, after] = [
    boxesOf(graph, engine.place(graph)),
    boxesOf(graph, engine.place(grown)),
  ];
  return { inverted: inverted(before, after), moved: moved(before, after) };
}

function boxesOf({ nodes }: SizedGraph, placed: PlacedGraph): Rect[] {
  return nodes.flatMap(({ id }) => placed.nodes.get(id) ?? []);
}

function inverted(before: readonly Rect[], after: readonly Rect[]): number {
  let [pairs, changed] = [0, 0];
  for (let i = 0; i < before.length; i++) {
    for (let j = i + 1; j < before.length; j++) {
      const [a, b, c, d] = [before[i], before[j], after[i], after[j]];
      if (!a || !b || !c || !d) continue;
      pairs += 1;
      if (across(a, b) * across(c, d) < 0 || along(a, b) * along(c, d) < 0) changed += 1;
    }
  }
  return changed / Math.max(1, pairs);
}

/** −1 where the first stands wholly left of the second, 1 where wholly right. */
function across(a: Rect, b: Rect): number {
  return right(a) <= b.x ? -1 : right(b) <= a.x ? 1 : 0;
}

function along(a: Rect, b: Rect): number {
  return bottom(a) <= b.y ? -1 : bottom(b) <= a.y ? 1 : 0;
}

function moved(before: readonly Rect[], after: readonly Rect[]): number {
  const by = after.map((box, at) => ({
    x: middle(box).x - middle(before[at] ?? box).x,
    y: middle(box).y - middle(before[at] ?? box).y,
  }));
  const all = { x: median(by.map(({ x }) => x)), y: median(by.map(({ y }) => y)) };
  const far = by.filter(({ x, y }) => Math.hypot(x - all.x, y - all.y) > FAR);
  return far.length / Math.max(1, by.length);
}

function middle({ x, y, width, height }: Rect) {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The middle value; of an even number the upper one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
