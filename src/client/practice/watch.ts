/** A stopwatch that can be stopped and goes on; times are milliseconds of one clock. */
export interface Watch {
  /** What it had run when it was started last. */
  readonly before: number;
  /** When that was; absent while it stands. */
  readonly since?: number;
}

/** A watch that begins to run. */
export function started(now: number): Watch {
  return { before: 0, since: now };
}

/** How long it has run, in milliseconds. */
export function ran({ before, since }: Watch, now: number): number {
  return before + (since === undefined ? 0 : now - since);
}

/** Stops a watch that runs, and lets one that stands go on. */
export function toggled(watch: Watch, now: number): Watch {
  return watch.since === undefined
    ? { before: watch.before, since: now }
    : { before: ran(watch, now) };
}

/** Milliseconds as `1:05`; a second that has begun counts only when it is over. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is left of a plan, or by how much it is over: `0:20 left`, `0:05 over`. */
export function leftText(spent: number, planned: number): string {
  // Rounded to the same side as what was spent, so that both always add up to the plan.
  return spent < planned
    ? `${clockText(planned - Math.floor(spent / 1000) * 1000)} left`
    : `${clockText(spent - planned)} over`;
}

/** What is said aloud once the time of a question has come to it; nothing in between. */
export function spokenAt(spent: number, planned: number): 'minute' | 'over' | undefined {
  if (spent >= planned) return 'over';
  return planned >= 2 * MINUTE && planned - spent <= MINUTE ? 'minute' : undefined;
}

export const MINUTE = 60_000;
