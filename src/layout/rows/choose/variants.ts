import type { Graph } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import { classesOf } from '../ranks/classes.ts';
import { candidatesOf, hasRoom, rowsCost } from '../ranks/flats.ts';

/**
 * The sets of flat edges that differ from one by an edge, and none at all: those first that promise
 * the best rows.
 */
export function flatVariants(
  graph: Graph,
  falls: readonly Fall[],
  flats: readonly number[],
  width: number,
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
  return variants
    .flatMap((variant, index) => {
      if (!hasRoom(falls, variant)) return [];
      const rows = rowsCost(graph, falls, variant, classesOf(graph, falls, variant), width);
      if (rows === undefined) return [];
      const bonus = variant.reduce((sum, edge) => sum + (bonuses.get(edge) ?? 0), 0);
      return [{ variant, index, cost: rows - bonus }];
    })
    .sort((a, b) => a.cost - b.cost || a.index - b.index)
    .map(({ variant }) => variant);
}
