import type { Wire } from './channels.ts';

/** Upright pieces that are closer than this would be read as one line. */
const CLOSE = 12;
/** Such a pair weighs as much as this many crossings. */
const ON_ONE_LINE = 100;

/**
 * The cost of one wire's level piece lying above another's: crossings of the upper one's lower ends
 * with the other, and of the other's upper ends with it; and ends that would run on one another.
 */
export function costAbove(above: Wire, below: Wire): number {
  let cost = 0;
  for (const x of above.lowers) {
    if (x > below.from && x < below.to) cost += 1;
    for (const other of below.uppers) if (Math.abs(x - other) < CLOSE) cost += ON_ONE_LINE;
  }
  for (const x of below.uppers) if (x > above.from && x < above.to) cost += 1;
  return cost;
}

/**
 * Tracks for the level pieces of wires in one gap (Sander 2003, hyperedges in channels): of two that
 * overlap the cheaper one lies above; circles are broken at their cheapest arc; each wire takes the
 * first track under all that lie above it.
 */
export function levelsOf(wires: readonly Wire[]): number[] {
  const arcs: { above: number; below: number; weight: number }[] = [];
  for (const [i, a] of wires.entries()) {
    for (let j = i + 1; j < wires.length; j++) {
      const b = wires[j];
      if (!b || a.from >= b.to + CLOSE || b.from >= a.to + CLOSE) continue;
      const difference = costAbove(b, a) - costAbove(a, b);
      arcs.push(
        difference < 0
          ? { above: j, below: i, weight: -difference }
          : { above: i, below: j, weight: difference },
      );
    }
  }
  arcs.sort((a, b) => b.weight - a.weight);
  const under: number[][] = wires.map(() => []);
  const reaches = (from: number, to: number): boolean => {
    const seen = new Set([from]);
    for (const at of seen) {
      if (at === to) return true;
      for (const next of under[at] ?? []) seen.add(next);
    }
    return false;
  };
  for (const { above, below } of arcs) {
    if (reaches(below, above)) under[below]?.push(above);
    else under[above]?.push(below);
  }
  const levels = wires.map(() => 0);
  const settle = (wire: number, level: number): void => {
    if ((levels[wire] ?? 0) > level) return;
    levels[wire] = level;
    for (const next of under[wire] ?? []) settle(next, level + 1);
  };
  const entered = new Set(under.flat());
  for (const wire of wires.keys()) if (!entered.has(wire)) settle(wire, 0);
  return levels;
}
