import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallsOf, orient } from '#layout/rows/graph/orient.ts';
import { candidatesOf, chooseFlats } from '#layout/rows/ranks/flats.ts';
import { gridColumns } from '#layout/rows/ranks/grid.ts';
import { rank } from '#layout/rows/ranks/rank.ts';
import { splitWideRows } from '#layout/rows/ranks/split.ts';
import { type GraphSketch, graphOf } from '../support/graphs.ts';

/** The names of what stands in each row. */
function rowsOf(sketch: GraphSketch, flats: readonly number[] = []): string[][] {
  const { graph } = graphOf(sketch);
  const rows = rank(graph, orient(graph), flats);
  return namesByRow(sketch, rows);
}

function namesByRow(sketch: GraphSketch, rows: readonly number[]): string[][] {
  const names: string[][] = [];
  for (const id of namesOf(sketch)) {
    const row = rows[graphOf(sketch).at(id)] ?? 0;
    names[row] = [...(names[row] ?? []), id];
  }
  return names;
}

function namesOf({ lines, boundaries = {} }: GraphSketch): string[] {
  const names = lines.flatMap((line) => (line.split(': ')[0] ?? '').split('>'));
  return [...new Set(names)].filter((name) => !(name in boundaries));
}

const flatsOf = (sketch: GraphSketch, banned: readonly number[] = []) => {
  const { graph } = graphOf(sketch);
  return chooseFlats(graph, orient(graph), new Set(banned)).map((edge) => sketch.lines[edge]);
};

describe('orient', () => {
  it('turns lines into people round, and the line that closes a circle', () => {
    const { graph, at } = graphOf({ lines: ['a>b', 'b>c', 'c>a', 'a>p'], people: ['p'] });
    expect(orient(graph)).toEqual([
      { upper: at('a'), lower: at('b') },
      { upper: at('b'), lower: at('c') },
      { upper: at('a'), lower: at('c') },
      { upper: at('p'), lower: at('a') },
    ]);
  });
});

describe('fallsOf', () => {
  const sketch = { lines: ['g>a', 'g>b', 'a>q', 'q>b', 'q>c'], queues: ['q'] };

  it('has a queue under the services that somebody else calls, too', () => {
    const { graph } = graphOf(sketch);
    const rows = fallsOf(graph).map((falls) => namesByRow(sketch, rank(graph, falls, [])));
    expect(rows).toEqual([
      [['g'], ['a', 'b'], ['q'], ['c']],
      [['g'], ['a'], ['q'], ['b', 'c']],
    ]);
  });

  it('has one way without a queue, and with one that only hands on', () => {
    expect(fallsOf(graphOf({ ...sketch, queues: [] }).graph)).toHaveLength(1);
    expect(fallsOf(graphOf({ lines: ['a>q', 'q>b'], queues: ['q'] }).graph)).toHaveLength(1);
  });
});

