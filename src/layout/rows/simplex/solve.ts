import { feasible } from './feasible.ts';
import type { Problem } from './problem.ts';
import { Tableau } from './tableau.ts';

export interface SolveOptions {
  /** Where to begin; bars that it breaks are mended first. */
  readonly start?: ArrayLike<number>;
  /** At most so many pivots; what has been reached by then is feasible. */
  readonly pivots?: number;
}

export interface Solution {
  readonly values: Int32Array;
  readonly pivots: number;
}

/**
 * Network simplex for bars and springs (Gansner, Koutsofios, North, Vo 1993, with springs as arcs
 * whose slope changes sign, so that they need no variable of their own). Each pivot moves one side
 * of a spanning tree of tight arcs downhill, past springs, for as long as it pays. Ties go to the
 * lower index: the same problem gives the same answer. Nothing when bars contradict each other.
 */
export function solve(
  problem: Problem,
  { start, pivots: limit = 6000 }: SolveOptions = {},
): Solution | undefined {
  if (problem.size === 0) return { values: new Int32Array(0), pivots: 0 };
  const values = feasible(problem, start);
  if (!values) return undefined;
  const tableau = new Tableau(problem, values);
  tableau.span();
  let pivots = 0;
  let stalled = 0;
  while (pivots < limit) {
    const leaving = tableau.leaving(stalled > 40);
    if (leaving < 0) break;
    stalled = tableau.pivot(leaving) ? 0 : stalled + 1;
    pivots += 1;
  }
  return { values: tableau.values, pivots };
}
