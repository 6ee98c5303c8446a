import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SizedGraph } from '#layout/engine.ts';
import { crossingsOf } from '#layout/faults.ts';
import type { Point } from '#layout/geometry.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { aimOf, misshape } from '#layout/rows/aim.ts';
import { orthogonalCrossings } from '#layout/rows/choose/crossings.ts';
import { effortFor } from '#layout/rows/choose/effort.ts';
import { ownPieces, sharedLength } from '#layout/rows/emit/trunks.ts';
import type { Graph } from '#layout/rows/graph/graph.ts';
import { orient } from '#layout/rows/graph/orient.ts';
import { loopGrowth, loopRoom } from '#layout/rows/loops/loops.ts';
import { pack } from '#layout/rows/parts/pack.ts';
import { partsOf } from '#layout/rows/parts/parts.ts';
import { spread } from '#layout/rows/ports/ports.ts';
import { graphOf, sizedGraph } from '../support/graphs.ts';

const points = (...flat: number[]): Point[] =>
  flat.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: flat[index + 1] ?? 0 }] : []));

describe('spread', () => {
  it.each([
    ['one in the middle', [-60, 60], 1, [0], 0],
    ['two at most two fifths apart', [-60, 60], 2, [-24, 24], 0],
    ['three evenly', [-60, 60], 3, [-40, 0, 40], 0],
    ['one off the middle where the side is', [8, 30], 1, [19], 0],
    ['one in the middle of an uneven side', [-10, 34], 1, [0], 0],
    ['two about the middle of an uneven side', [-20, 60], 2, [-16, 16], 0],
    ['many close together', [-60, 60], 8, [-59, -42, -25, -8, 9, 26, 43, 60], 0],
    ['too many on a longer side', [-20, 20], 5, [-28, -14, 0, 14, 28], 16],
  ] as const)('places %s', (_, stretch, count, offsets, grown) => {
    expect(spread(stretch, count)).toEqual({ offsets: [...offsets], grown });
  });
});

describe('trunks', () => {
  const stem = points(0, 0, 0, 20, 100, 20, 100, 60);
  it('knows how far two lines run together', () => {
    expect(sharedLength(stem, points(0, 0, 0, 20, 50, 20, 50, 60))).toBe(70);
    expect(sharedLength(stem, points(0, 0, 0, 20, -50, 20))).toBe(20);
    expect(sharedLength(stem, points(0, 0, 0, 60))).toBe(20);
    expect(sharedLength(stem, stem)).toBe(160);
  });

  it('leaves each line what no line before it has drawn, and a corner', () => {
    const lines = [
      stem,
      points(0, 0, 0, 20, 50, 20, 50, 60),
      points(0, 0, 0, 20, -50, 20, -50, 60),
    ];
    expect(ownPieces(lines)).toEqual([
      stem,
      points(44, 20, 50, 20, 50, 60),
      points(0, 14, 0, 20, -50, 20, -50, 60),
    ]);
  });
});

describe('orthogonalCrossings', () => {
  it('counts what counting piece by piece counts', () => {
    const line = fc.array(fc.nat(12), { minLength: 2, maxLength: 8 }).map((steps) => {
      const path: Point[] = [{ x: 0, y: (steps[0] ?? 0) * 3 }];
      for (const [index, step] of steps.entries()) {
        const last = path.at(-1) ?? { x: 0, y: 0 };
        path.push(
          index % 2 === 0 ? { x: step * 3 + 1, y: last.y } : { x: last.x, y: step * 3 + 2 },
        );
      }
      return path;
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        expect(orthogonalCrossings(lines)).toBe(crossingsOf(lines));
      }),
    );
  });
});

describe('loops', () => {
  const loop = (height: number) => ({ edge: 0, label: { width: 60, height } });
  it('take the room of their labels, one under the other', () => {
    expect(loopRoom([])).toEqual({ width: 0, height: 0 });
    expect(loopRoom([loop(15), loop(45)])).toEqual({ width: 94, height: 83 });
  });

  it('make a box taller when they would not all leave from its side', () => {
    expect(loopGrowth([loop(15)], [-20, 20])).toBe(0);
    expect(loopGrowth([loop(45), loop(45), loop(45)], [-20, 20])).toBe(88);
  });
});

describe('createTextMeasure', () => {
  it.each([
    ['an arrow', '→', 10],
    ['an emoji', '🚀', 12],
    ['a sign', '⚙', 12],
    ['a wide capital', 'Ш', 9],
    ['a Chinese character', '注', 10],
  ])('gives %s that the font lacks the room of a wide one', (_, text, least) => {
    const width = createTextMeasure().width(text, { size: 10, weight: 400 });
    expect(width).toBeGreaterThanOrEqual(least);
  });
});

