/** How a talk stands against its plan; all in seconds. */
export interface Pace {
  /** Above 0 behind the plan, below 0 ahead of it. */
  readonly behind: number;
  /** Where the plan is by now, as a part of the whole; at most 1. */
  readonly planned: number;
  /** Where the talk is: stops that are done, and of this one as much as its time allows. */
  readonly done: number;
  /** What is left of the plan: of this stop, and all further ones. */
  readonly left: number;
}

/** Off by less than this nobody hurries. */
const ON_PACE = 10;

/**
 * Compares a talk with its plan. `plan` has the seconds of each stop; `place` is -1 before the first.
 * Who stays longer at a stop than it has is late from then on, and not only at the next one.
 */
export function paceOf(
  plan: readonly number[],
  {
    place,
    elapsed,
    atStop,
  }: { readonly place: number; readonly elapsed: number; readonly atStop: number },
): Pace {
  const whole = sum(plan);
  const before = sum(plan.slice(0, Math.max(0, place)));
  const used = Math.min(atStop, plan[place] ?? 0);
  const told = before + used;
  return {
    behind: elapsed - told,
    planned: whole > 0 ? Math.min(1, elapsed / whole) : 0,
    done: whole > 0 ? told / whole : 0,
    left: whole - told,
  };
}

/** `on pace`, `12 s ahead`, `1:05 behind`. */
export function paceText({ behind }: Pace, exact = false): string {
  const off = Math.round(Math.abs(behind));
  if (off < (exact ? 1 : ON_PACE)) return 'on pace';
  return `${off < 60 ? `${off} s` : clockText(off)} ${behind > 0 ? 'behind' : 'ahead'}`;
}

/** Seconds as `2:14`. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
