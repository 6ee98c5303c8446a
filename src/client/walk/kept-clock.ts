import type { ClockState } from './clock.ts';

const KEY = `archfolio-clock ${location.pathname}`;

/** The clock of a talk whose page was loaded anew; nothing for one that begins. */
export function keptClock(): ClockState | undefined {
  const [visit] = performance.getEntriesByType('navigation');
  if (!(visit instanceof PerformanceNavigationTiming) || visit.type !== 'reload') return undefined;
  try {
    const [elapsed, atStop] = (sessionStorage.getItem(KEY) ?? '').split(' ').map(Number);
    return elapsed && atStop !== undefined ? { elapsed, atStop } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the clock, so that a page that is loaded anew goes on. */
export function keepClock({ elapsed, atStop }: ClockState): void {
  try {
    sessionStorage.setItem(KEY, `${Math.round(elapsed)} ${Math.round(atStop)}`);
  } catch {
    // Storage is closed to some pages from a disk; the clock then begins again.
  }
}