describe('pack', () => {
  const SQUARE = { width: 500, height: 500 };

  it('stands parts side by side until the sheet is wide enough', () => {
    const part = { width: 100, height: 100 };
    const packed = pack([part, part, part, part], 20, SQUARE);
    expect(packed).toMatchObject({ width: 220, height: 220 });
    expect(packed.at).toEqual(points(0, 0, 120, 0, 0, 120, 120, 120));
  });

  it('keeps their order where tall ones first would be little better', () => {
    const { at } = pack(
      [
        { width: 100, height: 80 },
        { width: 100, height: 120 },
      ],
      10,
      { width: 700, height: 400 },
    );
    expect(at.map(({ x }) => x)).toEqual([0, 110]);
  });

  it.each([
    ['stand beside each other on a sheet that has room for both', 1500, [0, 660]],
    ['stand under each other where they would run out of the sheet', 900, [0, 0]],
  ])('lets two wide parts %s', (_, width, left) => {
    const part = { width: 624, height: 400 };
    const { at } = pack([part, part], 36, { width, height: width / 1.75 });
    expect(at.map(({ x }) => x)).toEqual(left);
  });

  it('has nothing to do for nothing', () => {
    expect(pack([], 20, SQUARE)).toEqual({ width: 0, height: 0, at: [] });
  });
});

describe('partsOf', () => {
  const kinds = (graph: SizedGraph) =>
    partsOf(graph).map(({ kind, graph: { nodes } }) => [kind, nodes.map(({ id }) => id).join('')]);

  it('finds what is joined, what a boundary holds for itself, and what has no lines', () => {
    const boundaries = { s: ['c', 'd'], t: ['e'] };
    const lines = ['a>b', 'c>d', 'e>f', 'x', 'y'];
    expect(kinds(sizedGraph({ lines, boundaries }))).toEqual([
      ['joined', 'ab'],
      ['closed', 'cd'],
      ['joined', 'ef'],
      ['loose', 'xy'],
    ]);
  });

  it('keeps a boundary at which a line ends with what it leads to', () => {
    const boundaries = { s: ['c', 'd'] };
    expect(kinds(sizedGraph({ lines: ['c>d', 'a>s'], boundaries }))).toEqual([['joined', 'cda']]);
  });
});

describe('aims', () => {
  it.each([
    ['a sheet of the shape of a screen', {}, { across: 1500, boxes: 28, ranks: 0 }],
    ['a telephone', { width: 640 }, { across: 640, boxes: 28, ranks: 0 }],
    ['an author who wants room', { spacing: { ranks: 2, nodes: 2 } }, { boxes: 56, ranks: 60 }],
    ['one who wants none', { spacing: { ranks: 0.2, nodes: 0.2 } }, { boxes: 24, ranks: 0 }],
    ['lines that run sideways', { direction: 'LR' as const }, { across: 1125 }],
  ])('are those of %s', (_, part, aim) => {
    expect(aimOf({ ...sizedGraph({ lines: [] }), ...part })).toMatchObject(aim);
  });

  it('leave the shape of small drawings alone, and mind that of large ones', () => {
    const aim = aimOf(sizedGraph({ lines: [] }));
    const chain = misshape(aim, { width: 160, height: 380 });
    const tower = misshape(aim, { width: 400, height: 1800 });
    const strip = misshape(aim, { width: 1300, height: 100 });
    expect(chain).toBeLessThan(0.1);
    expect(strip).toBeLessThan(0.2);
    expect(tower).toBeGreaterThan(1);
    expect(misshape(aim, aim.sheet)).toBe(0);
  });

  it('want a shape for some boxes that suits a page, however small', () => {
    const aim = aimOf(sizedGraph({ lines: ['a>b', 'b>c', 'c>d', 'd>e'] }));
    const suits = misshape(aim, { width: 500, height: 300 });
    expect(misshape(aim, { width: 900, height: 240 })).toBeGreaterThan(suits + 0.1);
    expect(misshape(aim, { width: 240, height: 500 })).toBeGreaterThan(suits + 0.1);
  });
});

describe('effortFor', () => {
  const chain = (count: number): Graph =>
    graphOf({ lines: Array.from({ length: count }, (_, i) => `n${i}>n${i + 1}: w`) }).graph;

  it('falls with the size of a graph, down to a plain drawing', () => {
    const [small, large, huge] = [10, 500, 2000].map((count) => {
      const graph = chain(count);
      return effortFor(graph, orient(graph));
    });
    expect(small).toMatchObject({ plain: false, drawings: 5, turns: 12 });
    expect(large).toMatchObject({ plain: false, drawings: 0, turns: 0 });
    expect(huge).toMatchObject({ plain: true, starts: ['model'] });
  });
});
