import { CLOSE, cutWire, type Wire } from './wires.ts';

/** Two upright pieces on one line weigh as much as this many crossings. */
const ON_ONE_LINE = 100;

/**
 * The cost of one wire's level piece lying above another's: crossings of the upper one's lower ends
 * with the other, and of the other's upper ends with it; and ends that would run on one another.
 */
export function costAbove(above: Wire, below: Wire): number {
  if (below.under === above) return 0;
  if (above.under === below) return 10 * ON_ONE_LINE;
  let cost = 0;
  for (const x of above.lowers) {
    if (x > below.from && x < below.to) cost += 1;
    for (const other of below.uppers) if (Math.abs(x - other) < CLOSE) cost += ON_ONE_LINE;
  }
  for (const x of below.uppers) if (x > above.from && x < above.to) cost += 1;
  return cost;
}

export interface Levels {
  /** The wires that are not straight; those that had to be cut as two halves. */
  readonly wires: readonly Wire[];
  /** By wire, its track. */
  readonly levels: readonly number[];
}

/**
 * Tracks for the level pieces of wires in one gap (Sander 2003, hyperedges in channels): of two that
 * overlap the cheaper one lies above; circles are broken at their cheapest arc; each wire takes the
 * first track under all that lie above it. Where every order puts two lines on one, a wire is cut.
 */
export function levelsOf(all: readonly Wire[]): Levels {
  let wires = all.filter(({ from, to }) => from < to);
  const straight = all.filter(({ from, to }) => from === to);
  for (let cuts = 0; cuts <= all.length; cuts++) {
    const { under, clash } = orderOf(wires);
    if (!clash || cuts === all.length) return { wires, levels: longestLevels(under) };
    const halves = cutWire(clash, [...wires, ...straight]);
    wires = wires.flatMap((wire) => (wire === clash ? halves : wire));
  }
  return { wires, levels: wires.map(() => 0) };
}

/** Which wires lie under which, and one that no order keeps clear of the others. */
function orderOf(wires: readonly Wire[]): { under: number[][]; clash: Wire | undefined } {
  const arcs: { above: number; below: number; weight: number; least: number }[] = [];
  for (const [i, a] of wires.entries()) {
    for (let j = i + 1; j < wires.length; j++) {
      const b = wires[j];
      if (!b || a.from >= b.to + CLOSE || b.from >= a.to + CLOSE) continue;
      const [over, below] = [costAbove(a, b), costAbove(b, a)];
      const [above, beneath] = below < over ? [j, i] : [i, j];
      arcs.push({
        above,
        below: beneath,
        weight: Math.abs(over - below),
        least: Math.min(over, below),
      });
    }
  }
  arcs.sort((a, b) => b.weight - a.weight);
  const under: number[][] = wires.map(() => []);
  let clash: Wire | undefined;
  for (const { above, below, weight, least } of arcs) {
    const reversed = reaches(under, below, above);
    if (reversed) under[below]?.push(above);
    else under[above]?.push(below);
    if (least >= ON_ONE_LINE || (reversed && weight >= ON_ONE_LINE / 2)) {
      const [a, b] = [wires[above], wires[below]];
      clash ??= (a?.segments.length ?? 0) <= (b?.segments.length ?? 0) ? a : b;
    }
  }
  return { under, clash };
}

function reaches(under: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const next of under[at] ?? []) seen.add(next);
  }
  return false;
}

function longestLevels(under: readonly (readonly number[])[]): number[] {
  const levels = under.map(() => 0);
  const settle = (wire: number, level: number): void => {
    if ((levels[wire] ?? 0) > level) return;
    levels[wire] = level;
    for (const next of under[wire] ?? []) settle(next, level + 1);
  };
  const entered = new Set(under.flat());
  for (const wire of under.keys()) if (!entered.has(wire)) settle(wire, 0);
  return levels;
}
