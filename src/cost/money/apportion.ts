/**
 * Splits whole cents by weight so that the parts add up to them exactly: everybody gets the whole
 * cents of a fair share, and the largest remainders get one more. Ties go to the first.
 * Weights are not negative; where all are zero the first takes everything.
 */
export function apportion(cents: bigint, weights: readonly number[]): bigint[] {
  if (weights.length === 1) return [cents];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return [];
  if (!(total > 0)) return weights.map((_, index) => (index === 0 ? cents : 0n));
  const shares = weights.map((weight) => (Number(cents) * weight) / total);
  const parts = shares.map((share) => BigInt(Math.floor(share)));
  let left = cents - parts.reduce((sum, part) => sum + part, 0n);
  const order = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let turn = 0; left !== 0n; turn++) {
    const index = order[turn % order.length]?.index ?? 0;
    parts[index] = (parts[index] ?? 0n) + (left > 0n ? 1n : -1n);
    left += left > 0n ? -1n : 1n;
  }
  return parts;
}
