import type { Quantity } from '../units/quantity.ts';

/** Something that the design carries only so much of. */
export interface Limit {
  /** As a reader sees it: `PostgreSQL connections`. */
  readonly what: string;
  readonly used: Quantity;
  readonly limit: Quantity;
  /** What to do when it is used up. */
  readonly fix: string;
  /** A number that somebody set and can set anew, such as a quota; not what the design can carry. */
  readonly configured?: true | undefined;
}

/**
 * A limit that is not a matter of size: partitions, a quota, addresses of a subnet. `configured` says
 * that it is a setting: it is told with the others, and not as what breaks first.
 */
export function limit<U extends string>(
  what: string,
  {
    used,
    of,
    fix,
    configured,
  }: {
    readonly used: Quantity<U>;
    readonly of: Quantity<NoInfer<U>>;
    readonly fix: string;
    readonly configured?: true;
  },
): Limit {
  return { what, used, limit: of, fix, ...(configured && { configured }) };
}
