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
  | { readonly drawn: Drawn; readonly draft: Draft; readonly start: Start }
  | { readonly broken: readonly number[] };

/** Draws one connected graph, with the edges that run within rows: the passes, from top to bottom. */
export function draw(
  graph: Graph,
  fallen: readonly Fall[],
  flats: readonly number[],
  settings: Settings,
): Attempt {
  const falls = graph.reversed ? fallen.map(upsideDown) : fallen;
  const ranks = splitWideRows(graph, falls, rank(graph, fallen, flats));
  const labels = labelGaps(graph, falls, ranks);
  const layers = buildLayers(graph, falls, ranks, labels, settings.labelsInside);
  return drawLayers(graph, layers, orderLayers(graph, layers, settings), settings);
}

/** The passes from the order of layers on. */
export function drawLayers(
  graph: Graph,
  layers: Layers,
  { rows, start }: LayerOrder,
  settings: Settings,
): Attempt {
  const broken = brokenFlats(layers, rows);
  if (broken.length > 0) return { broken };
  const draft = draftOf({ graph, layers, rows }, settings);
  return { draft, drawn: finish(draft), start };
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
