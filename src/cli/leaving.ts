import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something whose traces must go however the process ends: done, failed, by a signal (the exit
 * code is then that of the signal, 130 or 143) or because something ended the process.
 */
export async function cleaningUp<T>(clean: () => void, run: () => Promise<T>): Promise<T> {
  const onSignal = (signal: NodeJS.Signals) => {
    process.exit(128 + constants.signals[signal]);
  };
  process.once('exit', clean);
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    return await run();
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('exit', clean);
    clean();
  }
}
