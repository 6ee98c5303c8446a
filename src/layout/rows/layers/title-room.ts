import type { Graph } from '../graph/graph.ts';
import type { Layers } from './layers.ts';

/** Whether the labels of lines into a boundary stand inside it, beside its title. */
export function opensAtLabels({ layers, spans }: Layers, cluster: number): boolean {
  return layers[spans[cluster]?.first ?? -1]?.kind === 'labels';
}

/**
 * The room that a boundary's title takes at the left of what the boundary holds in a layer: in every
 * layer where lines run sideways; else in a row of labels with which the boundary opens, unless
 * another one opens there within it, for that lies under the title.
 */
export function titleRoom(graph: Graph, layers: Layers, cluster: number, layer: number): number {
  const width = Math.ceil(graph.clusters[cluster]?.title.width ?? 0);
  if (graph.turned) return width;
  if (layers.spans[cluster]?.first !== layer || !opensAtLabels(layers, cluster)) return 0;
  const covered = graph.clusters.some(
    ({ parent }, inner) => parent === cluster && layers.spans[inner]?.first === layer,
  );
  return covered ? 0 : width;
}
