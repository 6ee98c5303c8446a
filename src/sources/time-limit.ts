import { Console } from 'node:console';
import { runInThisContext } from 'node:vm';
import { forbidExit } from './exit-guard.ts';

/** What a function came to: its value, or that it did not end in time. */
export type Limited<T> = { readonly value: T } | { readonly timedOut: true };

/** Where the script below finds the function: a context of its own would take milliseconds to make. */
const RUN = Symbol.for('archfolio.within-time');
const SCRIPT = "globalThis[Symbol.for('archfolio.within-time')]()";

/**
 * Runs a function and stops it after so many milliseconds, even in a loop without end. It throws
 * what the function throws. Only what is synchronous is stopped. `process.exit` throws in it, and what
 * it logs goes to standard error: standard output is the command's.
 */
export function withinTime<T>(milliseconds: number, run: () => T): Limited<T> {
  const allowExit = forbidExit();
  const outer: unknown = Reflect.get(globalThis, RUN);
  const { console } = globalThis;
  let value: { readonly value: T } | undefined;
  Reflect.set(globalThis, RUN, () => {
    value = { value: run() };
  });
  globalThis.console = new Console(process.stderr, process.stderr);
  try {
    // V8's watchdog stops whatever runs below.
    runInThisContext(SCRIPT, { timeout: milliseconds });
    return value ?? { timedOut: true };
  } catch (error) {
    if (isTimeout(error)) return { timedOut: true };
    throw error;
  } finally {
    globalThis.console = console;
    Reflect.set(globalThis, RUN, outer);
    allowExit();
  }
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
