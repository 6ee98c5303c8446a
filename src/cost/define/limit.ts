import type { Quantity } from '../units/quantity.ts';

/** Something that the design carries only so much of. */
export interface Limit {
  /** As a reader sees it: `PostgreSQL connections`. */
  readonly what: string;
  readonly used: Quantity;
  readonly limit: Quantity;
  /** What to do when it is used up. */
  readonly fix: string;
}

/** A limit that is not a matter of size: partitions, a quota, addresses of a subnet. */
export function limit<U extends string>(
  what: string,
  {
    used,
    of,
    fix,
  }: { readonly used: Quantity<U>; readonly of: Quantity<NoInfer<U>>; readonly fix: string },
): Limit {
  return { what, used, limit: of, fix };
}
