import type { Columns } from '../columns/columns.ts';
import type { Ordered } from '../ordered.ts';
import type { Ports } from '../ports/ports.ts';
import type { Turns } from './turns.ts';

/**
 * The ports of lines that turn beside boxes or run level through labels: such segments are upright,
 * and labels stand in the middle of their level pieces.
 */
export function settleTurns(
  { layers }: Ordered,
  ports: Ports,
  columns: Columns,
  turns: Turns,
): { readonly ports: Ports; readonly columns: Columns } {
  const x = [...columns.x];
  const upper = [...ports.upper];
  const lower = [...ports.lower];
  for (const segment of turns.upper.keys()) {
    const ends = layers.segments[segment];
    if (ends) upper[segment] = (x[ends.lower] ?? 0) + (lower[segment] ?? 0) - (x[ends.upper] ?? 0);
  }
  for (const segment of turns.lower.keys()) {
    const ends = layers.segments[segment];
    if (ends) lower[segment] = (x[ends.upper] ?? 0) + (upper[segment] ?? 0) - (x[ends.lower] ?? 0);
  }
  for (const label of turns.arms.keys()) {
    const into = layers.segments.findIndex((segment) => segment.lower === label);
    const out = layers.segments.findIndex((segment) => segment.upper === label);
    const from = (x[layers.segments[into]?.upper ?? 0] ?? 0) + (upper[into] ?? 0);
    const to = (x[layers.segments[out]?.lower ?? 0] ?? 0) + (lower[out] ?? 0);
    const middle = Math.round((from + to) / 2);
    x[label] = middle;
    lower[into] = from - middle;
    upper[out] = to - middle;
  }
  return { ports: { ...ports, upper, lower }, columns: { ...columns, x } };
}
