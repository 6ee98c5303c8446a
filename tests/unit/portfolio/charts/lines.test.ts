import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, type Point, pathOf, simplified } from '#portfolio/charts/lines.ts';

describe('the line of a chart', () => {
  it('loses the points that lie on it, and keeps its steps', () => {
    const line: Point[] = [...[0, 1, 2, 3, 4].map((x): Point => [x, x]), [4, 9], [8, 9], [9, 9]];
    expect(simplified(line)).toEqual([
      [0, 0],
      [4, 4],
      [4, 9],
      [9, 9],
    ]);
  });

  it('is written to a tenth of a pixel, and closed where it bounds an area', () => {
    expect(
      pathOf([
        [0, 1.234],
        [10, 2],
      ]),
    ).toBe('M0 1.2L10 2');
    expect(
      areaOf(
        [
          [0, 1],
          [10, 2],
        ],
        [
          [0, 5],
          [10, 5],
        ],
      ),
    ).toBe('M0 1L10 2L10 5L0 5Z');
    expect(pathOf([])).toBe('');
  });

  it('stays within the tolerance of every point', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(heights, (ys) => {
        const line = ys.map((y, x): Point => [x, y]);
        const short = simplified(line, 2);
        expect([short[0], short.at(-1)]).toEqual([line[0], line.at(-1)]);
        for (const [x, y] of line) {
          const next = Math.max(
            1,
            short.findIndex(([at]) => at >= x),
          );
          const [[ax, ay], [bx, by]] = [short[next - 1] ?? [0, 0], short[next] ?? [0, 0]];
          const on = ay + ((by - ay) * (x - ax)) / (bx - ax);
          // Within 2 px across the line, which on a steep one is further up and down.
          expect(Math.abs(y - on) / Math.hypot(1, (by - ay) / (bx - ax))).toBeLessThan(2.01);
        }
      }),
    );
  });
});
