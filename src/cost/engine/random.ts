/**
 * A seeded generator of numbers from 0 up to 1 (sfc32 on one 32-bit seed). Only whole-number
 * arithmetic, so every engine gives the same numbers for a seed.
 */
export function randomNumbers(seed: number): () => number {
  let [a, b, c, d] = [seed >>> 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let turn = 0; turn < 16; turn++) next();
  return next;
}

/**
 * A number from a range: as often below likely as above it, and on either side the likelier the
 * nearer to it. So `likely` is the median whatever the range, and a long tail does not move it.
 */
export function fromRange(
  random: number,
  { low, likely, high }: { readonly low: number; readonly likely: number; readonly high: number },
): number {
  return random < 0.5
    ? low + (likely - low) * Math.sqrt(random * 2)
    : high - (high - likely) * Math.sqrt((1 - random) * 2);
}
