/** Hours of a month, as AWS and its calculator bill an hourly resource that is never off. */
export const HOURS_PER_MONTH = 730;

/** Seconds of a month of 730 hours. */
export const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3600;

/** Bytes and seconds in each unit that converts; two units convert when they share a `kind`. */
const SCALES: Readonly<Record<string, { readonly kind: 'data' | 'time'; readonly size: number }>> =
  {
    B: { kind: 'data', size: 1 },
    kB: { kind: 'data', size: 2 ** 10 },
    MB: { kind: 'data', size: 2 ** 20 },
    GB: { kind: 'data', size: 2 ** 30 },
    TB: { kind: 'data', size: 2 ** 40 },
    ms: { kind: 'time', size: 0.001 },
    s: { kind: 'time', size: 1 },
    minute: { kind: 'time', size: 60 },
    hour: { kind: 'time', size: 3600 },
  };

/** How many `to` one `from` is, or nothing where they measure different things. */
export function conversion(from: string, to: string): number | undefined {
  if (from === to) return 1;
  const [source, target] = [SCALES[from], SCALES[to]];
  if (!(source && target) || source.kind !== target.kind) return undefined;
  return source.size / target.size;
}

/** Relative slack for the noise of binary fractions, far below anything that is billed. */
const NOISE = 1e-9;

/** The next whole number, with 3.0000000001 taken as 3: what is bought is bought whole. */
export function wholeUp(value: number): number {
  const nearest = Math.round(value);
  if (Math.abs(value - nearest) <= NOISE * Math.max(1, Math.abs(value))) return nearest;
  return Math.ceil(value);
}

/** The number as it is metered: twelve significant digits, so that no noise reaches a bill. */
export function metered(value: number): number {
  return Number(value.toPrecision(12));
}
