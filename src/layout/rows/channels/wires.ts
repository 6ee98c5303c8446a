/** Lines that run as one between two layers: a trunk with its branches, or a single line. */
export interface Wire {
  readonly segments: readonly number[];
  /** By segment, where it meets the upper and the lower layer; one place where all share it. */
  readonly uppers: readonly number[];
  readonly lowers: readonly number[];
  readonly from: number;
  readonly to: number;
  /** The lower half of a wire that was cut in two: it lies under the upper one. */
  readonly under: Wire | undefined;
}

export function wireOf(
  segments: readonly number[],
  uppers: readonly number[],
  lowers: readonly number[],
  under?: Wire,
): Wire {
  const ends = [...uppers, ...lowers];
  return { segments, uppers, lowers, from: Math.min(...ends), to: Math.max(...ends), under };
}

/** Upright pieces that are closer than this would be read as one line. */
export const CLOSE = 12;

/** Cuts a wire in two, joined by an upright piece where no other wire has one. */
export function cutWire(wire: Wire, wires: readonly Wire[]): readonly [Wire, Wire] {
  const taken = wires.flatMap(({ uppers, lowers }) => [...uppers, ...lowers]);
  const isFree = (x: number) => taken.every((other) => Math.abs(other - x) >= CLOSE);
  const middle = Math.round((wire.from + wire.to) / 2);
  let x = middle;
  for (let off = 1; !isFree(x) && off < 2000; off++) {
    x = isFree(middle + off) ? middle + off : middle - off;
  }
  const upper = wireOf(wire.segments, wire.uppers, [x]);
  return [upper, wireOf(wire.segments, [x], wire.lowers, upper)];
}
