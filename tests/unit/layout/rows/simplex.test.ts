import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Arc,
  bar,
  costOf,
  isFeasible,
  type Problem,
  spring,
} from '#layout/rows/simplex/problem.ts';
import { type SolveOptions, solve } from '#layout/rows/simplex/solve.ts';

function valuesOf(problem: Problem, options?: SolveOptions): Int32Array {
  const solution = solve(problem, options);
  if (!solution) throw new Error('no answer');
  return solution.values;
}

/** The best cost with all variables within `reach` of the first, by trying everything. */
function bruteForce(problem: Problem, reach: number): number {
  const values = new Int32Array(problem.size);
  let best = Number.POSITIVE_INFINITY;
  const tryFrom = (variable: number): void => {
    if (variable === problem.size) {
      if (isFeasible(problem, values)) best = Math.min(best, costOf(problem, values));
      return;
    }
    for (let value = -reach; value <= reach; value++) {
      values[variable] = value;
      tryFrom(variable + 1);
    }
  };
  tryFrom(1);
  return best;
}

/** Bars run from lower to higher variables, so that they form no circle. */
const arcs = (size: number): fc.Arbitrary<Arc> =>
  fc
    .tuple(
      fc.boolean(),
      fc.nat(size - 2),
      fc.nat(size - 1),
      fc.integer({ min: -1, max: 2 }),
      fc.nat(4),
    )
    .map(([isBar, a, b, gap, weight]) => {
      const to = a < b ? b : a + 1;
      return isBar ? bar(a, to, gap, weight) : spring(a, to, gap, weight);
    });

const problems = (size: number): fc.Arbitrary<Problem> =>
  fc.array(arcs(size), { maxLength: 9 }).map((list) => ({ size, arcs: list }));

describe('solve', () => {
  it('is as good as trying everything', () => {
    fc.assert(
      fc.property(problems(4), (problem) => {
        const values = valuesOf(problem);
        expect(isFeasible(problem, values)).toBe(true);
        expect(costOf(problem, values)).toBe(bruteForce(problem, 6));
      }),
      { numRuns: 300 },
    );
  });

  it('reaches the same cost from any start', () => {
    fc.assert(
      fc.property(
        problems(12),
        fc.array(fc.nat(40), { minLength: 12, maxLength: 12 }),
        (problem, start) => {
          const cold = costOf(problem, valuesOf(problem));
          expect(costOf(problem, valuesOf(problem, { start }))).toBe(cold);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps all bars when it is stopped early', () => {
    fc.assert(
      fc.property(problems(12), fc.nat(3), (problem, pivots) => {
        expect(isFeasible(problem, valuesOf(problem, { pivots }))).toBe(true);
      }),
    );
  });

  it('has nothing to do for no variables, and leaves one where it is', () => {
    expect([...valuesOf({ size: 0, arcs: [] })]).toEqual([]);
    expect([...valuesOf({ size: 1, arcs: [] }, { start: [7] })]).toEqual([7]);
  });

  it('places a variable at the weighted median of what draws it', () => {
    const fixed = (at: number) => [bar(0, at, at * 10), bar(0, at, at * 10, 100)];
    const problem = {
      size: 5,
      arcs: [1, 2, 3].flatMap(fixed).concat([1, 2, 3].map((i) => spring(i, 4, 0, 1))),
    };
    const values = valuesOf(problem);
    expect((values[4] ?? 0) - (values[0] ?? 0)).toBe(20);
  });

  it('has no answer where bars contradict each other', () => {
    expect(solve({ size: 2, arcs: [bar(0, 1, 1), bar(1, 0, 0)] })).toBeUndefined();
  });

  it('follows bars that point back', () => {
    const problem = { size: 2, arcs: [bar(0, 1, 3), bar(1, 0, -5), bar(0, 1, 0, 1)] };
    const values = valuesOf(problem);
    expect((values[1] ?? 0) - (values[0] ?? 0)).toBe(3);
  });
});
