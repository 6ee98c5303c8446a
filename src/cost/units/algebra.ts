/** The unit algebra, at the level of types: a unit is `GB`, or a rate such as `GB/order`. */

/** What a unit counts: `kB` of `kB/request`, `request` of `request`. */
export type Num<U extends string> = U extends `${infer N}/${string}` ? N : U;

/** What a rate is taken over: `request` of `kB/request`; nothing for a plain unit. */
export type Den<U extends string> = U extends `${string}/${infer D}` ? D : never;

/** `N` over `D`, or plain `N` where there is no `D`. */
export type Over<N extends string, D extends string> = [D] extends [never] ? N : `${N}/${D}`;

/** Sizes of data. AWS meters in powers of two: 1 GB is 2^30 bytes, 1 TB is 1,024 GB. */
type DataUnit = 'B' | 'kB' | 'MB' | 'GB' | 'TB';

/** Spans of time that a driver may be given in. */
type TimeUnit = 'ms' | 's' | 'minute' | 'hour';

/** Units that the unit `U` can be converted to; none for counts of things. */
export type Convertible<U extends string> = U extends DataUnit
  ? DataUnit
  : U extends TimeUnit
    ? TimeUnit
    : never;
