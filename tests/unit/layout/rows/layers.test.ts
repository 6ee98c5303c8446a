import { describe, expect, it } from 'vitest';
import { orient } from '#layout/rows/graph/orient.ts';
import { buildLayers } from '#layout/rows/layers/build.ts';
import { labelGaps } from '#layout/rows/layers/gaps.ts';
import { titleRoom } from '#layout/rows/layers/title-room.ts';
import { rank } from '#layout/rows/ranks/rank.ts';
import { type GraphSketch, graphOf } from '../support/graphs.ts';

function layersOf(sketch: GraphSketch, labelsInside = false) {
  const { graph, at } = graphOf(sketch);
  const falls = orient(graph);
  const rows = rank(graph, falls, []);
  const gaps = labelGaps(graph, falls, rows);
  return { graph, at, gaps, layers: buildLayers(graph, falls, rows, gaps, labelsInside) };
}

describe('labelGaps', () => {
  it('labels a fan at its tips', () => {
    const out = layersOf({ lines: ['a>b', 'b>c', 'c>d', 'a>d: w', 'a>e'] });
    expect(out.gaps[3]).toBe(2);
    const into = layersOf({ lines: ['a>b', 'b>c', 'c>d', 'x>d: w', 'a>x', 'e>d', 'f>d'] });
    expect(into.gaps[3]).toBe(1);
  });
});

describe('buildLayers', () => {
  it('gives labels a layer of their own, and long edges an item in each', () => {
    const { layers } = layersOf({ lines: ['a>b: w', 'b>c', 'a>c'] });
    expect(layers.layers.map(({ kind }) => kind)).toEqual(['boxes', 'labels', 'boxes', 'boxes']);
    expect(layers.chains.map((chain) => chain.map((item) => layers.items[item]?.kind))).toEqual([
      ['box', 'label', 'box'],
      ['box', 'box'],
      ['box', 'pass', 'pass', 'box'],
    ]);
  });

  it('lets an edge leave a boundary through its bottom, and pass beside others', () => {
    const { layers, graph } = layersOf({
      lines: ['a>b', 'b>c', 'c>d', 'a>d', 'x>d'],
      boundaries: { s: ['a', 'b'], t: ['c'] },
    });
    const passes = layers.items.filter(({ kind, edge }) => kind === 'pass' && edge === 3);
    expect(passes.map(({ cluster }) => cluster)).toEqual([0, -1]);
    expect(graph.clusters).toHaveLength(2);
  });

  it('keeps ground for a boundary in layers where it holds nothing', () => {
    const { layers } = layersOf({
      lines: ['a>b: w', 'b>c: w', 'x', 'y'],
      boundaries: { s: ['a', 'c', 'x', 'y'] },
    });
    const ground = layers.items.filter(({ kind }) => kind === 'ground');
    for (const { cluster, layer } of ground) {
      expect(layers.items.filter((o) => o.layer === layer && o.cluster === cluster)).toHaveLength(
        1,
      );
    }
  });

  it('opens a boundary above the labels of lines that enter it', () => {
    const sketch = { lines: ['a>b: w', 'b>c'], boundaries: { s: ['b', 'c'] } };
    const outside = layersOf(sketch);
    expect(outside.layers.spans).toEqual([{ first: 2, last: 3 }]);
    const inside = layersOf(sketch, true);
    expect(inside.layers.spans).toEqual([{ first: 1, last: 3 }]);
    expect(titleRoom(inside.graph, inside.layers, 0, 1)).toBe(120);
    expect(titleRoom(inside.graph, inside.layers, 0, 2)).toBe(0);
  });

  it.each([
    ['into the boundary', ['a>s: w', 'b>c'], false],
    ['past one box of the boundary', ['b>a', 'a>s: w'], false],
    ['into a box of the boundary', ['a>b: w', 'b>c'], true],
  ] as const)('keeps the label of a line %s on its line', (_, lines, isInside) => {
    const { layers } = layersOf({ lines, boundaries: { s: ['b', 'c'] } }, true);
    const label = layers.items.find(({ kind }) => kind === 'label');
    expect(label?.cluster).toBe(isInside ? 0 : -1);
  });
});
