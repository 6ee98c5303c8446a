/**
 * The largest whole number from 1 to `most` at which `gap` is not positive, for a gap that only
 * grows: none when even `most` is within, 0 when 1 is not. Straight lines are hit at once by
 * interpolation, anything else by halving the distance in orders of magnitude.
 */
export function lastWithin(gap: (at: number) => number, most: number): number | null {
  let low = 1;
  let high = most;
  let gapLow = gap(low);
  let gapHigh = gap(high);
  if (gapHigh <= 0) return null;
  if (!(gapLow <= 0)) return 0;
  const narrow = (at: number) => {
    const value = gap(at);
    if (value <= 0) [low, gapLow] = [at, value];
    else [high, gapHigh] = [at, value];
  };
  for (let turn = 0; high - low > 1; turn++) {
    const line = Math.floor(low - (gapLow * (high - low)) / (gapHigh - gapLow));
    const middle = Math.floor(Math.sqrt(low) * Math.sqrt(high));
    const guess = turn % 2 === 0 ? line : middle;
    const at = clamp(Number.isFinite(guess) ? guess : middle, low + 1, high - 1);
    narrow(at);
    if (turn % 2 === 0 && high - low > 1) narrow(low === at ? at + 1 : at - 1);
  }
  return low;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
