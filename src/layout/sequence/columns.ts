/** Two columns and the least distance between their middles. */
export interface Spacing {
  readonly from: number;
  readonly to: number;
  readonly distance: number;
}

/**
 * The middles of columns from left to right, as close as the spacings allow: longest paths from the
 * first column. Each spacing runs from a lower to a higher column.
 */
export function spaceColumns(count: number, first: number, spacings: readonly Spacing[]): number[] {
  const middles = Array.from({ length: count }, () => first);
  for (let column = 1; column < count; column++) {
    for (const { from, to, distance } of spacings) {
      if (to === column) {
        middles[column] = Math.max(middles[column] ?? 0, (middles[from] ?? 0) + distance);
      }
    }
  }
  return middles;
}
