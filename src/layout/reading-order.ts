import type { Rect } from './geometry.ts';

/**
 * Things on a sheet in the order in which an eye meets them: row by row from the top, and each row from
 * the left. A row is what has its middle above the lower edge of the row's highest middle.
 */
export function inReadingOrder<T extends { readonly box: Rect }>(things: readonly T[]): T[] {
  const rows: { readonly bottom: number; readonly things: T[] }[] = [];
  for (const thing of things.toSorted((a, b) => middle(a.box) - middle(b.box))) {
    const row = rows.at(-1);
    if (row && middle(thing.box) < row.bottom) row.things.push(thing);
    else rows.push({ bottom: thing.box.y + thing.box.height, things: [thing] });
  }
  return rows.flatMap((row) => row.things.toSorted((a, b) => a.box.x - b.box.x));
}

const middle = ({ y, height }: Rect) => y + height / 2;
