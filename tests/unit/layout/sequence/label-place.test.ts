import { describe, expect, it } from 'vitest';
import { labelMiddle } from '#layout/sequence/label-place.ts';

const LINE = { from: 0, to: 400 };
const bar = (middle: number) => ({ from: middle - 5, to: middle + 5 });

describe('a label stands', () => {
  it.each([
    ['in the middle of a free line', [], 200],
    ['in the middle where the bars are beside it', [bar(100), bar(320)], 200],
    ['at the left of a bar in the middle', [bar(220)], 159],
    ['at the right of one, where that is nearer', [bar(180)], 241],
    ['between two bars', [bar(250), bar(90)], 189],
    ['in the middle where no gap is wide enough', [bar(80), bar(160), bar(240), bar(320)], 200],
  ])('%s', (_, bars, expected) => {
    expect(labelMiddle(LINE, 100, bars)).toBe(expected);
  });
});
