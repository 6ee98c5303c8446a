/** A block of IPv4 addresses: its first and last, as numbers. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

/** A block in words that say what is wrong with it. */
export type ReadBlock =
  | { readonly block: Block; readonly problem?: undefined }
  | { readonly block?: undefined; readonly problem: string };

const SHAPE = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/**
 * Reads `10.0.0.0/16`. The address must be the first of its block, as every cloud demands: `10.0.1.0/16`
 * is told with the block that it lies in.
 */
export function readBlock(written: string): ReadBlock {
  const [, ...parts] = SHAPE.exec(written) ?? [];
  if (parts.length === 0) return { problem: 'a block such as `10.0.0.0/16` is due' };
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = parts.map(Number);
  const large = [a, b, c, d].find((part) => part > 255);
  if (large !== undefined) return { problem: `a part of an address is at most 255, not ${large}` };
  if (bits > 32) return { problem: `a prefix has at most 32 bits, not ${bits}` };
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - bits);
  const first = address - (address % size);
  if (first !== address) {
    return { problem: `the block of this address begins at \`${addressText(first)}/${bits}\`` };
  }
  return { block: { first, last: first + size - 1 } };
}

/** `10.0.0.1` */
export function addressText(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

export function contains(outer: Block, inner: Block): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function overlaps(a: Block, b: Block): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Addresses of a subnet that hosts can have: AWS keeps the first four and the last for itself. */
export function usableAddresses({ first, last }: Block): number {
  return Math.max(0, last - first + 1 - 5);
}