describe('rank', () => {
  it.each<[string, GraphSketch, string[][]]>([
    ['a chain', { lines: ['a>b', 'b>c'] }, [['a'], ['b'], ['c']]],
    ['short edges', { lines: ['a>b', 'b>c', 'x>c'] }, [['a'], ['b', 'x'], ['c']]],
    ['lines that run up', { lines: ['a>b'], direction: 'BT' }, [['b'], ['a']]],
    ['lines that run left', { lines: ['a>b'], direction: 'RL' }, [['b'], ['a']]],
    [
      'people above the boundary that they look into',
      { lines: ['a>b', 'b>c', 'p>c'], boundaries: { s: ['a', 'b', 'c'] }, people: ['p'] },
      [['p'], ['a'], ['b'], ['c']],
    ],
    [
      'people of two groups that look into one another',
      { lines: ['p>b', 'q>a'], boundaries: { s: ['p', 'a'], t: ['q', 'b'] }, people: ['p', 'q'] },
      [
        ['p', 'q'],
        ['b', 'a'],
      ],
    ],
    [
      'boxes without lines in a grid',
      {
        lines: ['p>b', 'c', 'd', 'e', 'f'],
        boundaries: { s: ['b', 'c', 'd', 'e', 'f'] },
        people: ['p'],
      },
      [['p'], ['b', 'c', 'd'], ['e', 'f']],
    ],
  ])('places %s', (_, sketch, rows) => {
    expect(rowsOf(sketch)).toEqual(rows);
  });

  it('lets every edge fall, and keeps the ends of flat ones together', () => {
    const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(edges, (list) => {
        const lines = list.flatMap(([a, b]) => (a < b ? [`n${a}>n${b}: w`] : []));
        fc.pre(lines.length > 0);
        const { graph } = graphOf({ lines });
        const falls = orient(graph);
        const flats = chooseFlats(graph, falls, new Set());
        const rows = rank(graph, falls, flats);
        for (const [edge, { upper, lower }] of falls.entries()) {
          const fall = (rows[lower] ?? 0) - (rows[upper] ?? 0);
          if (flats.includes(edge)) expect(fall).toBe(0);
          else expect(fall).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('does not depend on the order in which lines are declared', () => {
    const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(edges, (list) => {
        const nodes = Array.from({ length: 10 }, (_, i) => `n${i}`);
        const lines = list.flatMap(([a, b]) => (a < b ? [`n${a}>n${b}`] : []));
        const there = rowsOf({ lines: [...nodes, ...lines] });
        expect(rowsOf({ lines: [...nodes, ...lines.toReversed()] })).toEqual(there);
      }),
    );
  });
});

describe('chooseFlats', () => {
  const fan = ['a>b: w', 'a>c: w', 'a>d: w', 'b>x: w', 'c>x: w', 'd>x: w'];
  const chain = ['a>b: w', 'b>c: w', 'c>d: w'];
  it.each<[string, GraphSketch, string[]]>([
    ['leaves a short chain alone', { lines: ['a>b: w', 'b>c: w'] }, []],
    ['turns a chain aside that the sheet is too low for', { lines: chain }, ['a>b: w']],
    ['runs it on where the sheet is wide enough', { lines: chain, direction: 'LR' }, []],
    [
      'runs a long chain on as its author asked',
      { lines: [...chain, 'd>e: w', 'e>f: w', 'f>g: w'], direction: 'LR' },
      [],
    ],
    ['stands two side by side that one caller calls', { lines: [...fan, 'c>d: w'] }, ['c>d: w']],
    [
      'stands an outsider beside what calls it',
      { lines: [...fan, 'd>e: w'], boundaries: { s: ['a', 'b', 'c', 'd', 'x'] } },
      ['d>e: w'],
    ],
    ['never has people in it', { lines: ['p>a: w', 'p>b: w'], people: ['p'] }, []],
  ])('%s', (_, sketch, flats) => {
    expect(flatsOf(sketch)).toEqual(flats);
  });

  it.each([
    ['LR', ['a>b: w']],
    ['TB', []],
  ] as const)('may step from boundary to boundary where lines run %s: %j', (direction, found) => {
    const lines = ['p>a: w', 'a>x: w', 'a>b: w', 'b>y: w'];
    const { graph } = graphOf({ lines, boundaries: { s: ['a', 'x'], t: ['b', 'y'] }, direction });
    const candidates = candidatesOf(graph, orient(graph), new Set()).map(({ edge }) => lines[edge]);
    expect(candidates.filter((line) => line === 'a>b: w')).toEqual(found);
  });

  it('leaves parallel lines apart', () => {
    expect(flatsOf({ lines: [...fan, 'c>d: w', 'c>d: w'] })).not.toContain('c>d: w');
  });

  it('obeys a ban', () => {
    expect(flatsOf({ lines: [...fan, 'c>d: w'] }, [6])).not.toContain('c>d: w');
  });
});

describe('splitWideRows', () => {
  it('deals the leaves of one parent out in turn', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `hub>n${i}`);
    const { graph } = graphOf({ lines });
    const falls = orient(graph);
    const rows = namesByRow({ lines }, splitWideRows(graph, falls, rank(graph, falls, [])));
    expect(rows.map((row) => row.length)).toEqual([1, 6, 6]);
    expect(rows[1]).toEqual(['n0', 'n2', 'n4', 'n6', 'n8', 'n10']);
  });

  it('deals out what stands between two boxes, and moves the lower one on', () => {
    const lines = Array.from({ length: 12 }, (_, i) => [
      `hub>n${i}`,
      `n${i}>db`,
      `n${i}>hub`,
    ]).flat();
    const { graph } = graphOf({ lines });
    const falls = orient(graph);
    const rows = namesByRow({ lines }, splitWideRows(graph, falls, rank(graph, falls, [])));
    expect(rows.map((row) => row.length)).toEqual([1, 6, 6, 1]);
  });
});

describe('gridColumns', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 2],
    [6, 3],
    [7, 4],
    [8, 3],
    [9, 3],
    [10, 4],
    [15, 4],
    [20, 5],
  ])('%i boxes stand in %i columns', (count, columns) => {
    expect(gridColumns(count, { width: 180, height: 102 })).toBe(columns);
  });

  it('has more columns for boxes that are tall', () => {
    expect(gridColumns(8, { width: 120, height: 120 })).toBe(4);
  });
});
