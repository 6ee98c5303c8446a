import { describe, expect, it } from 'vitest';
import { overlaps } from '#layout/geometry.ts';
import { createRowsEngine, isTooLarge } from '#layout/rows/engine.ts';
import { sizedGraph } from '../support/graphs.ts';

/** So many boxes, two in three in a boundary, each with lines to as many others all over the graph. */
function web(boxes: number, lines: number) {
  const name = (index: number) => `n${index % boxes}`;
  return sizedGraph({
    lines: Array.from({ length: boxes * lines }, (_, at) => {
      const from = at % boxes;
      return `${name(from)}>${name(from * 31 + 17 * Math.floor(at / boxes) + 1)}: says`;
    }),
    boundaries: { some: Array.from({ length: Math.floor((2 * boxes) / 3) }, (_, i) => name(i)) },
  });
}

describe('a graph beyond the engine', () => {
  const graph = web(400, 4);
  const placed = createRowsEngine().place(graph);

  it('has all its boxes in a grid within their boundaries, and lines without words', () => {
    expect(placed.grid).toBe(true);
    expect(placed.nodes.size).toBe(400);
    expect([...placed.clusters.keys()]).toEqual(['some']);
    const boxes = [...placed.nodes.values()];
    for (const [at, box] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) expect(overlaps(box, other)).toBe(false);
    }
    const joined = graph.edges.filter(({ source, target }) => source !== target);
    expect(placed.edges.size).toBe(joined.length);
    expect([...placed.edges.values()].some(({ label }) => label)).toBe(false);
  });

  it('is known before it is drawn', () => {
    expect(isTooLarge(graph)).toBe(true);
  });
});

it.each([
  ['some lines', web(60, 2)],
  ['a long chain', sizedGraph({ lines: Array.from({ length: 900 }, (_, i) => `n${i}>n${i + 1}`) })],
  ['nothing', sizedGraph({ lines: [] })],
])('a graph with %s is laid out', (_, graph) => {
  expect(isTooLarge(graph)).toBe(false);
  expect(createRowsEngine().place(graph).grid).toBeUndefined();
});
