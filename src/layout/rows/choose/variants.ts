import type { Graph } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import { classesOf } from '../ranks/classes.ts';
import { candidatesOf, hasRoom, rowsCost } from '../ranks/flats.ts';

/** Rows that promise to be worse by this much are seldom better after all. */
const WORSE = 5;

/**
 * The sets of flat edges that differ from one by an edge, and none at all: those first that promise
 * the best rows.
 */
export function flatVariants(
  graph: Graph,
  falls: readonly Fall[],
  flats: readonly number[],
): number[][] {
  const bonuses = new Map(
    candidatesOf(graph, falls, new Set()).map(({ edge, bonus }) => [edge, bonus]),
  );
  const variants = [...bonuses.keys()].map((edge) =>
    flats.includes(edge)
      ? flats.filter((other) => other !== edge)
      : [...flats, edge].sort((a, b) => a - b),
  );
  if (flats.length > 2) variants.push([]);
  const costOf = (variant: readonly number[]): number => {
    const rows = rowsCost(graph, falls, variant, classesOf(graph, falls, variant));
    const bonus = variant.reduce((sum, edge) => sum + (bonuses.get(edge) ?? 0), 0);
    return rows === undefined ? Number.POSITIVE_INFINITY : rows - bonus;
  };
  const own = costOf(flats);
  return variants
    .filter((variant) => hasRoom(falls, variant))
    .map((variant, index) => ({ variant, index, cost: costOf(variant) }))
    .filter(({ cost }) => cost < own + WORSE)
    .sort((a, b) => a.cost - b.cost || a.index - b.index)
    .map(({ variant }) => variant);
}
