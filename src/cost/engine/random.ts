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
 * Points that fill a cube of any number of dimensions evenly, each coordinate from 0 up to 1: multiples of
 * the square root of a prime of its own (Richtmyer 1951). The seed shifts all of them. What is averaged
 * over them is as good as over three times as many points at random. A root is rounded alike everywhere,
 * so every engine gives the same points.
 */
export function evenPoints(dimensions: number, seed: number): (point: number) => readonly number[] {
  const random = randomNumbers(seed);
  const coordinates = primes(dimensions).map((prime) => ({
    shift: random(),
    step: Math.sqrt(prime) % 1,
  }));
  return (point) => coordinates.map(({ shift, step }) => (shift + (point + 1) * step) % 1);
}

/** The first so many primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
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
