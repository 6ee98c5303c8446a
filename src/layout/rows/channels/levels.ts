import { CLOSE, cutWire, type Wire } from './wires.ts';

/** With more wires than this in one gap nobody follows each; weighing all pairs would take seconds. */
const MANY = 150;

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
  if (wires.length > MANY) return quickLevels(wires);
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
      if (!b || !overlap(a, b)) continue;
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

/** By wire, how many lie above it one over the other: each is reached once all above it are known. */
function longestLevels(under: readonly (readonly number[])[]): number[] {
  const levels = under.map(() => 0);
  const waiting = under.map(() => 0);
  for (const wire of under.flat()) waiting[wire] = (waiting[wire] ?? 0) + 1;
  const ready = [...under.keys()].filter((wire) => waiting[wire] === 0);
  for (const wire of ready) {
    for (const next of under[wire] ?? []) {
      levels[next] = Math.max(levels[next] ?? 0, (levels[wire] ?? 0) + 1);
      const left = (waiting[next] ?? 0) - 1;
      waiting[next] = left;
      if (left === 0) ready.push(next);
    }
  }
  return levels;
}

/**
 * Tracks without weighing each pair: wires that go right, from the right, then those that go left, from
 * the left, each under all before it that it overlaps. Within a direction none crosses another.
 */
function quickLevels(wires: readonly Wire[]): Levels {
  const goesRight = ({ uppers, lowers }: Wire) => mean(lowers) > mean(uppers);
  const right = wires.filter(goesRight).toSorted((a, b) => b.from - a.from);
  const left = wires.filter((wire) => !goesRight(wire)).toSorted((a, b) => a.from - b.from);
  const ordered = [...right, ...left];
  const levels: number[] = [];
  for (const [at, wire] of ordered.entries()) {
    let level = 0;
    for (let before = 0; before < at; before++) {
      const other = ordered[before];
      if (other && overlap(other, wire)) level = Math.max(level, (levels[before] ?? 0) + 1);
    }
    levels.push(level);
  }
  return { wires: ordered, levels };
}

const mean = (places: readonly number[]) =>
  places.reduce((sum, place) => sum + place, 0) / places.length;

const overlap = (a: Wire, b: Wire) => a.from < b.to + CLOSE && b.from < a.to + CLOSE;
