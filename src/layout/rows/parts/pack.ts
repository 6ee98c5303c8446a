import type { Point, Size } from '../../geometry.ts';

export interface Packed extends Size {
  /** By part, its upper left corner. */
  readonly at: readonly Point[];
}

/** A reader has to scroll sideways: how much more than paper each share of a sheet beyond it costs. */
const BEYOND = 2;
/** Tall parts stand first only where that is better by this much: small edits of the model move little. */
const MARGIN = 0.9;

/**
 * Stands parts on shelves, in their order or tall ones first, so that the whole comes near to the shape
 * of the sheet; of several widths the one that wastes least and goes least beyond the sheet.
 */
export function pack(sizes: readonly Size[], gap: number, sheet: Size): Packed {
  const tallFirst = [...sizes.keys()].sort(
    (a, b) => (sizes[b]?.height ?? 0) - (sizes[a]?.height ?? 0) || a - b,
  );
  const [own, sorted] = [[...sizes.keys()], tallFirst].map((order) =>
    packInOrder(order, sizes, gap, sheet),
  );
  const best = own && sorted && sorted.cost < own.cost * MARGIN ? sorted : own;
  return best?.packed ?? { width: 0, height: 0, at: [] };
}

function packInOrder(
  order: readonly number[],
  sizes: readonly Size[],
  gap: number,
  sheet: Size,
): { readonly packed: Packed; readonly cost: number } | undefined {
  let best: { packed: Packed; cost: number } | undefined;
  for (const width of widthsOf(order, sizes, gap)) {
    const packed = shelve(order, sizes, gap, width);
    const area = packed.width * packed.height;
    const [across, down] = [packed.width / sheet.width, packed.height / sheet.height];
    const off = Math.abs(Math.log(across / Math.max(1 / sheet.height, down)));
    const cost = area * (1 + off + BEYOND * Math.max(0, across - 1));
    if (!best || cost < best.cost) best = { packed, cost };
  }
  return best;
}

/** Widths at which a shelf ends exactly with one of the parts. */
function widthsOf(order: readonly number[], sizes: readonly Size[], gap: number): number[] {
  const widest = Math.max(0, ...sizes.map(({ width }) => width));
  const widths = new Set([widest]);
  let sum = -gap;
  for (const part of order) {
    sum += gap + (sizes[part]?.width ?? 0);
    if (sum > widest) widths.add(sum);
  }
  return [...widths];
}

function shelve(
  order: readonly number[],
  sizes: readonly Size[],
  gap: number,
  most: number,
): Packed {
  const at: Point[] = sizes.map(() => ({ x: 0, y: 0 }));
  let [x, y, shelf, width] = [0, 0, 0, 0];
  for (const part of order) {
    const size = sizes[part] ?? { width: 0, height: 0 };
    if (x > 0 && x + size.width > most) {
      y += shelf + gap;
      [x, shelf] = [0, 0];
    }
    at[part] = { x, y };
    width = Math.max(width, x + size.width);
    shelf = Math.max(shelf, size.height);
    x += size.width + gap;
  }
  return { width, height: y + shelf, at };
}
