import { redraft } from '../columns/draft-of.ts';
import type { Drawn } from '../emit/emit.ts';
import type { Graph } from '../graph/graph.ts';
import { type Fall, fallsOf } from '../graph/orient.ts';
import { orderLayers } from '../order/order.ts';
import type { Start } from '../order/starts.ts';
import { drawLayers, finish, layOut, type Settings } from '../pipeline.ts';
import { chooseFlats } from '../ranks/flats.ts';
import { guessTurns } from '../turns/guess.ts';
import { attempt, type Candidate, judged } from './candidate.ts';
import { type Effort, effortFor } from './effort.ts';
import { flatVariants } from './variants.ts';

/** Another drawing has to be better by this much, so that small edits of the model move little. */
const MARGIN = 0.99;

/**
 * Draws a graph in each way that its edges may fall, with those edges within rows that read best; the best
 * of these then from other starts and with more turns, as far as the effort for a graph of its size goes.
 */
export function drawBest(graph: Graph): Drawn {
  const { first, settings, effort } = fallsOf(graph)
    .map((falls) => drawFalling(graph, falls))
    .reduce((best, next) => (next.first.score < best.first.score ? next : best));
  const best = effort.drawings > 0 ? fromOtherStarts(graph, first, settings) : first;
  return withMoreTurns(graph, best, settings, effort.turns).drawn;
}

function drawFalling(
  graph: Graph,
  falls: readonly Fall[],
): { readonly first: Candidate; readonly settings: Settings; readonly effort: Effort } {
  const effort = effortFor(graph, falls);
  const settings: Settings = { ...effort, labelsInside: !graph.turned };
  const first = firstDrawing(graph, falls, settings);
  return {
    first: withOtherFlats(graph, falls, first, settings, effort.drawings),
    settings,
    effort,
  };
}

/**
 * An order of layers that costs so much more than that of the best drawing is seldom drawn better: with
 * other flat edges by a sum, from another start by a factor.
 */
const DEARER = { flats: 2, start: 1.1 };

/** How often flat edges are chosen anew after some of them could not be drawn. */
const ATTEMPTS = 5;

/** Draws with the flat edges that shorten the drawing, as far as their ends can be neighbours. */
function firstDrawing(graph: Graph, falls: readonly Fall[], settings: Settings): Candidate {
  const banned = new Set<number>();
  for (let round = 1; round < ATTEMPTS && !settings.plain; round++) {
    const flats = chooseFlats(graph, falls, banned);
    const result = drawLayers(graph, layOut(graph, falls, flats, settings), settings);
    if ('drawn' in result) return judged(graph, result, flats);
    for (const edge of result.broken) banned.add(edge);
  }
  const result = drawLayers(graph, layOut(graph, falls, [], settings), settings);
  if ('broken' in result) throw new Error('a drawing without flat edges cannot have broken ones');
  return judged(graph, result, []);
}

/** Another order has to be better by this much, as it moves everything. */
const ANOTHER = 0.95;
/** All but those from which the first drawing began, the better of which it shows. */
const OTHER_STARTS: readonly Start[] = ['up', 'back'];

/** Where lines cross, begins anew with the boxes in other orders. */
function fromOtherStarts(graph: Graph, first: Candidate, settings: Settings): Candidate {
  const { layers } = first.draft;
  let best = first;
  const tried = new Set([first.draft.rows.join(';')]);
  for (const start of OTHER_STARTS) {
    if (best.crossings === 0) break;
    const most = best.order.cost * DEARER.start;
    const order = orderLayers(graph, layers, { ...settings, starts: [start], most });
    if (order.cost > most) continue;
    // Different ways often lead to one order.
    const rows = order.rows.join(';');
    if (tried.has(rows)) continue;
    tried.add(rows);
    const result = drawLayers(graph, { layers, order }, settings);
    if ('broken' in result) continue;
    const next = judged(graph, result, first.flats);
    if (next.score < best.score * ANOTHER) best = next;
  }
  return best;
}

/** Tries one edge more or less within a row, again and again. */
function withOtherFlats(
  graph: Graph,
  falls: readonly Fall[],
  first: Candidate,
  settings: Settings,
  tries: number,
): Candidate {
  let best = first;
  let left = tries;
  const tried = new Set([best.flats.join()]);
  for (let improved = true; improved && left > 0; ) {
    improved = false;
    for (const flats of flatVariants(graph, falls, best.flats)) {
      if (left === 0) break;
      if (tried.has(flats.join())) continue;
      tried.add(flats.join());
      left -= 1;
      const own = { ...settings, starts: [best.order.start] };
      const next = attempt(graph, falls, flats, own, best.order.cost + DEARER.flats);
      if (!next || next.score >= best.score * MARGIN) continue;
      best = next;
      improved = true;
      break;
    }
  }
  return best;
}

/** Tries turns for which room would have to be made, as long as that reads better. */
function withMoreTurns(
  graph: Graph,
  first: Candidate,
  settings: Settings,
  tries: number,
): Candidate {
  let best = first;
  let left = tries;
  for (let improved = true; improved && left > 0; ) {
    improved = false;
    for (const turns of guessTurns(best.draft)) {
      if (left-- <= 0) break;
      const draft = redraft(best.draft, turns, settings);
      if (!draft) continue;
      const next = judged(graph, { draft, drawn: finish(draft), order: best.order }, best.flats);
      if (next.score >= best.score - 1) continue;
      best = next;
      improved = true;
      break;
    }
  }
  return best;
}
