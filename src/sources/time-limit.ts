import { runInNewContext } from 'node:vm';

/** What a function came to: its value, or that it did not end in time. */
export type Limited<T> = { readonly value: T } | { readonly timedOut: true };

/**
 * Runs a function and stops it after so many milliseconds, even in a loop without end. It throws
 * what the function throws. Only what is synchronous is stopped.
 */
export function withinTime<T>(milliseconds: number, run: () => T): Limited<T> {
  try {
    // V8's watchdog stops whatever runs below, in this realm too.
    return { value: runInNewContext('run()', { run }, { timeout: milliseconds }) as T };
  } catch (error) {
    if (isTimeout(error)) return { timedOut: true };
    throw error;
  }
}

/** The error belongs to the other realm, so that its class says nothing. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
