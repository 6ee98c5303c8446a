import type { Point } from './lines.ts';

/** A rectangle that a label takes. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether two boxes have more than an edge in common. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A label that wants its middle at one height. */
interface Wanted {
  readonly at: number;
  readonly height: number;
}

/**
 * The middles of labels that stand over each other, in their order: each as near to where it wants
 * to be as the one before it lets it, all between `top` and `bottom` where they fit at all.
 */
export function spread(wanted: readonly Wanted[], top: number, bottom: number): number[] {
  const down: number[] = [];
  let free = top;
  for (const { at, height } of wanted) {
    const middle = Math.max(at, free + height / 2);
    down.push(middle);
    free = middle + height / 2;
  }
  const places: number[] = [];
  let limit = bottom;
  for (const [index, { height }] of [...wanted.entries()].reverse()) {
    const middle = Math.min(down[index] ?? limit, limit - height / 2);
    places.unshift(middle);
    limit = middle - height / 2;
  }
  return places;
}

/** Something that is written above the line of a chart, on a stem that stands at `x`. */
export interface Stemmed {
  readonly x: number;
  /** How far the label reaches to either side of the stem's upper end. */
  readonly before: number;
  readonly after: number;
  readonly height: number;
  /** From the line to the label, at the least. */
  readonly stem: number;
  /** How far the upper end may lean to either side. */
  readonly lean?: number;
}

/** What labels above a line keep clear of. */
export interface Ground {
  /** The highest point of the line over a stretch of the chart. */
  readonly ceiling: (left: number, right: number) => number;
  /** Nothing is written above this, or beyond these. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly taken: readonly Box[];
}

/** Where something is written: its box, the upper end of its stem, and the boxes that the stem takes. */
export interface Placed {
  readonly label: Box;
  readonly x: number;
  readonly stem: readonly Box[];
}

/** How far a label is raised, and its stem leans, at a time. */
const RAISE = 6;
const LEAN = 8;

/**
 * The free place nearest above a line for a label on a stem, or none. It is raised and leans to the
 * side as far as others make it; nothing stands in the way of the stem either.
 */
export function placeAbove(wanted: Stemmed, ground: Ground): Placed | undefined {
  const { ceiling, top, taken } = ground;
  const { x, before, after, height, stem, lean = 0 } = wanted;
  const foot = ceiling(x, x);
  const sides = Array.from({ length: Math.floor(lean / LEAN) }, (_, step) => (step + 1) * LEAN);
  const candidates = [0, ...sides.flatMap((side) => [-side, side])].flatMap((side) => {
    const [left, right] = [x + side - before, x + side + after];
    if (left < ground.left || right > ground.right) return [];
    const lowest = ceiling(left, right) - stem;
    const raises = Math.max(0, Math.floor((lowest - height - top) / RAISE) + 1);
    return Array.from({ length: raises }, (_, raise) => {
      const bottom = lowest - raise * RAISE;
      const label = { left, right, top: bottom - height, bottom };
      return { label, x: x + side, far: foot - bottom + Math.abs(side) };
    });
  });
  for (const { label, x: upper } of candidates.sort((a, b) => a.far - b.far)) {
    const own = stemBoxes([x, foot], [upper, label.bottom]);
    if (![label, ...own].some((box) => taken.some((other) => overlap(box, other)))) {
      return { label, x: upper, stem: own };
    }
  }
  return undefined;
}

/** A straight stem as boxes that are as narrow as it is nearly upright. */
function stemBoxes([x, foot]: Point, [upper, head]: Point): Box[] {
  const parts = Math.max(1, Math.ceil(Math.abs(upper - x) / 2));
  return Array.from({ length: parts }, (_, part) => {
    const at = (share: number): Point => [x + (upper - x) * share, foot + (head - foot) * share];
    const [[a, low], [b, high]] = [at(part / parts), at((part + 1) / parts)];
    const box = { left: Math.min(a, b) - 1, right: Math.max(a, b) + 1 };
    return { ...box, top: Math.min(low, high), bottom: Math.max(low, high) };
  });
}
