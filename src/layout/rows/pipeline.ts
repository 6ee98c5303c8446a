import { routeChannels } from './channels/channels.ts';
import { draftOf } from './columns/draft-of.ts';
import type { Draft } from './draft.ts';
import { type Drawn, emit } from './emit/emit.ts';
import type { Graph } from './graph/graph.ts';
import type { Fall } from './graph/orient.ts';
import { titleCrossings } from './heights/beside-titles.ts';
import { stackLayers } from './heights/heights.ts';
import { buildLayers } from './layers/build.ts';
import { labelGaps } from './layers/gaps.ts';
import type { Layers } from './layers/layers.ts';
import { brokenFlats, type LayerOrder, orderLayers } from './order/order.ts';
import type { Start } from './order/starts.ts';
import { rank } from './ranks/rank.ts';
import { splitWideRows } from './ranks/split.ts';

/** What may be varied to get another drawing of the same graph. */
export interface Settings {
  /** Without turns beside boxes and at labels. */
  readonly plain: boolean;
  readonly starts: readonly Start[];
  readonly sweeps: number;
  /** Labels of lines into a boundary stand inside it, beside its title. */
  readonly labelsInside: boolean;
  readonly pivots: number;
}

/** A drawing, or the flat edges whose ends could not be made neighbours. */
export type Attempt =
  | { readonly drawn: Drawn; readonly draft: Draft; readonly order: LayerOrder }
  | { readonly broken: readonly number[] };

/** A graph in layers, and their order. */
export interface InLayers {
  readonly layers: Layers;
  readonly order: LayerOrder;
}

/**
 * The passes up to the order of layers, for one connected graph, with the edges that run within rows.
 * `drawLayers` has those that follow.
 */
export function layOut(
  graph: Graph,
  fallen: readonly Fall[],
  flats: readonly number[],
  settings: Settings,
  most?: number,
): InLayers {
  const falls = graph.reversed ? fallen.map(upsideDown) : fallen;
  const ranks = splitWideRows(graph, falls, rank(graph, fallen, flats));
  const labels = labelGaps(graph, falls, ranks);
  const layers = buildLayers(graph, falls, ranks, labels, settings.labelsInside);
  return {
    layers,
    order: orderLayers(graph, layers, { ...settings, ...(most !== undefined && { most }) }),
  };
}

/** The passes from the order of layers on. */
export function drawLayers(graph: Graph, { layers, order }: InLayers, settings: Settings): Attempt {
  const { rows } = order;
  const broken = brokenFlats(layers, rows);
  if (broken.length > 0) return { broken };
  const draft = draftOf({ graph, layers, rows }, settings);
  return { draft, drawn: finish(draft), order };
}

/** The passes that are left when everything has its place across the rows. */
export function finish(draft: Draft): Drawn {
  const channels = routeChannels(draft);
  const crossings = titleCrossings(draft, channels);
  const heights = stackLayers(draft.graph, draft.layers, channels, crossings);
  return emit({ ...draft, channels, heights });
}

function upsideDown({ upper, lower }: Fall): Fall {
  return { upper: lower, lower: upper };
}
