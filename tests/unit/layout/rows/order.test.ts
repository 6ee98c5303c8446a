import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTSIDE } from '#layout/rows/graph/graph.ts';
import { orient } from '#layout/rows/graph/orient.ts';
import { buildLayers } from '#layout/rows/layers/build.ts';
import { labelGaps } from '#layout/rows/layers/gaps.ts';
import type { Layers } from '#layout/rows/layers/layers.ts';
import { type Board, createBoard, type Order } from '#layout/rows/order/board.ts';
import { exchangeClusters } from '#layout/rows/order/clusters.ts';
import { gapCrossings, orderCost } from '#layout/rows/order/count.ts';
import { exchangeIn } from '#layout/rows/order/exchange.ts';
import { orderLayers } from '#layout/rows/order/order.ts';
import { startOrder } from '#layout/rows/order/starts.ts';
import { rank } from '#layout/rows/ranks/rank.ts';
import { type GraphSketch, graphOf } from '../support/graphs.ts';

const OPTIONS = { starts: ['model', 'down'], sweeps: 12, plain: false } as const;

function layersOf(sketch: GraphSketch): { layers: Layers; parents: number[]; board: Board } {
  const { graph } = graphOf(sketch);
  const falls = orient(graph);
  const rows = rank(graph, falls, []);
  const layers = buildLayers(graph, falls, rows, labelGaps(graph, falls, rows), false);
  const parents = graph.clusters.map(({ parent }) => parent);
  return { layers, parents, board: createBoard(layers, parents) };
}

/** Random graphs with two boundaries side by side, one of which holds a third. */
const sketches: fc.Arbitrary<GraphSketch> = fc
  .record({
    edges: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: 4, maxLength: 20 }),
    homes: fc.array(fc.constantFrom('', 's', 't', 'u'), { minLength: 12, maxLength: 12 }),
  })
  .map(({ edges, homes }) => {
    const held = (home: string) => homes.flatMap((own, i) => (own === home ? [`n${i}`] : []));
    const lines = edges.flatMap(([a, b]) => (a < b ? [`n${a}>n${b}: w`] : []));
    const nodes = homes.map((_, i) => `n${i}`);
    const boundaries = { s: held('s'), t: [...held('t'), 'u'], u: [...held('u'), 'v'], v: ['x'] };
    return { lines: ['x', ...nodes, ...lines], boundaries };
  });

/** Crossings of a gap, pair by pair. */
function slowCrossings({ layers }: Board, { at }: Order, layer: number): number {
  const own = layers.segments.filter(({ upper }) => layers.items[upper]?.layer === layer);
  let count = 0;
  for (const [i, a] of own.entries()) {
    for (const b of own.slice(i + 1)) {
      const above = (at[a.upper] ?? 0) - (at[b.upper] ?? 0);
      const below = (at[a.lower] ?? 0) - (at[b.lower] ?? 0);
      if (above * below < 0) count += 1;
    }
  }
  return count;
}

describe('gapCrossings', () => {
  it('counts what counting pair by pair counts', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { board } = layersOf(sketch);
        const order = startOrder(board, 'down');
        for (const layer of order.rows.keys()) {
          expect(gapCrossings(board, order, layer)).toBe(slowCrossings(board, order, layer));
        }
      }),
    );
  });
});

describe('exchanges', () => {
  it('say truly by how much they lower the cost', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { board } = layersOf(sketch);
        const order = startOrder(board, 'model');
        let cost = orderCost(board, order);
        const expectGain = (gain: number) => {
          expect(gain).toBeGreaterThanOrEqual(0);
          cost -= gain;
          expect(orderCost(board, order)).toBe(cost);
        };
        for (const layer of order.rows.keys()) {
          expectGain(exchangeIn(board, order, layer).settle());
          expectGain(exchangeIn(board, order, layer).sift());
        }
        expectGain(exchangeClusters(board, order));
      }),
    );
  });
});

describe('orderLayers', () => {
  it('keeps boundaries whole in every layer, and in one order in all', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { graph } = graphOf(sketch);
        const { layers, parents } = layersOf(sketch);
        const { rows } = orderLayers(graph, layers, OPTIONS);
        const before = new Set<string>();
        for (const row of rows) {
          for (const cluster of graph.clusters.keys()) {
            const inside = row.map((item) =>
              chainOf(parents, layers.items[item]?.cluster).includes(cluster),
            );
            const [first, last] = [inside.indexOf(true), inside.lastIndexOf(true)];
            expect(inside.slice(Math.max(0, first), last + 1)).not.toContain(false);
          }
          for (const pair of siblingPairs(row, layers, parents)) before.add(pair);
        }
        for (const pair of before)
          expect(before).not.toContain(pair.split(' ').reverse().join(' '));
      }),
    );
  });

  it('finds a drawing without crossings where one turn of equal places leads to it', () => {
    const sketch = { lines: ['u>g: w', 'u>t: w', 'c>g: w'] };
    const { graph } = graphOf(sketch);
    const { layers, board } = layersOf(sketch);
    const { rows } = orderLayers(graph, layers, OPTIONS);
    const order = {
      rows: rows.map((row) => Int32Array.from(row)),
      at: placesOf(rows),
      rank: [],
      stale: new Uint8Array(rows.length),
      crossings: new Int32Array(rows.length).fill(-1),
    };
    expect(orderCost(board, order)).toBe(0);
  });
});

function placesOf(rows: readonly (readonly number[])[]): Int32Array {
  const at = new Int32Array(rows.flat().length);
  for (const row of rows) for (const [place, item] of row.entries()) at[item] = place;
  return at;
}

function chainOf(parents: readonly number[], cluster = OUTSIDE): number[] {
  const chain: number[] = [];
  for (let at = cluster; at !== OUTSIDE; at = parents[at] ?? OUTSIDE) chain.push(at);
  return chain;
}

/** `a b` for siblings a and b of which a stands at the left in a row. */
function siblingPairs(
  row: readonly number[],
  layers: Layers,
  parents: readonly number[],
): string[] {
  const seen = [...new Set(row.flatMap((item) => chainOf(parents, layers.items[item]?.cluster)))];
  return seen.flatMap((a, index) =>
    seen.slice(index + 1).flatMap((b) => (parents[a] === parents[b] ? [`${a} ${b}`] : [])),
  );
}
