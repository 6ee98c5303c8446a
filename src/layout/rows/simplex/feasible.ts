import type { Arc, Problem } from './problem.ts';

/**
 * An arrangement that keeps all bars and is nowhere below `start`. From a start it is the nearest
 * such one by repeated pushing; without, by longest paths. Nothing when bars contradict each other.
 */
export function feasible(problem: Problem, start?: ArrayLike<number>): Int32Array | undefined {
  const { size, arcs } = problem;
  const bars = arcs.filter(({ kind }) => kind === 'bar');
  const values = Int32Array.from({ length: size }, (_, i) => start?.[i] ?? 0);
  if (!start) longestPaths(values, bars);
  for (let pass = 0; pass <= size; pass++) {
    let moved = false;
    for (const { from, to, gap } of bars) {
      const least = (values[from] ?? 0) + gap;
      if ((values[to] ?? 0) >= least) continue;
      values[to] = least;
      moved = true;
    }
    if (!moved) return values;
  }
  return undefined;
}

/** Pushes along bars in the order of their ends; what lies on a circle of bars is left alone. */
function longestPaths(values: Int32Array, bars: readonly Arc[]): void {
  const waiting = new Int32Array(values.length);
  const out: Arc[][] = Array.from(values, () => []);
  for (const arc of bars) {
    waiting[arc.to] = (waiting[arc.to] ?? 0) + 1;
    out[arc.from]?.push(arc);
  }
  const ready: number[] = [];
  for (let i = 0; i < values.length; i++) if (waiting[i] === 0) ready.push(i);
  for (const from of ready) {
    for (const { to, gap } of out[from] ?? []) {
      values[to] = Math.max(values[to] ?? 0, (values[from] ?? 0) + gap);
      const left = (waiting[to] ?? 0) - 1;
      waiting[to] = left;
      if (left === 0) ready.push(to);
    }
  }
}
