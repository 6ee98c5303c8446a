import type { Drawn } from '../emit/emit.ts';
import type { Graph } from '../graph/graph.ts';
import { type Fall, orient } from '../graph/orient.ts';
import { draw, type Settings } from '../pipeline.ts';
import { chooseFlats } from '../ranks/flats.ts';
import { qualitiesOf, score } from './score.ts';
import { flatVariants } from './variants.ts';

/** A drawing with the flat edges that it has. */
interface Candidate {
  readonly drawn: Drawn;
  readonly flats: readonly number[];
  readonly score: number;
}

/** Another drawing has to be better by this much, so that small edits of the model move little. */
const MARGIN = 0.97;
/** So many elements and lines may be drawn again in search of a better drawing, … */
const EFFORT = 160;
/** … in so many drawings at most. */
const MOST_DRAWINGS = 5;

/**
 * Draws a graph, and then again with one edge more or less within a row, as long as that reads
 * better. The number of drawings depends on the size of the graph alone.
 */
export function drawBest(graph: Graph, width: number): Drawn {
  const settings: Settings = {
    starts: ['model', 'down', 'up'],
    width,
    labelRows: 1,
    labelsInside: !graph.turned,
    pivots: 6000,
  };
  const falls = orient(graph);
  let best = firstDrawing(graph, falls, settings);
  const size = graph.nodes.length + graph.edges.length;
  let left = Math.min(MOST_DRAWINGS, Math.floor(EFFORT / size));
  const tried = new Set([best.flats.join()]);
  for (let improved = true; improved && left > 0; ) {
    improved = false;
    for (const flats of flatVariants(graph, falls, best.flats, width)) {
      if (left === 0) break;
      if (tried.has(flats.join())) continue;
      tried.add(flats.join());
      left -= 1;
      const next = attempt(graph, falls, flats, settings);
      if (!next || next.score >= best.score * MARGIN) continue;
      best = next;
      improved = true;
      break;
    }
  }
  return best.drawn;
}

/** How often flat edges are chosen anew after some of them could not be drawn. */
const ATTEMPTS = 5;

/** Draws with the flat edges that shorten the drawing, as far as their ends can be neighbours. */
function firstDrawing(graph: Graph, falls: readonly Fall[], settings: Settings): Candidate {
  const banned = new Set<number>();
  for (let round = 1; round < ATTEMPTS; round++) {
    const flats = chooseFlats(graph, falls, { banned, width: settings.width });
    const result = draw(graph, falls, flats, settings);
    if ('drawn' in result) return judged(graph, result.drawn, flats);
    for (const edge of result.broken) banned.add(edge);
  }
  const result = draw(graph, falls, [], settings);
  const drawn = 'drawn' in result ? result.drawn : { boxes: [], clusters: [], routes: new Map() };
  return judged(graph, drawn, []);
}

function attempt(
  graph: Graph,
  falls: readonly Fall[],
  flats: readonly number[],
  settings: Settings,
): Candidate | undefined {
  const result = draw(graph, falls, flats, settings);
  return 'drawn' in result ? judged(graph, result.drawn, flats) : undefined;
}

function judged(graph: Graph, drawn: Drawn, flats: readonly number[]): Candidate {
  return { drawn, flats, score: score(qualitiesOf(drawn, graph.turned)) };
}
