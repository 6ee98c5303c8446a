import type { Problem } from './problem.ts';

/**
 * The smallest arrangement that is nowhere below `start` and keeps all bars: longest paths. Bars
 * must not form a circle; those that do are left as they are.
 */
export function feasible({ size, arcs }: Problem, start?: ArrayLike<number>): Int32Array {
  const values = Int32Array.from({ length: size }, (_, i) => start?.[i] ?? 0);
  const waiting = new Int32Array(size);
  const out: number[][] = Array.from({ length: size }, () => []);
  for (const [index, { kind, from, to }] of arcs.entries()) {
    if (kind === 'spring') continue;
    waiting[to] = (waiting[to] ?? 0) + 1;
    out[from]?.push(index);
  }
  const ready: number[] = [];
  for (let i = 0; i < size; i++) if (waiting[i] === 0) ready.push(i);
  for (let at = 0; at < ready.length; at++) {
    const from = ready[at] ?? 0;
    for (const index of out[from] ?? []) {
      const arc = arcs[index];
      if (!arc) continue;
      values[arc.to] = Math.max(values[arc.to] ?? 0, (values[from] ?? 0) + arc.gap);
      const left = (waiting[arc.to] ?? 0) - 1;
      waiting[arc.to] = left;
      if (left === 0) ready.push(arc.to);
    }
  }
  return values;
}
