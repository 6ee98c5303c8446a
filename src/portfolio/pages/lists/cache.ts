import { type Cached, cacheBytes, cacheEntries } from '#case-study/lists/cache.ts';
import { formatQuantity, formatUsers } from '../../format.ts';
import type { Portfolio } from '../../portfolio.ts';
import type { MaybeLink } from '../links.ts';
import { decisionLinks, elementLink } from './links.ts';

export interface CacheRow
  extends Pick<Cached, 'id' | 'what' | 'key' | 'ttl' | 'invalidation' | 'whenDown' | 'size'> {
  readonly element: MaybeLink;
  readonly readBy: MaybeLink;
  readonly decisions: readonly MaybeLink[];
  /** `50,000`, or `1 a user`. */
  readonly entries: string;
  /** At the two sizes of the portfolio. */
  readonly memory: readonly [string, string];
}

export interface CacheTable {
  readonly rows: readonly CacheRow[];
  /** `100K users` */
  readonly sizes: readonly [string, string];
  readonly total: readonly [string, string];
}

export function cacheTable(portfolio: Portfolio, cached: readonly Cached[]): CacheTable {
  const [small, large] = portfolio.config.users;
  const memoryOf = (entries: readonly Cached[]): readonly [string, string] => {
    const bytes = (users: number) =>
      bytesText(entries.reduce((sum, one) => sum + cacheBytes(one, users), 0));
    return [bytes(small), bytes(large)];
  };
  return {
    rows: cached.map((one) => ({
      ...one,
      element: elementLink(portfolio, one.element),
      readBy: elementLink(portfolio, one.readBy),
      decisions: decisionLinks(portfolio, one.decisions),
      entries: one.entries.endsWith('user')
        ? one.entries
        : formatQuantity(cacheEntries(one, small)),
      memory: memoryOf([one]),
    })),
    sizes: [`${formatUsers(small)} users`, `${formatUsers(large)} users`],
    total: memoryOf(cached),
  };
}

/** `600 MB`, of a thousand each. */
export function bytesText(bytes: number): string {
  const [unit, size] = UNITS.find(([, least]) => bytes >= least * 0.9995) ?? (['B', 1] as const);
  return `${formatQuantity(bytes / size)}\u00A0${unit}`;
}

const UNITS = [
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;
