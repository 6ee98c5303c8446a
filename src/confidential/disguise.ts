import { withRatio } from './figures.ts';
import type { Renamer } from './rename.ts';

/** What stands between content and what is shown of it. */
export interface Disguise {
  /** What money and counts are multiplied with. */
  readonly ratio: number;
  /** Names alone. */
  readonly names: Renamer;
  /** Names, money and counts: for identifiers too, so that what leads to one of them still does. */
  readonly rename: Renamer;
}

/** A disguise of a ratio and of what renames. */
export function disguiseOf(ratio: number, names: Renamer): Disguise {
  return { ratio, names, rename: (text) => names(withRatio(text, ratio)) };
}

/** Data with every text in it renamed, keys included; functions and instances stay what they are. */
export function renamedData<T>(value: T, rename: Renamer): T;
export function renamedData(value: unknown, rename: Renamer): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((one) => renamedData(one, rename));
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [rename(key), renamedData(one, rename)]),
  );
}
