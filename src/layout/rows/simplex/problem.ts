/**
 * Variables on a line, held apart and drawn together. A bar keeps `to − from ≥ gap` and costs
 * `weight · (to − from)`; a spring costs `weight · |to − from − gap|`. Gaps and weights are
 * integers and weights are not negative, so that some best answer is integer too.
 */
export interface Problem {
  readonly size: number;
  readonly arcs: readonly Arc[];
}

export interface Arc {
  readonly kind: 'bar' | 'spring';
  readonly from: number;
  readonly to: number;
  readonly gap: number;
  readonly weight: number;
}

export function bar(from: number, to: number, gap: number, weight = 0): Arc {
  return { kind: 'bar', from, to, gap, weight };
}

export function spring(from: number, to: number, gap: number, weight: number): Arc {
  return { kind: 'spring', from, to, gap, weight };
}

/** What an arrangement costs: the function that the simplex method makes smallest. */
export function costOf({ arcs }: Problem, values: ArrayLike<number>): number {
  let cost = 0;
  for (const { kind, from, to, gap, weight } of arcs) {
    const length = (values[to] ?? 0) - (values[from] ?? 0);
    cost += weight * (kind === 'bar' ? length : Math.abs(length - gap));
  }
  return cost;
}

/** Whether every bar is as long as it has to be. */
export function isFeasible({ arcs }: Problem, values: ArrayLike<number>): boolean {
  return arcs.every(
    ({ kind, from, to, gap }) =>
      kind === 'spring' || (values[to] ?? 0) - (values[from] ?? 0) >= gap,
  );
}
