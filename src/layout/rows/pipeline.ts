import { routeChannels } from './channels/channels.ts';
import { draftOf } from './columns/draft-of.ts';
import { type Drawn, emit } from './emit/emit.ts';
import type { Graph } from './graph/graph.ts';
import { orient } from './graph/orient.ts';
import { titleCrossings } from './heights/beside-titles.ts';
import { stackLayers } from './heights/heights.ts';
import { buildLayers } from './layers/build.ts';
import { labelRows } from './layers/gaps.ts';
import { brokenFlats, orderLayers } from './order/order.ts';
import type { Start } from './order/starts.ts';
import { chooseFlats } from './ranks/flats.ts';
import { rank } from './ranks/rank.ts';
import { splitWideRows } from './ranks/split.ts';

/** What may be varied to get another drawing of the same graph. */
export interface Settings {
  /** Edges within rows. */
  readonly flats: boolean;
  readonly starts: readonly Start[];
  /** The width beyond which rows cost and are split. */
  readonly width: number;
  /** At most so many rows of labels between two rows of boxes. */
  readonly labelRows: number;
  /** Labels of lines into a boundary stand inside it, beside its title. */
  readonly labelsInside: boolean;
  readonly pivots: number;
}

/** How often flat edges are chosen anew after some of them could not be drawn. */
const ATTEMPTS = 5;

/** Draws one connected graph: the passes, from top to bottom. */
export function draw(graph: Graph, settings: Settings): Drawn {
  const parents = graph.clusters.map(({ parent }) => parent);
  const fallen = orient(graph);
  const banned = new Set<number>();
  for (let attempt = 1; ; attempt++) {
    const flats =
      settings.flats && attempt < ATTEMPTS
        ? chooseFlats(graph, fallen, { banned, width: settings.width })
        : [];
    const falls = graph.reversed
      ? fallen.map(({ upper, lower }) => ({ upper: lower, lower: upper }))
      : fallen;
    const ranks = splitWideRows(graph, falls, rank(graph, fallen, flats), settings.width);
    const labels = labelRows(graph, falls, ranks, settings.labelRows);
    const layers = buildLayers(graph, falls, ranks, labels, settings.labelsInside);
    const rows = orderLayers(layers, parents, settings);
    const broken = brokenFlats(layers, rows);
    if (broken.length > 0) {
      for (const edge of broken) banned.add(edge);
      continue;
    }
    const draft = draftOf({ graph, layers, rows }, settings);
    const { ports, columns } = draft;
    const channels = routeChannels(layers, ports, columns);
    const crossings = titleCrossings(graph, layers, columns, channels);
    const heights = stackLayers(graph, layers, channels, crossings);
    return emit({ ...draft, channels, heights });
  }
}
