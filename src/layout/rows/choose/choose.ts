import type { Drawn } from '../emit/emit.ts';
import type { Graph } from '../graph/graph.ts';
import { type Fall, orient } from '../graph/orient.ts';
import { draw, type Settings } from '../pipeline.ts';
import { chooseFlats } from '../ranks/flats.ts';

/** Draws a graph with several settings, and keeps the drawing that reads best. */
export function drawBest(graph: Graph, width: number): Drawn {
  const settings: Settings = {
    starts: ['model', 'down', 'up'],
    width,
    labelRows: 1,
    labelsInside: !graph.turned,
    pivots: 6000,
  };
  const falls = orient(graph);
  return drawWithFlats(graph, falls, settings);
}

/** How often flat edges are chosen anew after some of them could not be drawn. */
const ATTEMPTS = 5;

/** Draws with the flat edges that shorten the drawing, as far as their ends can be neighbours. */
function drawWithFlats(graph: Graph, falls: readonly Fall[], settings: Settings): Drawn {
  const banned = new Set<number>();
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    const flats = chooseFlats(graph, falls, { banned, width: settings.width });
    const result = draw(graph, falls, flats, settings);
    if ('drawn' in result) return result.drawn;
    for (const edge of result.broken) banned.add(edge);
  }
  const plain = draw(graph, falls, [], settings);
  return 'drawn' in plain ? plain.drawn : { boxes: [], clusters: [], routes: new Map() };
}
