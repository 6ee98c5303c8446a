import type { CostModel, ModelRun } from '../define/model.ts';
import { metered } from '../units/scale.ts';
import { gapOf, limitsOf, type PlacedLimit } from './limits.ts';
import { inputOf, MAX_USERS, type Setting } from './options.ts';
import { type Reader, type Reading, replayer } from './replayer.ts';
import { lastWithin } from './solve.ts';

/** Something that the design carries only so much of, and the users that use it up. */
export interface Capacity {
  /** `database.connections`. */
  readonly id: string;
  readonly component: string;
  readonly element: string;
  /** As a reader sees it: `PostgreSQL: connections`. */
  readonly resource: string;
  readonly limit: number;
  readonly used: number;
  readonly unit: string;
  /** The most users that still fit; none where 10 billion do. */
  readonly saturatesAtUsers: number | null;
  readonly fix: string;
  /** Somebody set it and can set it anew; what the design carries comes before it. */
  readonly configured?: true;
}

/** Every capacity of a run, with the users at which each is used up. */
export function capacities(
  model: CostModel,
  run: ModelRun,
  setting: Setting,
  read: Reader = replayer(model),
): Capacity[] {
  const limitsAt = memo((reading: Reading) => byId(limitsOf(reading.run)));
  return limitsOf(run).map(({ id, component, element, what, used, limit, fix, configured }) => ({
    id,
    component,
    element,
    resource: what,
    limit: metered(limit.value),
    used: metered(used.value),
    unit: used.unit,
    saturatesAtUsers: lastWithin((users) => {
      const reading = read(inputOf(model, setting, users));
      const at = limitsAt(reading).get(id);
      return at ? gapOf(reading.read(at.used), reading.read(at.limit)) : Number.NaN;
    }, MAX_USERS),
    fix,
    ...(configured && { configured }),
  }));
}

/** What the design cannot carry first: no setting comes before a capacity. None where all is endless. */
export function breaksBefore<T extends Pick<Capacity, 'saturatesAtUsers' | 'configured'>>(
  ranked: readonly T[],
): T | undefined {
  const ending = ranked.filter(({ saturatesAtUsers }) => saturatesAtUsers !== null);
  return ending.find(({ configured }) => !configured) ?? ending[0];
}

/** The setting that has to be raised before that, the first of them; none where a capacity ends before all settings. */
export function raisedBefore<T extends Pick<Capacity, 'saturatesAtUsers' | 'configured'>>(
  ranked: readonly T[],
): T | undefined {
  const first = ranked.find(({ saturatesAtUsers }) => saturatesAtUsers !== null);
  return first === breaksBefore(ranked) ? undefined : first;
}

/** Whether a capacity is used up beyond its limit. */
export function isExceeded({ used, limit }: Pick<Capacity, 'used' | 'limit'>): boolean {
  return gapOf(used, limit) > 0;
}

function byId(limits: readonly PlacedLimit[]): ReadonlyMap<string, PlacedLimit> {
  return new Map(limits.map((limit) => [limit.id, limit]));
}

function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
