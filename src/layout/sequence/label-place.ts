/** Free ground between a label and the bar of a participant that works meanwhile; pixels. */
const CLEAR = 6;

/** A piece of a line, from left to right. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the middle of a label stands on its line: in the middle, or as near to it as the bars that the
 * line passes leave room for the whole label. Where none of them does, in the middle all the same.
 */
export function labelMiddle(line: Piece, width: number, bars: readonly Piece[]): number {
  const middle = (line.from + line.to) / 2;
  const ends = bars.toSorted((a, b) => a.from - b.from);
  const starts = [line.from, ...ends.map(({ to }) => to + CLEAR)];
  const free = [...ends.map(({ from }) => from - CLEAR), line.to].flatMap((to, index) => {
    const from = starts[index] ?? line.from;
    return to - from < width ? [] : [clamp(middle, from + width / 2, to - width / 2)];
  });
  const away = (at: number) => Math.abs(at - middle);
  return free.reduce((best, at) => (away(at) < away(best) ? at : best), free[0] ?? middle);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
