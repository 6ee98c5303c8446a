import { runInNewContext } from 'node:vm';
import { forbidExit } from './exit-guard.ts';

/** What a function came to: its value, or that it did not end in time. */
export type Limited<T> = { readonly value: T } | { readonly timedOut: true };

/**
 * Runs a function and stops it after so many milliseconds, even in a loop without end. It throws
 * what the function throws. Only what is synchronous is stopped. `process.exit` throws in it.
 */
export function withinTime<T>(milliseconds: number, run: () => T): Limited<T> {
  const allowExit = forbidExit();
  try {
    // V8's watchdog stops whatever runs below, in this realm too.
    return { value: runInNewContext('run()', { run }, { timeout: milliseconds }) as T };
  } catch (error) {
    if (isTimeout(error)) return { timedOut: true };
    throw error;
  } finally {
    allowExit();
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
