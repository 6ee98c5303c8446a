import type { Graph } from '../graph/graph.ts';
import type { Layers } from '../layers/layers.ts';
import { type Board, copyOrder, createBoard, markChanged, type Order } from './board.ts';
import { exchangeClusters } from './clusters.ts';
import { orderCost } from './count.ts';
import { exchangeIn } from './exchange.ts';
import { type Start, startOrder } from './starts.ts';
import { rankClusters, sweep } from './sweep.ts';

export interface OrderOptions {
  readonly starts: readonly Start[];
  readonly sweeps: number;
  /** Neither sifting nor exchanges of whole clusters. */
  readonly plain: boolean;
  /** An order that costs more will not be drawn, so nothing more is done for it. */
  readonly most?: number;
}

/** The items of each layer from left to right, from which start that was reached, and what it costs. */
export interface LayerOrder {
  readonly rows: readonly (readonly number[])[];
  readonly start: Start;
  /** In the units of `count.ts`. */
  readonly cost: number;
}

/** Sweeps without gain after which a start is given up. */
const PATIENCE = 3;
/** What seldom brings the cost down by more than such a factor: sifting with all that follows, and turns of equal places. */
const GAINS = { sifted: 1.5, shaken: 1.2 };
/** Another start than model order has to be better by this much, so that small edits move little. */
const MARGIN = 0.9;

/**
 * The order of items within each layer, with few crossings: compound crossing reduction (Sugiyama,
 * Tagawa, Toda 1981; Sander 1996; Forster 2002). Sweeps by barycentre and median in turns, exchanges
 * of neighbours after each, and at the end sifting of single items and whole clusters.
 */
export function orderLayers(
  { clusters }: Graph,
  layers: Layers,
  options: OrderOptions,
): LayerOrder {
  const board = createBoard(
    layers,
    clusters.map(({ parent }) => parent),
  );
  let best: { order: Order; cost: number; start: Start } | undefined;
  for (const start of options.starts) {
    const order = fromStart(board, start, options);
    const cost = orderCost(board, order);
    if (!best || cost < best.cost * MARGIN) best = { order, cost, start };
    if (best.cost === 0) break;
  }
  const { order, start } = best ?? { order: startOrder(board, 'model'), start: 'model' };
  const { most = Number.POSITIVE_INFINITY } = options;
  const isFar = (factor: number) => options.plain || orderCost(board, order) > factor * most;
  if (!isFar(GAINS.sifted)) improve(board, order);
  const last = isFar(GAINS.shaken) ? order : shaken(board, order);
  return { rows: likeModel(layers, last.rows), start, cost: orderCost(board, last) };
}

function fromStart(board: Board, start: Start, { sweeps }: OrderOptions): Order {
  const order = startOrder(board, start);
  settle(board, order);
  let best = copyOrder(order);
  let least = orderCost(board, order);
  for (let round = 0, idle = 0; round < sweeps && idle < PATIENCE && least > 0; round++) {
    const down = round % 2 === 0;
    const measure = round % 4 < 2 ? 'barycentre' : 'median';
    const keys = sweep(board, order, { down, measure, flip: false });
    settle(board, order);
    const cost = orderCost(board, order);
    idle += 1;
    if (cost < least) {
      least = cost;
      best = copyOrder(order);
      idle = 0;
    }
    rankClusters(board, order, keys);
  }
  return best;
}

/**
 * An order and its mirror image cross as much: the one in which more boxes of a row stand in model
 * order is drawn, so that an added element does not turn the whole drawing round. What was declared
 * early counts for more, as what is added comes late.
 */
function likeModel({ items }: Layers, rows: readonly Int32Array[]): number[][] {
  let agreeing = 0;
  for (const row of rows) {
    const nodes = [...row].map((item) => items[item]?.node ?? -1).filter((node) => node >= 0);
    for (const [index, node] of nodes.entries()) {
      for (const later of nodes.slice(index + 1)) {
        agreeing += Math.sign(later - node) / (1 + Math.max(node, later));
      }
    }
  }
  return rows.map((row) => (agreeing < 0 ? [...row].reverse() : [...row]));
}

/** Turns round what has the same key, from the first layer down and from the last one up. */
function shaken(board: Board, first: Order): Order {
  let best = first;
  let least = orderCost(board, first);
  for (const down of [true, false]) {
    if (least === 0) break;
    const order = copyOrder(best);
    sweep(board, order, { down, measure: 'barycentre', flip: true });
    sweep(board, order, { down: !down, measure: 'barycentre', flip: false });
    settle(board, order);
    improve(board, order);
    const cost = orderCost(board, order);
    if (cost >= least) continue;
    least = cost;
    best = order;
  }
  return best;
}

/** Exchanges of neighbours, layer by layer. */
function settle(board: Board, order: Order): void {
  for (const [layer, row] of order.rows.entries()) {
    if (row.length < 2 || order.stale[layer] === 0) continue;
    if (exchangeIn(board, order, layer).settle() > 0) markChanged(order, layer);
    else order.stale[layer] = 0;
  }
}

/**
 * Sifting of items and clusters until nothing gains. A layer is sifted again only when it, or one next
 * to it, has changed since.
 */
function improve(board: Board, order: Order): void {
  const stale = new Uint8Array(order.rows.length).fill(1);
  for (let round = 0; round < 6; round++) {
    let gain = exchangeClusters(board, order);
    if (gain > 0) stale.fill(1);
    for (const [layer, row] of order.rows.entries()) {
      if (row.length < 2 || stale[layer] === 0) continue;
      const own = exchangeIn(board, order, layer).sift();
      if (own > 0) {
        stale.fill(1, Math.max(0, layer - 1), layer + 2);
        markChanged(order, layer);
      } else stale[layer] = 0;
      gain += own;
    }
    if (gain === 0) return;
  }
}

/** Flat edges whose ends are not neighbours: they cannot be drawn within their row. */
export function brokenFlats(layers: Layers, rows: readonly (readonly number[])[]): number[] {
  const at = new Map(rows.flatMap((row) => row.map((item, index) => [item, index] as const)));
  return layers.flats
    .filter(({ source, target }) => Math.abs((at.get(source) ?? 0) - (at.get(target) ?? 0)) !== 1)
    .map(({ edge }) => edge);
}
