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
import { solve } from '#layout/rows/simplex/solve.ts';

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
        const { values } = solve(problem);
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
          const cold = costOf(problem, solve(problem).values);
          expect(costOf(problem, solve(problem, { start }).values)).toBe(cold);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps all bars when it is stopped early', () => {
    fc.assert(
      fc.property(problems(12), fc.nat(3), (problem, pivots) => {
        expect(isFeasible(problem, solve(problem, { pivots }).values)).toBe(true);
      }),
    );
  });

  it('has nothing to do for no variables, and leaves one where it is', () => {
    expect([...solve({ size: 0, arcs: [] }).values]).toEqual([]);
    expect([...solve({ size: 1, arcs: [] }, { start: [7] }).values]).toEqual([7]);
  });

  it('places a variable at the weighted median of what draws it', () => {
    const fixed = (at: number) => [bar(0, at, at * 10), bar(0, at, at * 10, 100)];
    const problem = {
      size: 5,
      arcs: [1, 2, 3].flatMap(fixed).concat([1, 2, 3].map((i) => spring(i, 4, 0, 1))),
    };
    const { values } = solve(problem);
    expect((values[4] ?? 0) - (values[0] ?? 0)).toBe(20);
  });
});
