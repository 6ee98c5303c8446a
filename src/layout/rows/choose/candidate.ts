import type { Draft } from '../draft.ts';
import type { Drawn } from '../emit/emit.ts';
import type { Graph } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import type { LayerOrder } from '../order/order.ts';
import { drawLayers, layOut, type Settings } from '../pipeline.ts';
import { isAside } from '../ranks/flats.ts';
import { qualitiesOf, score } from './score.ts';

/** What an edge that does not run the author's way costs, by whether it leads aside or onwards. */
const SIDEWAYS = { aside: 4, inLine: 10 };

/** A drawing among which the best is chosen. */
export interface Candidate {
  readonly draft: Draft;
  readonly drawn: Drawn;
  readonly flats: readonly number[];
  readonly order: LayerOrder;
  readonly crossings: number;
  readonly score: number;
}

/**
 * A drawing with certain flat edges; nothing when their ends cannot be neighbours, or when the order of
 * its layers costs more than `most`, for then it would not be chosen.
 */
export function attempt(
  graph: Graph,
  falls: readonly Fall[],
  flats: readonly number[],
  settings: Settings,
  most: number,
): Candidate | undefined {
  const inLayers = layOut(graph, falls, flats, settings, most);
  if (inLayers.order.cost > most) return undefined;
  const result = drawLayers(graph, inLayers, settings);
  return 'drawn' in result ? judged(graph, result, flats) : undefined;
}

export function judged(
  graph: Graph,
  drawing: Pick<Candidate, 'draft' | 'drawn' | 'order'>,
  flats: readonly number[],
): Candidate {
  const qualities = qualitiesOf(drawing.drawn, graph.turned);
  const sideways = flats.reduce(
    (sum, edge) => sum + SIDEWAYS[isAside(graph, edge) ? 'aside' : 'inLine'],
    0,
  );
  const { crossings } = qualities;
  return { ...drawing, flats, crossings, score: score(qualities, graph.aim) + sideways };
}
