import type { Graph } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';

/** The class of each node when the ends of flat edges share one. */
export function classesOf(
  { nodes }: Graph,
  falls: readonly Fall[],
  flats: readonly number[],
): Int32Array {
  return flats.reduce<Int32Array>(
    (classOf, edge) => join(classOf, falls[edge] ?? { upper: 0, lower: 0 }),
    Int32Array.from(nodes, (_, node) => node),
  );
}

/** Puts the nodes of two classes into one. */
export function join(classOf: Int32Array, { upper, lower }: Fall): Int32Array {
  const [keep, drop] = [classOf[upper] ?? 0, classOf[lower] ?? 0];
  return classOf.map((own) => (own === drop ? keep : own));
}
