/** Lengths are CSS pixels of the drawing at its natural size; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box by its upper left corner. */
export interface Rect extends Point, Size {}

export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

export function right(rect: Rect): number {
  return rect.x + rect.width;
}

export function bottom(rect: Rect): number {
  return rect.y + rect.height;
}

export function centre(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** Whether two boxes share ground; touching edges do not count. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

/** Whether a point lies in a box or on its edge. */
export function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x <= right(rect) && y >= rect.y && y <= bottom(rect);
}

/** The smallest box around some boxes; nothing for none. */
export function union(rects: readonly Rect[]): Rect | undefined {
  const [first] = rects;
  if (!first) return undefined;
  let [x, y, farX, farY] = [first.x, first.y, right(first), bottom(first)];
  for (const rect of rects) {
    x = Math.min(x, rect.x);
    y = Math.min(y, rect.y);
    farX = Math.max(farX, right(rect));
    farY = Math.max(farY, bottom(rect));
  }
  return { x, y, width: farX - x, height: farY - y };
}

/** Whether the straight line from a to b passes through the inside of a box (slab test). */
export function crosses(a: Point, b: Point, rect: Rect): boolean {
  let from = 0;
  let to = 1;
  for (const [start, end, low, high] of [
    [a.x, b.x, rect.x, right(rect)],
    [a.y, b.y, rect.y, bottom(rect)],
  ] as const) {
    const distance = end - start;
    if (distance === 0) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const [near, far] = [(low - start) / distance, (high - start) / distance].sort((m, n) => m - n);
    from = Math.max(from, near ?? 0);
    to = Math.min(to, far ?? 1);
  }
  return from < to;
}
