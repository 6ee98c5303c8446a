import type { Fall } from '../graph/orient.ts';

/**
 * Rows by longest paths from what nothing leads to, nodes of one class in one row; then what
 * nothing leads to sinks to just above what it leads to. Nothing when an edge would have to run
 * within its class or against another.
 */
export function longestRows(
  falls: readonly Fall[],
  classOf: ArrayLike<number>,
): Int32Array | undefined {
  const size = classOf.length;
  const entered = new Int32Array(size);
  const out: number[][] = Array.from({ length: size }, () => []);
  for (const { upper, lower } of falls) {
    const [from, to] = [classOf[upper] ?? 0, classOf[lower] ?? 0];
    if (from === to) return undefined;
    out[from]?.push(to);
    entered[to] = (entered[to] ?? 0) + 1;
  }
  const waiting = entered.slice();
  const ready: number[] = [];
  for (let i = 0; i < size; i++) if (classOf[i] === i && waiting[i] === 0) ready.push(i);
  const rows = new Int32Array(size);
  for (let at = 0; at < ready.length; at++) {
    const from = ready[at] ?? 0;
    for (const to of out[from] ?? []) {
      rows[to] = Math.max(rows[to] ?? 0, (rows[from] ?? 0) + 1);
      const left = (waiting[to] ?? 0) - 1;
      waiting[to] = left;
      if (left === 0) ready.push(to);
    }
  }
  for (let i = 0; i < size; i++) if (classOf[i] === i && (waiting[i] ?? 0) > 0) return undefined;
  for (let at = ready.length - 1; at >= 0; at--) {
    const node = ready[at] ?? 0;
    const next = out[node] ?? [];
    if ((entered[node] ?? 0) > 0 || next.length === 0) continue;
    rows[node] = Math.min(...next.map((to) => rows[to] ?? 0)) - 1;
  }
  return Int32Array.from({ length: size }, (_, i) => rows[classOf[i] ?? 0] ?? 0);
}
