import { describe, expect, it } from 'vitest';
import { overlaps, type Rect } from '#layout/geometry.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { contentOf, sealed, sealedClusters } from '#layout/rows/parts/sealed.ts';
import { type GraphSketch, sizedGraph } from '../support/graphs.ts';

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('sealedClusters', () => {
  it.each<[string, GraphSketch, string[]]>([
    ['no line at all', { lines: ['a', 'b'], boundaries: { s: ['a'] } }, ['s']],
    ['a line to the border', { lines: ['b>s', 'a'], boundaries: { s: ['a'] } }, ['s']],
    ['a line over the border', { lines: ['b>a'], boundaries: { s: ['a'] } }, []],
    ['a line from the border inwards', { lines: ['s>a'], boundaries: { s: ['a'] } }, []],
    ['lines inside', { lines: ['a>b', 'c>s'], boundaries: { s: ['a', 'b'] } }, ['s']],
    [
      'the outermost only',
      { lines: ['a', 'b>s'], boundaries: { s: ['t'], t: ['u'], u: ['a'] } },
      ['s'],
    ],
    [
      'inner ones of a boundary that a line crosses',
      { lines: ['b>t', 'b>u', 'a', 'c'], boundaries: { s: ['t', 'u'], t: ['a'], u: ['c'] } },
      ['t', 'u'],
    ],
  ])('%s', (_, sketch, ids) => {
    expect(idsOf(sealedClusters(sizedGraph(sketch)))).toEqual(ids);
  });
});

describe('a sealed boundary', () => {
  const graph = sizedGraph({
    lines: ['b>t: calls', 'a>c', 'd'],
    boundaries: { s: ['t', 'd'], t: ['u', 'c'], u: ['a'] },
  });
  const [cluster] = sealedClusters(graph);

  it('holds everything below it', () => {
    if (!cluster) throw new Error('nothing is sealed');
    const { nodes, clusters, edges } = contentOf(graph, cluster);
    expect(cluster.id).toBe('t');
    expect(idsOf(nodes)).toEqual(['a', 'c']);
    expect(idsOf(clusters)).toEqual(['u']);
    expect(edges).toHaveLength(1);
  });

  it('is a box with a corner for its number of instances', () => {
    if (!cluster) throw new Error('nothing is sealed');
    const box = { width: 300, height: 200, edges: new Map() };
    const rect = { x: 0, y: 0, width: 1, height: 1 };
    const nodes = new Map([
      ['a', rect],
      ['c', rect],
    ]);
    const clusters = new Map([
      ['t', rect],
      ['u', rect],
    ]);
    const drawn = new Map([
      [
        { ...cluster, corner: 56 },
        { ...box, nodes, clusters },
      ],
    ]);
    const outer = sealed(graph, drawn);
    expect(idsOf(outer.nodes)).toEqual(['b', 'd', 't']);
    expect(idsOf(outer.clusters)).toEqual(['s']);
    expect(outer.edges.map(({ key }) => key)).toEqual(['e0']);
    expect(outer.nodes[2]).toMatchObject({ width: 300, height: 200, parent: 's' });
    expect(outer.nodes[2]?.sides?.top).toEqual([16, 228]);
  });

  it('stands around what it holds, apart from everything else', () => {
    const { nodes, clusters, edges } = createRowsEngine().place(graph);
    const at = (id: string): Rect => {
      const box = nodes.get(id) ?? clusters.get(id);
      if (!box) throw new Error(`${id} has no place`);
      return box;
    };
    const inside = (inner: Rect, outer: Rect) =>
      inner.x >= outer.x &&
      inner.y >= outer.y &&
      inner.x + inner.width <= outer.x + outer.width &&
      inner.y + inner.height <= outer.y + outer.height;
    for (const [inner, outer] of [
      ['a', 'u'],
      ['u', 't'],
      ['c', 't'],
      ['t', 's'],
      ['d', 's'],
    ] as const)
      expect([inner, inside(at(inner), at(outer))]).toEqual([inner, true]);
    expect(overlaps(at('u'), at('c'))).toBe(false);
    expect(overlaps(at('t'), at('d'))).toBe(false);
    const end = edges.get('e0')?.points.at(-1) ?? { x: 0, y: 0 };
    const { x, y, width, height } = at('t');
    expect([x, x + width].includes(end.x) || [y, y + height].includes(end.y)).toBe(true);
    expect(inside({ ...end, width: 0, height: 0 }, at('t'))).toBe(true);
    expect([...edges.keys()].sort()).toEqual(['e0', 'e1']);
  });
});
